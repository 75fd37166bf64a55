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

    /// <summary>Reads as SYSTEM.</summary>
    public AddressBook(IOrganizationService system) => _system = system;

    /// <summary>The records of a number, primary ones first, each once.</summary>
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
        return _system.RetrieveMultiple(query).Entities
            .Select(row => Entry(new SmsAddressRow(row)))
            .OfType<AddressEntry>()
            .GroupBy(entry => entry.Record.Id)
            .Select(group => group.First())
            .ToArray();
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
