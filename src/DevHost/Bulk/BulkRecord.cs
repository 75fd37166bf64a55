using System.Globalization;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Tables;
using smSys.Messaging.Messages;

namespace DevHost.Bulk;

/// <summary>The SMS Bulk as its user handles it: made as a draft, started by its state, read.</summary>
public sealed class BulkRecord
{
    /// <summary>What everybody gets; it reads a column of the contact.</summary>
    public const string Text = "{{firstname}} گرامی، جشنواره پاییزه آغاز شد.";

    private static readonly DateTime IdTime = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly IOrganizationService _service;

    /// <summary>The record of that name.</summary>
    public BulkRecord(IOrganizationService service, string name)
    {
        _service = service;
        Name = name;
        Id = DeterministicId.Create(IdTime, "bulk", name);
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Its id, made from the name.</summary>
    public Guid Id { get; }

    /// <summary>Makes the draft with its list, and starts it unless an earlier run did.</summary>
    /// <param name="account">To send by.</param>
    /// <param name="list">Its audience.</param>
    /// <param name="partitions">How many parts; null: the engine decides.</param>
    public void Start(AccountSetup account, EntityReference list, int? partitions = null)
    {
        var template = CreateOnce.Do(_service, new SmsTemplateRow(DeterministicId.Create(IdTime, "bulk-template", Name))
        {
            Name = Name,
            RecipientTable = "contact",
            Text = Text,
        }.Record);
        CreateOnce.Do(_service, new SmsBulkRow(Id)
        {
            Name = Name,
            AudienceKind = AudienceKind.MarketingLists,
            SettingId = account.Setting,
            NumberId = account.Line,
            TemplateId = template,
            MessageClass = MessageClass.Service,
            MissingValuePolicy = MissingValuePolicy.Skip,
            Partitions = partitions,
        }.Record);
        if (Read().Statuscode == SmsBulk.Status.Draft)
        {
            Join(list);
            Move(SmsBulk.Status.Ready);
        }
    }

    /// <summary>Sets a state, as a form does.</summary>
    public void Move(SmsBulk.Status status) =>
        _service.Update(new SmsBulkRow(Id) { Statecode = SmsBulk.StateOf(status), Statuscode = status }.Record);

    /// <summary>The row as it stands.</summary>
    public SmsBulkRow Read() => new(_service.Retrieve(SmsBulk.LogicalName, Id, new ColumnSet(true)));

    /// <summary>The record and its processes: what sets its calls going.</summary>
    public IReadOnlyList<Guid> Rows()
    {
        var processes = new QueryExpression(SmsProcess.LogicalName) { ColumnSet = new ColumnSet(false) };
        processes.Criteria.AddCondition(SmsProcess.Columns.BulkId, ConditionOperator.Equal, Id);
        return [Id, .. _service.RetrieveMultiple(processes).Entities.Select(row => row.Id)];
    }

    /// <summary>Nothing of it is left to be handed over.</summary>
    public static bool IsOver(SmsBulkRow row) =>
        row.Statuscode is SmsBulk.Status.Finished or SmsBulk.Status.FinishedWithUnknowns or SmsBulk.Status.Cancelled;

    /// <summary>The state in words, as the record shows it.</summary>
    public static string StateOf(SmsBulkRow row) =>
        row.Record.FormattedValues.TryGetValue(SmsBulk.Columns.Statuscode, out var words) ? words : string.Create(CultureInfo.InvariantCulture, $"{row.Statuscode}");

    private void Join(EntityReference list)
    {
        var held = new QueryExpression("smsys_smsbulk_list") { Criteria = { Conditions = { new ConditionExpression("smsys_smsbulkid", ConditionOperator.Equal, Id) } } };
        if (_service.RetrieveMultiple(held).Entities.Count == 0)
        {
            _service.Associate(SmsBulk.LogicalName, Id, new Relationship("smsys_smsbulk_list"), [list]);
        }
    }
}
