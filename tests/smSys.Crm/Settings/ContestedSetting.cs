using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Faults;
using smSys.Crm.Tables;
using smSys.Crm.Tests.Rows;

namespace smSys.Crm.Tests.Settings;

/// <summary>One setting with a row version, into whose writes others get between, and whose answers get lost.</summary>
internal sealed class ContestedSetting : IOrganizationService
{
    private DateTime? _next;
    private int _version;

    /// <summary>Runs between a read and the write that follows it.</summary>
    public Action BeforeWrite { get; set; } = () => { };

    /// <summary>True when the next write takes effect but its answer is lost.</summary>
    public Func<bool> LosesAnswer { get; set; } = () => false;

    public Entity Retrieve(string entityName, Guid id, ColumnSet columnSet)
    {
        var row = new SmsSettingRow(id) { NextSlotOn = _next };
        row.Record.RowVersion = _version.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return row.Record;
    }

    public OrganizationResponse Execute(OrganizationRequest request)
    {
        BeforeWrite();
        var target = ((UpdateRequest)request).Target;
        if (target.RowVersion != _version.ToString(System.Globalization.CultureInfo.InvariantCulture))
        {
            throw ScriptedService.Fault(CrmFaults.ConcurrencyMismatchCode);
        }

        _next = target.GetAttributeValue<DateTime?>(SmsSetting.Columns.NextSlotOn);
        _version++;
        return LosesAnswer() ? throw new TimeoutException("The answer was lost.") : new UpdateResponse();
    }

    public Guid Create(Entity entity) => throw new NotSupportedException();

    public void Update(Entity entity) => throw new NotSupportedException();

    public void Delete(string entityName, Guid id) => throw new NotSupportedException();

    public EntityCollection RetrieveMultiple(QueryBase query) => throw new NotSupportedException();

    public void Associate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) => throw new NotSupportedException();

    public void Disassociate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) => throw new NotSupportedException();
}
