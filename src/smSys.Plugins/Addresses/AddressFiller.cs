using System;
using System.Collections.Generic;
using System.Linq;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Addresses;
using smSys.Crm.Faults;
using smSys.Crm.Metadata;
using smSys.Crm.Rows;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Messaging.Sending;

namespace smSys.Plugins.Addresses;

/// <summary>Compares a page of records with the address book and writes what differs. Serves asynchronous steps, as SYSTEM.</summary>
public sealed class AddressFiller
{
    private static readonly char[] _listSeparators = [',', ';', ' ', '\n', '\r', '\t', '،'];
    private readonly IOrganizationService _system;
    private readonly RowWriter _writer;
    private readonly AddressKeeper _keeper;
    private readonly NumberColumns _columns;
    private readonly TableShapes _shapes;
    private NumberedTable? _table;

    /// <summary>Works as SYSTEM.</summary>
    public AddressFiller(IOrganizationService system)
    {
        _system = system;
        _writer = new RowWriter(system);
        _keeper = new AddressKeeper(system);
        _columns = new NumberColumns(system);
        _shapes = new TableShapes(system);
    }

    /// <summary>The tables to fill, in the order of their names: those that are asked for, else all that hold numbers.</summary>
    public IReadOnlyList<string> Tables(string? asked)
    {
        var named = (asked ?? string.Empty).Split(_listSeparators, StringSplitOptions.RemoveEmptyEntries);
        return (named.Length > 0 ? named : _columns.Tables()).Distinct(StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal).ToArray();
    }

    /// <summary>Fills one page.</summary>
    /// <param name="place">Where.</param>
    /// <param name="clock">UTC.</param>
    /// <param name="remaining">Of the tick's time.</param>
    /// <param name="count">Counts what was compared, once the whole page is done.</param>
    /// <returns>The place of the next page; null when the time was over before the page was.</returns>
    /// <exception cref="RefusalException">The table does not exist.</exception>
    public FillPlace? Fill(FillPlace place, Func<DateTime> clock, Func<TimeSpan> remaining, FillCount count)
    {
        var table = TableOf(place.Table);
        var query = new QueryExpression(table.Name)
        {
            ColumnSet = table.Columns,
            PageInfo = new PagingInfo { PageNumber = place.Page, Count = NormaliseTick.PageSize, PagingCookie = place.Cookie },
        };
        query.AddOrder(table.PrimaryId, OrderType.Ascending);
        var page = _system.RetrieveMultiple(query);
        var records = page.Entities.Select(row => NumberedRecord.Of(row, table)).ToArray();
        var versions = page.Entities.ToDictionary(row => row.Id, row => row.RowVersion);
        if (!Write(records, clock, remaining) || !Verify(table, versions, clock, remaining))
        {
            return null;
        }

        foreach (var record in records)
        {
            count.Add(record);
        }

        return page.MoreRecords ? new FillPlace(place.Table, place.Page + 1, page.PagingCookie) : FillPlace.EndOf(place.Table);
    }

    private bool Write(IReadOnlyCollection<NumberedRecord> records, Func<DateTime> clock, Func<TimeSpan> remaining)
    {
        if (records.Count == 0)
        {
            return true;
        }

        var rows = _keeper.RowsOf(records.Select(record => record.Reference.Id).ToArray()).ToLookup(row => row.RecordId, StringComparer.OrdinalIgnoreCase);
        foreach (var record in records)
        {
            var plan = AddressPlan.For(record, rows[record.Reference.Id.ToString("D")].ToArray(), clock(), AddressOrigin.Filled);
            if (plan.Updates.Count + plan.Creates.Count > 0 && remaining() < LeaseRules.Reserve)
            {
                return false;
            }

            // Whoever wrote the row since it was read knows better.
            foreach (var change in plan.Updates)
            {
                _writer.UpdateIfUnchanged(change.Record, change.Record.RowVersion, null);
            }

            foreach (var change in plan.Creates)
            {
                _writer.CreateOnce(change.Record);
            }
        }

        return true;
    }

    // A record that somebody saved between our reading and our writing may have got a number of before; it is done once more.
    private bool Verify(NumberedTable table, Dictionary<Guid, string> versions, Func<DateTime> clock, Func<TimeSpan> remaining)
    {
        if (versions.Count == 0)
        {
            return true;
        }

        var changed = _system.FindAll(table.Name, table.PrimaryId, versions.Keys.ToArray(), table.PrimaryId)
            .Where(row => row.RowVersion != versions[row.Id])
            .Select(row => row.Id)
            .ToArray();
        if (changed.Length == 0)
        {
            return true;
        }

        var rows = _system.FindAll(table.Name, table.PrimaryId, changed, table.Columns.Columns.ToArray());
        return Write(rows.Select(row => NumberedRecord.Of(row, table)).ToArray(), clock, remaining);
    }

    private NumberedTable TableOf(string name)
    {
        if (_table?.Name == name)
        {
            return _table;
        }

        try
        {
            return _table = NumberedTable.Of(name, _columns.Of(name), _shapes);
        }
        catch (FaultException<OrganizationServiceFault> fault) when (!CrmFaults.MayHaveWorked(fault))
        {
            throw new RefusalException(
                "column-table",
                "The table " + name + " does not exist; correct it in the SMS number columns or in the process.",
                "جدول " + name + " وجود ندارد؛ آن را در فیلدهای شماره پیامک یا در فرایند درست کنید.");
        }
    }
}
