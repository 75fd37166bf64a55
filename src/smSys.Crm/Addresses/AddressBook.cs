using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Rows;
using smSys.Crm.Tables;

namespace smSys.Crm.Addresses;

/// <summary>Which records hold which number: the table smsys_smsaddress. Give it the service of SYSTEM.</summary>
public sealed class AddressBook
{
    private readonly IOrganizationService _system;
    private readonly RecordTrail _trail;

    /// <summary>Reads as SYSTEM.</summary>
    public AddressBook(IOrganizationService system)
    {
        _system = system;
        _trail = new RecordTrail(system);
    }

    /// <summary>Where a record is now: itself, the one it was merged into, or nobody.</summary>
    public EntityReference? Follow(EntityReference record) => _trail.Follow(record)?.Record;

    /// <summary>
    /// The records of a number, primary ones first, each once. Merged ones are followed to their masters; those that are gone
    /// or inactive are left out.
    /// </summary>
    public IReadOnlyList<AddressEntry> Find(string phoneNumber)
    {
        var query = new QueryExpression(SmsAddress.LogicalName)
        {
            ColumnSet = new ColumnSet(
                SmsAddress.Columns.RecordTable, SmsAddress.Columns.RecordId, SmsAddress.Columns.RecordName, SmsAddress.Columns.RecordOwnerId),
            TopCount = 50,
        };
        query.Criteria.AddCondition(SmsAddress.Columns.PhoneNumber, ConditionOperator.Equal, phoneNumber);
        query.Criteria.AddCondition(StandardColumns.State, ConditionOperator.Equal, (int)SmsAddress.State.Active);
        query.AddOrder(SmsAddress.Columns.IsPrimary, OrderType.Descending);
        query.AddOrder(StandardColumns.CreatedOn, OrderType.Ascending);
        return _trail.Follow(_system.RetrieveMultiple(query).Entities
            .Select(row => Entry(new SmsAddressRow(row)))
            .OfType<AddressEntry>()
            .ToArray());
    }

    /// <summary>The reply line of the first of two records that has one; null when neither has.</summary>
    public EntityReference? ReplyLineOf(EntityReference? first, EntityReference second)
    {
        var query = new QueryExpression(SmsAddress.LogicalName)
        {
            ColumnSet = new ColumnSet(SmsAddress.Columns.RecordId, SmsAddress.Columns.ReplyNumberId),
            TopCount = 50,
        };
        var ids = new[] { first, second }.Where(record => record is not null).Select(record => record!.Id.ToString("D")).ToArray();
        query.Criteria.AddCondition(SmsAddress.Columns.RecordId, ConditionOperator.In, ids.Cast<object>().ToArray());
        query.Criteria.AddCondition(SmsAddress.Columns.ReplyNumberId, ConditionOperator.NotNull);
        query.Criteria.AddCondition(StandardColumns.State, ConditionOperator.Equal, (int)SmsAddress.State.Active);
        query.AddOrder(SmsAddress.Columns.IsPrimary, OrderType.Descending);
        var rows = _system.RetrieveMultiple(query).Entities.Select(row => new SmsAddressRow(row)).ToArray();
        return ids.Select(id => rows.FirstOrDefault(row => row.RecordId == id)?.ReplyNumberId).FirstOrDefault(line => line is not null);
    }

    private static AddressEntry? Entry(SmsAddressRow row)
    {
        if (string.IsNullOrEmpty(row.RecordTable) || !Guid.TryParse(row.RecordId, out var id))
        {
            return null;
        }

        var owner = Guid.TryParse(row.RecordOwnerId, out var ownerId) ? ownerId : (Guid?)null;
        return new AddressEntry(new EntityReference(row.RecordTable, id) { Name = row.RecordName }, owner);
    }
}
