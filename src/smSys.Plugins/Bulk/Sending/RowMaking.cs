using System;
using System.Collections.Generic;
using System.Linq;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Faults;
using smSys.Crm.Messages;
using smSys.Crm.Rows;
using smSys.Crm.Tables;
using smSys.Messaging.Bulk;
using smSys.Messaging.Messages;
using smSys.Messaging.Sending;
using smSys.Plugins.Sending;

namespace smSys.Plugins.Bulk.Sending;

/// <summary>
/// Creates the rows of a settled batch, each once. A repeat after a crash finds its own by one query, however many they are: on
/// a day when every twentieth call goes wrong, a query for each would never come to its end.
/// </summary>
public sealed class RowMaking
{
    private readonly IOrganizationService _system;
    private readonly RowWriter _writer;
    private readonly MessageRows _rows;
    private readonly RetryPolicy _policy;
    private readonly Guid _partitionId;
    private Dictionary<Guid, SmsRow>? _found;

    /// <summary>Works as SYSTEM.</summary>
    public RowMaking(IOrganizationService system, MessageRows rows, RetryPolicy policy, Guid partitionId)
    {
        _system = system;
        _writer = new RowWriter(system);
        _rows = rows;
        _policy = policy;
        _partitionId = partitionId;
    }

    /// <summary>Makes the rows of all settled messages.</summary>
    /// <param name="journal">The batch.</param>
    /// <param name="answer">What became of it.</param>
    /// <param name="now">UTC.</param>
    /// <returns>What the batch adds to the partition's sums; retries are still pending and in none of them.</returns>
    public PartitionSums Make(BatchJournal journal, BatchAnswer answer, DateTime now)
    {
        var sums = new PartitionSums();
        _found = null;
        for (var i = 0; i < answer.Fates.Count; i++)
        {
            if (answer.Fates[i].Skip is { } reason)
            {
                sums[reason]++;
            }
            else if (answer.Fates[i].IsSettled)
            {
                Make(journal, journal.Lines[i], answer, answer.Fates[i], now, sums);
            }
        }

        return sums;
    }

    private void Make(BatchJournal journal, BatchLine line, BatchAnswer answer, LineFate fate, DateTime now, PartitionSums sums)
    {
        var fraction = fate.Kind == FateKind.Accepted ? 0 : Chance.Of(_rows.IdOf(line), fate.ReferenceNumber);
        var end = MessageEnd.Of(fate, _policy, answer.AttemptedOn, fraction);
        var row = _rows.Of(journal, line, fate, answer.AttemptedOn, end, now);
        if (!StandsAsMine(row, line, journal))
        {
            // The number has its message already, by another line of the audience.
            sums[SkipReason.Duplicate]++;
            return;
        }

        if (end.FinalState is { } final)
        {
            var move = new Entity(Sms.LogicalName, row.Id);
            StateCodes.Write(move, final);
            _writer.Update(move);
        }

        if (fate.Kind == FateKind.Accepted)
        {
            sums.Accepted++;
            sums.Parts += row.GetAttributeValue<int>(Sms.Columns.Parts);
            sums.AddCost(row.GetAttributeValue<decimal?>(Sms.Columns.Cost));
        }

        sums.Unknown += end.OpenState == MessageState.Unknown ? 1 : 0;
        sums.Rejected += end.FinalState is null ? 0 : 1;
    }

    // The message is with the provider: it gets its row even if what the row points at was deleted meanwhile.
    private bool CreateOnce(Entity row)
    {
        foreach (var columns in MessageRows.Dispensable)
        {
            try
            {
                return _writer.CreateOnce(row);
            }
            catch (FaultException<OrganizationServiceFault> fault) when (CrmFaults.IsNotFound(fault))
            {
                foreach (var column in columns)
                {
                    row.Attributes.Remove(column);
                }
            }
        }

        return _writer.CreateOnce(row);
    }

    private bool StandsAsMine(Entity row, BatchLine line, BatchJournal journal)
    {
        if (_found is { } found && found.TryGetValue(row.Id, out var earlier))
        {
            return IsOf(earlier, line);
        }

        if (CreateOnce(row))
        {
            _found?[row.Id] = new SmsRow(row);
            return true;
        }

        _found ??= Find(journal);

        // A row that a retention or a person took away after it was finished was mine too.
        return !_found.TryGetValue(row.Id, out var stored) || IsOf(stored, line);
    }

    private bool IsOf(SmsRow stored, BatchLine line) =>
        stored.ProcessIdColumn?.Id == _partitionId && stored.ChunkNumber == line.Chunk && stored.ChunkLine == line.Line;

    private Dictionary<Guid, SmsRow> Find(BatchJournal journal)
    {
        var ids = journal.Lines.Select(_rows.IdOf).Distinct().ToArray();
        return _system.FindAll(Sms.LogicalName, Sms.PrimaryId, ids, Sms.Columns.ProcessIdColumn, Sms.Columns.ChunkNumber, Sms.Columns.ChunkLine)
            .Select(row => new SmsRow(row)).ToDictionary(row => row.Id);
    }
}
