using System;
using System.Collections.Generic;
using smSys.Crm.Audiences;
using smSys.Crm.Bulk;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Messaging.Bulk;
using smSys.Plugins.Bulk.Freezing;
using smSys.Plugins.Processes;

namespace smSys.Plugins.Bulk.DryRunning;

/// <summary>
/// Works out what a bulk would do, with everybody rendered, and sends nothing. The audience is dealt into chunks of its own,
/// which are removed afterwards, so that a million recipients need no more memory than a thousand.
/// </summary>
public sealed class DryRunTick : IProcessTick
{
    private static readonly TimeSpan _shortest = TimeSpan.FromSeconds(25);

    /// <inheritdoc/>
    public TickResult Run(Composition composition, SmsProcessRow process)
    {
        var bulk = process.BulkId is { } id ? new BulkAudienceStore(composition.Services.System).Read(id.Id) : null;
        var chunks = new ChunkStore(composition.Services.System);
        if (bulk is null || BulkStateCodes.Read(bulk) != BulkState.DryRunning)
        {
            return CleanUp(composition, chunks, process, "The bulk is not in a dry run.");
        }

        var job = new BulkJob(composition, process, bulk, BulkState.DryRunning);
        try
        {
            return DryRun(composition, job, process, chunks);
        }
        catch (RefusalException refusal)
        {
            var note = job.Notes.Say(refusal.Sentence) + " (" + refusal.Code + ")";
            job.Bulks.Write(new SmsBulkRow(bulk.Id) { Warning = note });
            job.Bulks.Move(bulk.Id, BulkState.DryRunning, BulkState.Draft);
            return CleanUp(composition, chunks, process, note);
        }
    }

    private static TickResult DryRun(Composition composition, BulkJob job, SmsProcessRow process, ChunkStore chunks)
    {
        var journal = DryRunJournal.Read(process.Journal, job.Bulk.RequestedOn);
        if (!journal.Tally.IsWritten)
        {
            var terms = FrozenTerms.Of(composition, job);
            var deal = new AudienceDeal(Doors(job, process, terms, journal), job.Bulk, journal.Deal);
            deal.Run();
            journal = journal with { Deal = deal.State };
            if (deal.State.Phase != DealPhase.Dealt || !Rate(composition, job, process, terms, chunks, journal))
            {
                return job.IsLost
                    ? TickResult.Lost
                    : TickResult.OutOfTime(composition.Services.Clock(), "Dry run: " + journal.Tally["send"] + " rendered so far.");
            }

            Write(composition, job, terms, journal);
            journal.Tally.IsWritten = true;
            job.Save(journal.Write());
        }

        if (job.IsLost)
        {
            return TickResult.Lost;
        }

        if (!chunks.RemoveAll(process.Id, () => composition.Services.Remaining > _shortest))
        {
            return TickResult.OutOfTime(composition.Services.Clock(), "Dry run: clearing up.");
        }

        job.Bulks.Move(job.Bulk.Id, BulkState.DryRunning, BulkState.Checked);
        return Over("Checked.");
    }

    private static DealDoors Doors(BulkJob job, SmsProcessRow process, FrozenTerms terms, DryRunJournal journal)
    {
        return new DealDoors
        {
            System = job.Services.System,
            User = job.Starter,
            Parts = job.Parts,
            Shelves = partition => Shelf(process.Id, partition),
            Plan = counted => PartitionPlan.Count(counted, terms.Setting.PartitionLimit),
            Planned = _ => { },
            SiftedPartition = (_, _) => { },
            Save = state => job.Save((journal with { Deal = state }).Write()),
            Remaining = () => job.Services.Remaining,
            GoesOn = job.GoesOn,
        };
    }

    private static ChunkShelf Shelf(Guid processId, int partition) => new(processId, partition * ChunkShelf.Room);

    // True once everybody was rated.
    private static bool Rate(
        Composition composition, BulkJob job, SmsProcessRow process, FrozenTerms terms, ChunkStore chunks, DryRunJournal journal)
    {
        var rating = new DryRunRating(composition, job, terms);
        var tally = journal.Tally;
        for (; tally.Partition <= journal.Deal.Partitions.Count; tally.Partition++, tally.Chunk = 0)
        {
            foreach (var chunk in chunks.ReadAll(Shelf(process.Id, tally.Partition), tally.Chunk))
            {
                if (composition.Services.Remaining < _shortest || !job.GoesOn())
                {
                    return false;
                }

                rating.Rate(ChunkLines.Unpack(chunk.Lines), tally);
                tally.Chunk = (chunk.ChunkNumber ?? 0) - (tally.Partition * ChunkShelf.Room);
                job.Save(journal.Write());
            }
        }

        return job.GoesOn();
    }

    private static void Write(Composition composition, BulkJob job, FrozenTerms terms, DryRunJournal journal)
    {
        var now = composition.Services.Clock();
        var digest = job.Digest(terms.Text);
        var reply = (job.Bulk.ReplyNumberId ?? terms.Line.ReplyNumberId) is { } other && other.Id != terms.Line.Id
            ? composition.Lines.Read(other.Id)?.Line
            : terms.Line.Line;
        var result = new DryRunResult(
            journal.Deal.Total,
            journal.Tally,
            terms,
            reply ?? string.Empty,
            AudienceDigests.Earlier(composition.Services.System, job.Bulk.Id, digest, now),
            AccountRate.Of(composition, terms.Setting, journal.Deal.Total.Expected, job.Bulk.Partitions));
        var change = new SmsBulkRow(job.Bulk.Id);
        result.Write(change, now, digest, job.Notes);
        change.Warning = result.Warning is { } warning ? job.Notes.Say(warning) : null;
        job.Bulks.Write(change);
    }

    private static TickResult CleanUp(Composition composition, ChunkStore chunks, SmsProcessRow process, string summary) =>
        chunks.RemoveAll(process.Id, () => composition.Services.Remaining > _shortest)
            ? Over(summary)
            : TickResult.OutOfTime(composition.Services.Clock(), "Dry run: clearing up.");

    private static TickResult Over(string summary)
    {
        var result = TickResult.Over(summary);
        result.Change.Journal = null;
        return result;
    }
}
