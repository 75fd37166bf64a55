using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Faults;
using smSys.Crm.Rows;
using smSys.Crm.Tables;
using smSys.Messaging.Bulk;
using smSys.Messaging.Messages;

namespace smSys.Crm.Audiences;

/// <summary>Where the chunks of a partition stand: with a process, numbered from 1 on behind a first number.</summary>
/// <param name="ProcessId">The partition; of a dry run its one process.</param>
/// <param name="Before">0 for a partition; a dry run keeps its parts apart by a multiple of <see cref="Room"/>.</param>
public readonly record struct ChunkShelf(Guid ProcessId, int Before)
{
    /// <summary>No partition has as many chunks.</summary>
    public const int Room = 10_000;
}

/// <summary>The frozen audience as chunk rows.</summary>
public sealed class ChunkStore
{
    /// <summary>Chunks at once, so that a page is a few megabytes at most.</summary>
    private const int PageOfChunks = 10;

    private readonly IOrganizationService _system;
    private readonly RowWriter _writer;

    /// <summary>Works as SYSTEM.</summary>
    public ChunkStore(IOrganizationService system)
    {
        _system = system;
        _writer = new RowWriter(system);
    }

    /// <summary>The id of a chunk; a repeat finds it.</summary>
    public static Guid IdOf(DateTime bulkCreatedUtc, ChunkShelf shelf, int number) => DeterministicId.Create(
        bulkCreatedUtc, "audience-chunk", shelf.ProcessId.ToString("N"), (shelf.Before + number).ToString(CultureInfo.InvariantCulture));

    /// <summary>Writes a chunk, or over one of the same number that an earlier try left.</summary>
    public void Put(SmsBulkRow bulk, ChunkShelf shelf, int number, IReadOnlyCollection<ChunkLine> lines, IReadOnlyCollection<SkippedLine> skipped)
    {
        var row = new SmsChunkRow(IdOf(bulk.CreatedOn ?? default, shelf, number))
        {
            Name = number.ToString(CultureInfo.InvariantCulture),
            BulkId = bulk.Reference,
            ProcessId = new EntityReference(SmsProcess.LogicalName, shelf.ProcessId),
            ChunkNumber = shelf.Before + number,
            LineCount = lines.Count,
            Lines = ChunkLines.Pack(lines),
            SkippedLines = ChunkLines.PackSkipped(skipped),
        };
        if (bulk.OwnerId is { } owner)
        {
            row.Record[StandardColumns.Owner] = owner;
        }

        if (!_writer.CreateOnce(row.Record))
        {
            Write(row.Id, lines, skipped);
        }
    }

    /// <summary>Writes other lines into a chunk.</summary>
    public void Write(Guid id, IReadOnlyCollection<ChunkLine> lines, IReadOnlyCollection<SkippedLine> skipped) =>
        _writer.Update(new SmsChunkRow(id)
        {
            LineCount = lines.Count,
            Lines = ChunkLines.Pack(lines),
            SkippedLines = ChunkLines.PackSkipped(skipped),
        }.Record);

    /// <summary>The chunks of a partition in their order, a few at a time.</summary>
    /// <param name="shelf">Whose.</param>
    /// <param name="after">Only those behind this number of the shelf.</param>
    public IEnumerable<SmsChunkRow> ReadAll(ChunkShelf shelf, int after = 0)
    {
        for (var last = shelf.Before + after; ;)
        {
            var page = Page(shelf, last);
            foreach (var chunk in page)
            {
                yield return chunk;
                last = chunk.ChunkNumber ?? last;
            }

            if (page.Count < PageOfChunks)
            {
                yield break;
            }
        }
    }

    /// <summary>Removes chunks of a dry run while there is time.</summary>
    /// <returns>True when none is left.</returns>
    public bool RemoveAll(Guid processId, Func<bool> hasTime)
    {
        while (hasTime())
        {
            var query = new QueryExpression(SmsChunk.LogicalName) { ColumnSet = new ColumnSet(SmsChunk.PrimaryId), TopCount = PageOfChunks };
            query.Criteria.AddCondition(SmsChunk.Columns.ProcessId, ConditionOperator.Equal, processId);
            var found = _system.RetrieveMultiple(query).Entities;
            if (found.Count == 0)
            {
                return true;
            }

            foreach (var chunk in found)
            {
                Remove(chunk.Id);
            }
        }

        return false;
    }

    /// <summary>Removes a chunk; a repeat is harmless.</summary>
    public void Remove(Guid id)
    {
        try
        {
            _system.Delete(SmsChunk.LogicalName, id);
        }
        catch (FaultException<OrganizationServiceFault> fault) when (CrmFaults.IsNotFound(fault))
        {
            // An earlier try removed it.
        }
    }

    private IReadOnlyList<SmsChunkRow> Page(ChunkShelf shelf, int after)
    {
        var query = new QueryExpression(SmsChunk.LogicalName)
        {
            ColumnSet = new ColumnSet(SmsChunk.Columns.ChunkNumber, SmsChunk.Columns.Lines, SmsChunk.Columns.SkippedLines),
            TopCount = PageOfChunks,
        };
        query.Criteria.AddCondition(SmsChunk.Columns.ProcessId, ConditionOperator.Equal, shelf.ProcessId);
        query.Criteria.AddCondition(SmsChunk.Columns.ChunkNumber, ConditionOperator.GreaterThan, after);
        query.Criteria.AddCondition(SmsChunk.Columns.ChunkNumber, ConditionOperator.LessThan, shelf.Before + ChunkShelf.Room);
        query.AddOrder(SmsChunk.Columns.ChunkNumber, OrderType.Ascending);
        return _system.RetrieveMultiple(query).Entities.Select(row => new SmsChunkRow(row)).ToArray();
    }
}
