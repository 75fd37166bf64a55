using System;
using System.Collections.Generic;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Rows;
using smSys.Crm.Tables;
using smSys.Messaging.Bulk;

namespace smSys.Crm.Bulk;

/// <summary>Reads the frozen audience of a partition, one chunk after the other. Keeps the last one: several batches come out of it.</summary>
public sealed class ChunkReader
{
    private readonly IOrganizationService _system;
    private readonly Guid _partitionId;
    private int _number = -1;
    private IReadOnlyList<ChunkLine> _lines = [];

    /// <summary>Reads as SYSTEM.</summary>
    public ChunkReader(IOrganizationService system, Guid partitionId)
    {
        _system = system;
        _partitionId = partitionId;
    }

    /// <summary>Goes to the chunk with this number, or to the next one there is.</summary>
    /// <returns>False behind the last chunk.</returns>
    public bool GoTo(int number)
    {
        if (number == _number)
        {
            return true;
        }

        var query = new QueryExpression(SmsChunk.LogicalName) { ColumnSet = new ColumnSet(SmsChunk.Columns.ChunkNumber, SmsChunk.Columns.Lines) };
        query.Criteria.AddCondition(SmsChunk.Columns.ProcessId, ConditionOperator.Equal, _partitionId);
        query.Criteria.AddCondition(SmsChunk.Columns.ChunkNumber, ConditionOperator.GreaterEqual, number);
        query.AddOrder(SmsChunk.Columns.ChunkNumber, OrderType.Ascending);
        query.PageInfo = new PagingInfo { Count = 1, PageNumber = 1 };
        var page = _system.RetrieveMultiple(query);
        if (page.Entities.Count == 0)
        {
            return false;
        }

        var chunk = new SmsChunkRow(page.Entities[0]);
        IsLast = !page.MoreRecords;
        _number = chunk.ChunkNumber ?? number;
        _lines = ChunkLines.Unpack(chunk.Lines);
        return true;
    }

    /// <summary>Number of the chunk.</summary>
    public int Number => _number;

    /// <summary>No chunk comes behind it.</summary>
    public bool IsLast { get; private set; }

    /// <summary>Its recipients.</summary>
    public IReadOnlyList<ChunkLine> Lines => _lines;
}
