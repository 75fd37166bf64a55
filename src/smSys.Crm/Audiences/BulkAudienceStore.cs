using System;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Bulk;
using smSys.Crm.Faults;
using smSys.Crm.Rows;
using smSys.Crm.Tables;
using smSys.Messaging.Bulk;

namespace smSys.Crm.Audiences;

/// <summary>The row of a bulk while its audience is put down or tried out. For asynchronous steps, as SYSTEM.</summary>
public sealed class BulkAudienceStore
{
    private const int Tries = 5;
    private readonly IOrganizationService _system;
    private readonly RowWriter _writer;

    /// <summary>Works as SYSTEM.</summary>
    public BulkAudienceStore(IOrganizationService system)
    {
        _system = system;
        _writer = new RowWriter(system);
    }

    /// <summary>A bulk with its audience; null when it is gone.</summary>
    public SmsBulkRow? Read(Guid id)
    {
        var query = new QueryExpression(SmsBulk.LogicalName) { ColumnSet = new ColumnSet(true) };
        query.Criteria.AddCondition(SmsBulk.PrimaryId, ConditionOperator.Equal, id);
        return _system.First(query) is { } row ? new SmsBulkRow(row) : null;
    }

    /// <summary>Where a bulk stands now; null when it is gone.</summary>
    public BulkState? StateOf(Guid id) => Look(id) is { } row ? BulkStateCodes.Read(row) : null;

    /// <summary>Writes columns, never a state.</summary>
    public void Write(SmsBulkRow change) => _writer.Update(change.Record);

    /// <summary>Moves a bulk that stands where it is believed to stand. The state is written alone, by row version.</summary>
    /// <returns>False when it stands elsewhere by now.</returns>
    public bool Move(Guid id, BulkState from, BulkState to) => Move(Look(id), id, from, to);

    /// <summary>The same of a bulk that was just read.</summary>
    public bool Move(SmsBulkRow read, BulkState from, BulkState to) => Move(read, read.Id, from, to);

    private bool Move(SmsBulkRow? row, Guid id, BulkState from, BulkState to)
    {
        for (var attempt = 1; attempt <= Tries; attempt++, row = Look(id))
        {
            if (row is null || BulkStateCodes.Read(row) != from)
            {
                // A move of ours whose answer was lost has arrived.
                return attempt > 1 && row is not null && BulkStateCodes.Read(row) == to;
            }

            var change = new Entity(SmsBulk.LogicalName, id);
            BulkStateCodes.Write(change, to);
            if (TryMove(change, row.Record.RowVersion, from))
            {
                return true;
            }
        }

        return false;
    }

    // The table's own step judges a move before the row version is compared: it refuses one of a bulk that somebody moved just now.
    private bool TryMove(Entity change, string rowVersion, BulkState from)
    {
        try
        {
            return _writer.UpdateIfUnchanged(change, rowVersion, null);
        }
        catch (FaultException<OrganizationServiceFault> fault) when (!CrmFaults.MayHaveWorked(fault))
        {
            if (StateOf(change.Id) == from)
            {
                throw;
            }

            return false;
        }
    }

    private SmsBulkRow? Look(Guid id) =>
        _system.Find(SmsBulk.LogicalName, SmsBulk.PrimaryId, id, StandardColumns.Status) is { } row ? new SmsBulkRow(row) : null;
}
