using System.Text.Json;
using CrmEmulator;
using CrmEmulator.Tests.Metadata;
using CrmEmulator.Time;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Tables;
using smSys.Plugins.Tests.Emulated;

namespace smSys.Plugins.Tests.Templates;

/// <summary>
/// An organisation in memory with the shipped solution and a customer's own: orders that belong to contacts, with a choice in
/// two languages, an amount, and a column that few may read.
/// </summary>
internal sealed class TemplateScene : IDisposable
{
    private readonly EntityReference _setting;

    public TemplateScene()
    {
        Crm = Organization.Open(new OrganizationOptions { Clock = OrganizationClock.Manual(new DateTime(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc)) });
        Crm.ImportSolution(ShippedSolution.Zip);
        Crm.ImportSolution(SamplePackage.Bytes());
        Admin = Crm.ServiceFor(Crm.AdministratorId);
        Platform = Crm.ServiceFor(Crm.SystemUserId);
        _setting = new EntityReference(SmsSetting.LogicalName, Admin.Create(new SmsSettingRow
        {
            Name = "account",
            ProviderKind = ProviderKind.Ghasedak,
            Address = "http://ghasedak.sim.test/",
        }.Record));
        Line = LineOf("30001234", null);
        Admin.Update(new SmsSettingRow(_setting.Id) { DefaultNumberId = Line }.Record);
        Contact = new EntityReference("contact", Admin.Create(new Entity("contact")
        {
            ["firstname"] = "سارا",
            ["lastname"] = "رضایی",
            ["mobilephone"] = "09123456789",
        }));
    }

    public Organization Crm { get; }

    public IOrganizationService Admin { get; }

    public IOrganizationService Platform { get; }

    public EntityReference Contact { get; }

    public EntityReference Line { get; }

    public void Dispose() => Crm.Dispose();

    public EntityReference LineOf(string digits, EntityReference? owner, Action<SmsNumberRow>? change = null)
    {
        var row = new SmsNumberRow { Line = digits, SettingId = _setting };
        if (owner is not null)
        {
            row.OwnerId = owner;
        }

        change?.Invoke(row);
        return new EntityReference(SmsNumber.LogicalName, Admin.Create(row.Record));
    }

    public Guid Order(EntityReference? contact, DateTime? dueOn, Action<Entity>? change = null)
    {
        var row = new Entity("new_order") { ["new_contactid"] = contact, ["new_dueon"] = dueOn };
        change?.Invoke(row);
        return Platform.Create(row);
    }

    public EntityReference Template(string text, string? table = null, int? language = null) => new(
        SmsTemplate.LogicalName,
        Admin.Create(new SmsTemplateRow { Name = "template", Text = text, RecipientTable = table, Language = language }.Record));

    /// <summary>A user with roles by name.</summary>
    public EntityReference User(params string[] roles) => UserIn(Crm.RootBusinessUnitId, roles);

    /// <summary>A user of a business unit, with that unit's copies of roles.</summary>
    public EntityReference UserIn(Guid unit, params string[] roles)
    {
        var user = Platform.Create(new Entity("systemuser")
        {
            ["firstname"] = "کاربر",
            ["lastname"] = "نمونه",
            ["businessunitid"] = new EntityReference("businessunit", unit),
        });
        foreach (var name in roles)
        {
            var query = new QueryExpression("role") { ColumnSet = new ColumnSet("roleid") };
            query.Criteria.AddCondition("name", ConditionOperator.Equal, name);
            query.Criteria.AddCondition("businessunitid", ConditionOperator.Equal, unit);
            var role = Platform.RetrieveMultiple(query).Entities.Single().ToEntityReference();
            Platform.Associate("systemuser", user, new Relationship("systemuserroles_association"), [role]);
        }

        return new EntityReference("systemuser", user);
    }

    /// <summary>What the preview answers somebody.</summary>
    public JsonElement Preview(string text, EntityReference? record = null, EntityReference? template = null, IOrganizationService? by = null)
    {
        var service = by ?? Admin;
        var input = JsonSerializer.Serialize(new
        {
            text,
            template = template?.Id,
            table = (record ?? Contact).LogicalName,
            record = (record ?? Contact).Id,
        });
        var id = service.Create(new SmsProcessRow { Name = "preview", ProcessKind = ProcessKind.Preview, Input = input }.Record);
        var process = new SmsProcessRow(Platform.Retrieve(SmsProcess.LogicalName, id, new ColumnSet(true)));
        Assert.Equal(SmsProcess.Status.Finished, process.Statuscode);
        return JsonDocument.Parse(process.Output!).RootElement;
    }

    public string? Text(string text, EntityReference? record = null, IOrganizationService? by = null)
    {
        var answer = Preview(text, record, by: by);
        return answer.TryGetProperty("text", out var rendered) ? rendered.GetString() : answer.GetProperty("problem").GetString();
    }

    /// <summary>A queued SMS, as a form or the API makes it.</summary>
    public SmsRow Send(IOrganizationService by, Action<SmsRow>? change = null)
    {
        var sms = new SmsRow
        {
            Text = "سلام",
            To = new EntityCollection([new Entity("activityparty") { ["partyid"] = Contact }]),
            StateCode = Sms.State.Open,
            StatusCode = Sms.Status.Queued,
        };
        change?.Invoke(sms);
        return new SmsRow(Platform.Retrieve(Sms.LogicalName, by.Create(sms.Record), new ColumnSet(true)));
    }
}
