using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Metadata;
using smSys.Crm.Rows;
using smSys.Crm.Tables;

namespace smSys.Crm.Addresses;

/// <summary>
/// Keeps the rows of smsys_smsaddress of single records. It serves synchronous steps on the platform's own tables, which must
/// never fail a user's save, so it makes only calls that cannot fault: it reads columns that exist, looks before it creates,
/// and creates under ids that only the holder of the record's own lock makes.
/// </summary>
public sealed class AddressKeeper
{
    private readonly IOrganizationService _system;
    private readonly TableShapes _shapes;
    private readonly NumberColumns _columns;

    /// <summary>Works as SYSTEM.</summary>
    public AddressKeeper(IOrganizationService system)
    {
        _system = system;
        _shapes = new TableShapes(system);
        _columns = new NumberColumns(system);
    }

    /// <summary>Brings the rows of a record into line with it.</summary>
    /// <param name="record">Of a table that exists; the record may be gone.</param>
    /// <param name="now">UTC.</param>
    /// <returns>Which numbers it gained and lost.</returns>
    public AddressChange Keep(EntityReference record, DateTime now)
    {
        var chosen = _columns.Of(record.LogicalName);
        var table = NumberedTable.Of(record.LogicalName, chosen, _shapes);
        var query = new QueryExpression(table.Name) { ColumnSet = table.Columns };
        query.Criteria.AddCondition(table.PrimaryId, ConditionOperator.Equal, record.Id);
        if (_system.First(query) is not { } row)
        {
            return Drop(record);
        }

        var plan = AddressPlan.For(NumberedRecord.Of(row, table), RowsOf([record.Id]), now, AddressOrigin.Kept);
        foreach (var change in plan.Updates)
        {
            _system.Update(change.Record);
        }

        foreach (var change in plan.Creates)
        {
            _system.Create(change.Record);
        }

        return plan.Change;
    }

    /// <summary>Takes the rows of a record that is gone out of the book.</summary>
    public AddressChange Drop(EntityReference record)
    {
        var rows = RowsOf([record.Id]);
        foreach (var row in rows)
        {
            _system.Delete(SmsAddress.LogicalName, row.Id);
        }

        var lost = rows.Select(row => row.PhoneNumber).OfType<string>().Where(number => number.Length > 0);
        return new AddressChange(record, [], lost.Distinct(StringComparer.Ordinal).ToArray());
    }

    /// <summary>The rows of at most 500 records, of whatever table.</summary>
    public IReadOnlyList<SmsAddressRow> RowsOf(IReadOnlyList<Guid> recordIds)
    {
        var query = new QueryExpression(SmsAddress.LogicalName)
        {
            ColumnSet = new ColumnSet(
                SmsAddress.Columns.PhoneNumber, SmsAddress.Columns.ColumnName, SmsAddress.Columns.RecordTable, SmsAddress.Columns.RecordId,
                SmsAddress.Columns.RecordName, SmsAddress.Columns.RecordOwnerId, SmsAddress.Columns.IsPrimary, SmsAddress.Columns.Since),
        };
        query.Criteria.AddCondition(
            SmsAddress.Columns.RecordId, ConditionOperator.In, recordIds.Select(id => (object)id.ToString("D")).ToArray());
        query.AddOrder(StandardColumns.CreatedOn, OrderType.Ascending);
        return _system.RetrieveMultiple(query).Entities.Select(row => new SmsAddressRow(row)).ToArray();
    }
}

/// <summary>What became of a record's numbers.</summary>
/// <param name="Record">The record.</param>
/// <param name="Gained">Numbers it has now and had not.</param>
/// <param name="Lost">Numbers it had and has no more.</param>
public sealed record AddressChange(EntityReference Record, IReadOnlyList<string> Gained, IReadOnlyList<string> Lost);
