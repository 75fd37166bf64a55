using System;
using smSys.Crm.Bulk;
using smSys.Crm.Tables;
using smSys.Messaging.Bulk;
using smSys.Messaging.Sending;

namespace smSys.Plugins.Bulk.Sending;

/// <summary>
/// A partition in the hands of one tick: its journal as it stands in the row, and the few writes that move it. Every write
/// renews the lease and is bound to the row version; who has lost the partition writes nothing any more.
/// </summary>
public sealed class Partition
{
    private readonly PartitionStore _store;
    private readonly FenceToken _token;
    private readonly Func<DateTime> _clock;
    private PartitionLook? _look;

    /// <summary>As its row was read before its lease was taken.</summary>
    /// <exception cref="FormatException">The journal cannot be read: nothing is sent.</exception>
    public Partition(SmsProcessRow row, PartitionStore store, FenceToken token, Func<DateTime> clock)
    {
        _store = store;
        _token = token;
        _clock = clock;
        Id = row.Id;
        BatchNumber = row.BatchNumber ?? 0;
        LastRunOn = row.LastRunOn;
        Cursor = PartitionCursor.Read(row.Cursor);
        Sums = SumColumns.Read(row.Record);
        Journal = BatchJournal.Read(row.Journal);
        Answer = Journal is null ? null : BatchAnswer.Read(row.Answer, Journal);
    }

    /// <summary>The row.</summary>
    public Guid Id { get; }

    /// <summary>When the tick before this one began.</summary>
    public DateTime? LastRunOn { get; }

    /// <summary>Of the batch last announced.</summary>
    public int BatchNumber { get; private set; }

    /// <summary>The next line to be announced.</summary>
    public PartitionCursor Cursor { get; private set; }

    /// <summary>What has become of the recipients, the open batch aside.</summary>
    public PartitionSums Sums { get; }

    /// <summary>The open batch.</summary>
    public BatchJournal? Journal { get; private set; }

    /// <summary>What is known of it; null without an open batch.</summary>
    public BatchAnswer? Answer { get; private set; }

    /// <summary>The rows of the open batch are made, and counted in <see cref="Sums"/>; the next write closes it.</summary>
    public bool IsMade { get; private set; }

    /// <summary>How everything stood when it was last looked at.</summary>
    public PartitionLook Now => _look ?? throw new InvalidOperationException("Nobody has looked yet.");

    /// <summary>Looks at partition, bulk and setting.</summary>
    /// <returns>False when the partition is somebody else's by now, or gone.</returns>
    public bool Look()
    {
        _look = _store.Look(Id);
        return _look is not null && _look.Holder == _token;
    }

    /// <summary>Announces a batch, which closes the one before. To be looked at again before the provider is called.</summary>
    /// <param name="journal">The batch.</param>
    /// <param name="cursor">Behind it.</param>
    /// <param name="announced">Where not all of it goes out by its first references.</param>
    /// <returns>False when the partition is somebody else's by now.</returns>
    public bool Announce(BatchJournal journal, PartitionCursor cursor, BatchAnswer? announced = null)
    {
        var change = new SmsProcessRow(Id)
        {
            Journal = journal.Pack(),
            Answer = announced?.Pack(),
            BatchNumber = journal.Number,
            Announced = journal.Lines.Count,
            Cursor = cursor.ToString(),
        };
        if (!Write(change, withSums: true))
        {
            return false;
        }

        BatchNumber = journal.Number;
        Cursor = cursor;
        Journal = journal;
        Answer = announced ?? BatchAnswer.OfAnnounced(journal);
        IsMade = false;
        return true;
    }

    /// <summary>Closes the open batch, if any, and moves the cursor without announcing another.</summary>
    public bool Close(PartitionCursor cursor)
    {
        var change = new SmsProcessRow(Id) { Journal = null, Answer = null, Announced = 0, Cursor = cursor.ToString() };
        if (!Write(change, withSums: true))
        {
            return false;
        }

        Cursor = cursor;
        Forget();
        return true;
    }

    /// <summary>Stores what is known of the open batch now.</summary>
    public bool Store(BatchAnswer answer)
    {
        if (!Write(new SmsProcessRow(Id) { Answer = answer.Pack() }, withSums: false))
        {
            return false;
        }

        Answer = answer;
        return true;
    }

    /// <summary>Puts the open batch under another account; the texts are written again.</summary>
    public bool Store(BatchJournal journal, BatchAnswer answer)
    {
        if (!Write(new SmsProcessRow(Id) { Journal = journal.Pack(), Answer = answer.Pack() }, withSums: false))
        {
            return false;
        }

        Journal = journal;
        Answer = answer;
        return true;
    }

    /// <summary>Writes what was counted, and the sums with it; closes the batch whose rows are made.</summary>
    public bool Count(SmsProcessRow counts)
    {
        SumColumns.Write(Sums, counts.Record);
        if (IsMade)
        {
            counts.Journal = null;
            counts.Answer = null;
            counts.Announced = 0;
        }

        if (!Write(counts, withSums: false))
        {
            return false;
        }

        if (IsMade)
        {
            Forget();
        }

        return true;
    }

    /// <summary>Remembers that the rows of the open batch are made.</summary>
    public void Made(PartitionSums batch)
    {
        Sums.Add(batch);
        IsMade = true;
    }

    private void Forget()
    {
        Journal = null;
        Answer = null;
        IsMade = false;
    }

    private bool Write(SmsProcessRow change, bool withSums)
    {
        if (withSums)
        {
            Sums.Pending = Sums.Remainder;
            SumColumns.Write(Sums, change.Record);
        }

        change.LeaseUntil = _clock() + LeaseRules.Lease;
        return _store.Write(change, Now.RowVersion, _token);
    }
}
