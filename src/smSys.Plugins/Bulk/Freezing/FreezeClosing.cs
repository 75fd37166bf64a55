using System;
using System.Globalization;
using System.Linq;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Audiences;
using smSys.Crm.Bulk;
using smSys.Crm.Rows;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Messaging.Bulk;
using smSys.Plugins.Processes;

namespace smSys.Plugins.Bulk.Freezing;

/// <summary>Makes the partitions of a bulk, writes what was counted, and lets them go.</summary>
public sealed class FreezeClosing
{
    private readonly BulkJob _job;
    private readonly Composition _composition;
    private readonly RowWriter _writer;
    private int? _rowMilliseconds;

    /// <summary>For one tick.</summary>
    public FreezeClosing(Composition composition, BulkJob job)
    {
        _composition = composition;
        _job = job;
        _writer = new RowWriter(composition.Services.System);
    }

    private SmsBulkRow Bulk => _job.Bulk;

    /// <summary>Makes the partitions, asleep: they have no time for a next run.</summary>
    public void MakePartitions(int count, FrozenTerms terms)
    {
        var began = _composition.Services.Clock();
        for (var partition = 1; partition <= count; partition++)
        {
            var row = new SmsProcessRow(_job.PartitionShelf(partition).ProcessId)
            {
                Name = Bulk.Name + " – " + partition.ToString(CultureInfo.InvariantCulture),
                ProcessKind = ProcessKind.Send,
                BulkId = Bulk.Reference,
                SettingId = terms.Setting.Reference,
                NumberId = terms.Line.Reference,
                MessageClass = terms.MessageClass,
                Partition = partition,
            };
            if (Bulk.OwnerId is { } owner)
            {
                row.Record[StandardColumns.Owner] = owner;
            }

            _writer.CreateOnce(row.Record);
        }

        // A message has parties besides its row: until one was measured it is taken to cost twice as much as a partition.
        var elapsed = _composition.Services.Clock() - began;
        _rowMilliseconds = Math.Max(1, (int)(2 * elapsed.TotalMilliseconds / Math.Max(1, count)));
    }

    /// <summary>Writes the sums of a partition.</summary>
    public void Count(int partition, PartitionTally tally) =>
        _writer.Update(new SmsProcessRow(_job.PartitionShelf(partition).ProcessId)
        {
            Expected = tally.Expected,
            Pending = tally.Lines,
            Skipped = tally.Skipped,
            SkippedNoNumber = tally.NoNumber,
            SkippedInvalid = tally.Invalid,
            SkippedDuplicate = tally.Duplicate,
            CreateMilliseconds = _rowMilliseconds,
        }.Record);

    /// <summary>Writes the sums and the text into the bulk, and moves it on.</summary>
    public TickResult Close(DealState state, FrozenTerms terms)
    {
        var total = state.Total;
        var now = _composition.Services.Clock();
        var needsApproval = Bulk.ApprovedOn is null && terms.Setting.ApprovalAbove is { } most && most > 0 && total.Expected > most;
        var digest = _job.Digest(terms.Text);
        _job.Bulks.Write(new SmsBulkRow(Bulk.Id)
        {
            Expected = total.Expected,
            Pending = total.Lines,
            Skipped = total.Skipped,
            SkippedNoNumber = total.NoNumber,
            SkippedInvalid = total.Invalid,
            SkippedDuplicate = total.Duplicate,

            // A dry run may have left its own counts here.
            SkippedOptedOut = 0,
            SkippedDoNotContact = 0,
            SkippedBlocked = 0,
            SkippedMissingValue = 0,
            SkippedExpired = 0,
            SkippedTest = 0,
            TotalParts = 0,
            TotalCost = null,
            AudienceDigest = digest,
            Partitions = state.Partitions.Count,
            FrozenText = terms.Text,
            FrozenOn = now,
            NotAfter = terms.NotAfter(Bulk, now),
            MessageClass = terms.MessageClass,
            MissingValuePolicy = terms.Missing,
            SettingId = terms.Setting.Reference,
            NumberId = terms.Line.Reference,
            ReplyNumberId = Bulk.ReplyNumberId ?? terms.Line.ReplyNumberId ?? terms.Line.Reference,
            ApprovalNeeded = needsApproval,
            PauseNote = null,
        });
        if (total.Lines == 0)
        {
            return Finish(state);
        }

        WarnOfTheSame(digest);
        if (needsApproval)
        {
            return _job.Bulks.Move(Bulk.Id, BulkState.Freezing, BulkState.AwaitingApproval) ? TickResult.Over("Frozen; waits for approval.") : Overtaken();
        }

        // The bulk first: a partition that woke before would find it freezing and go away.
        if (!_job.Bulks.Move(Bulk.Id, BulkState.Freezing, BulkState.Running))
        {
            return Overtaken();
        }

        for (var partition = 1; partition <= state.Partitions.Count; partition++)
        {
            Wake(partition);
        }

        return TickResult.Over("Frozen: " + total.Lines + " of " + total.Expected + " recipients.");
    }

    /// <summary>
    /// Lets the partitions run that have never run: a tick before this one died while it did so, or somebody cancelled the bulk
    /// at the last moment and they have to call everybody off.
    /// </summary>
    public void Release(int partitions)
    {
        for (var partition = 1; partition <= partitions; partition++)
        {
            var row = _composition.Processes.Read(_job.PartitionShelf(partition).ProcessId);
            if (row is { NextRunOn: null, LastRunOn: null, Statecode: SmsProcess.State.Active })
            {
                Wake(partition);
            }
        }
    }

    private TickResult Overtaken() => TickResult.OutOfTime(_composition.Services.Clock(), "Somebody moved the bulk meanwhile; looks again.");

    private void Wake(int partition)
    {
        var now = _composition.Services.Clock();
        var start = Bulk.NotBefore is { } notBefore && notBefore > now && BulkStateCodes.Read(Bulk) != BulkState.Cancelled ? notBefore : now;
        var atOnce = start <= now && _composition.Services.Context.Depth <= DepthRules.DeepestRequest;
        _composition.Processes.Wake(_job.PartitionShelf(partition).ProcessId, start, atOnce);
    }

    // After the digest is written: of two that are frozen at the same moment at least one sees the other.
    private void WarnOfTheSame(string digest)
    {
        if (AudienceDigests.Earlier(_composition.Services.System, Bulk.Id, digest, _composition.Services.Clock()) is not { } earlier)
        {
            return;
        }

        // A dry run may have said it already, among other things.
        var warning = _job.Notes.Say(AudienceDigests.WarningOf(earlier));
        var before = Bulk.Warning ?? string.Empty;
        if (before.IndexOf(warning, StringComparison.Ordinal) < 0)
        {
            var both = (warning + " " + before).Trim();
            _job.Bulks.Write(new SmsBulkRow(Bulk.Id) { Warning = both.Length <= SmsBulk.Lengths.Warning ? both : both.Substring(0, SmsBulk.Lengths.Warning) });
        }
    }

    private TickResult Finish(DealState state)
    {
        var sentence = state.Counted == 0
            ? new Sentence("Nobody is in the audience; nothing was sent.", "مخاطبی پیدا نشد؛ چیزی ارسال نشد.")
            : new Sentence("Nobody in the audience has a usable number; nothing was sent.", "هیچ مخاطبی شماره درستی ندارد؛ چیزی ارسال نشد.");

        // Those that stand there: a try before this one may have counted somebody.
        foreach (var partition in _composition.Partitions.OfBulk(Bulk.Id, StandardColumns.State).Where(row => row.Statecode == SmsProcess.State.Active))
        {
            _composition.Processes.End(partition.Id, SmsProcess.Status.Finished);
        }

        _job.Bulks.Write(new SmsBulkRow(Bulk.Id)
        {
            Warning = _job.Notes.Say(sentence) + " (audience-empty)",
            FinishedOn = _composition.Services.Clock(),
        });
        _job.Bulks.Move(Bulk.Id, BulkState.Freezing, BulkState.Finished);
        return TickResult.Over("Nobody to send to.");
    }
}
