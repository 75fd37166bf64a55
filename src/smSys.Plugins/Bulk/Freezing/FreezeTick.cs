using System;
using System.Collections.Generic;
using smSys.Crm.Audiences;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Messaging.Bulk;
using smSys.Plugins.Processes;

namespace smSys.Plugins.Bulk.Freezing;

/// <summary>
/// Puts down whom a bulk goes to and what it says, so that later changes of lists, records and templates change nothing. What
/// somebody has to mend pauses the bulk with a sentence; resumed, freezing goes on where it was.
/// </summary>
public sealed class FreezeTick : IProcessTick
{
    private static readonly TimeSpan _rest = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public TickResult Run(Composition composition, SmsProcessRow process)
    {
        var bulks = new BulkAudienceStore(composition.Services.System);
        var bulk = process.BulkId is { } id ? bulks.Read(id.Id) : null;
        if (bulk is null)
        {
            return TickResult.Over("The bulk is gone.");
        }

        var state = Crm.Bulk.BulkStateCodes.Read(bulk);
        var isFrozen = bulk.FrozenOn is not null;
        if (!isFrozen && state is BulkState.Ready or BulkState.Running)
        {
            if (!bulks.Move(bulk, state, BulkState.Freezing))
            {
                return TickResult.OutOfTime(composition.Services.Clock(), "Somebody moved the bulk meanwhile; looks again.");
            }

            state = BulkState.Freezing;
        }

        var job = new BulkJob(composition, process, bulk, BulkState.Freezing);
        switch (state)
        {
            case BulkState.Freezing:
                return Freeze(composition, job, process);
            case BulkState.Running:
                new FreezeClosing(composition, job).Release(bulk.Partitions ?? 0);
                return TickResult.Over("Frozen.");
            case BulkState.Paused when !isFrozen:
                return TickResult.At(composition.Services.Clock() + _rest, "Waits until the bulk is resumed.");
            case BulkState.AwaitingApproval:
                return TickResult.Over("Frozen; waits for approval.");
            case BulkState.Cancelled when isFrozen:
                new FreezeClosing(composition, job).Release(bulk.Partitions ?? 0);
                return TickResult.Over("Frozen, and cancelled meanwhile.");
            case BulkState.Cancelled:
                return new FreezeUndoing(composition, job).Run();
            default:
                return isFrozen ? TickResult.Over("Frozen.") : TickResult.Over("The bulk is " + state + "; nothing is to be frozen.");
        }
    }

    private static TickResult Freeze(Composition composition, BulkJob job, SmsProcessRow process)
    {
        try
        {
            var terms = FrozenTerms.Of(composition, job);
            var closing = new FreezeClosing(composition, job);
            var deal = new AudienceDeal(Doors(job, terms, closing), job.Bulk, DealState.Read(process.Journal));

            // Also where a tick died between closing's two writes: nothing goes out before the second.
            deal.Run();
            if (deal.State.Phase == DealPhase.Dealt && job.GoesOn())
            {
                return closing.Close(deal.State, terms);
            }

            return job.IsLost ? TickResult.Lost : TickResult.OutOfTime(composition.Services.Clock(), Progress(deal.State));
        }
        catch (RefusalException refusal)
        {
            job.Bulks.Write(new SmsBulkRow(job.Bulk.Id) { PauseReason = null, PauseNote = Note(job, refusal) });
            job.Bulks.Move(job.Bulk.Id, BulkState.Freezing, BulkState.Paused);
            return TickResult.At(composition.Services.Clock() + _rest, Note(job, refusal));
        }
    }

    private static DealDoors Doors(BulkJob job, FrozenTerms terms, FreezeClosing closing)
    {
        return new DealDoors
        {
            System = job.Services.System,
            User = job.Starter,
            Parts = job.Parts,
            Shelves = job.PartitionShelf,
            Plan = counted => PartitionPlan.Count(counted, terms.Setting.PartitionLimit, job.Bulk.Partitions),
            Planned = count => closing.MakePartitions(count, terms),
            SiftedPartition = closing.Count,
            Save = state => job.Save(state.Write()),
            Remaining = () => job.Services.Remaining,
            GoesOn = job.GoesOn,
        };
    }

    private static string Note(BulkJob job, RefusalException refusal)
    {
        var note = job.Notes.Say(refusal.Sentence) + " (" + refusal.Code + ")";
        return note.Length <= SmsBulk.Lengths.PauseNote ? note : note.Substring(0, SmsBulk.Lengths.PauseNote);
    }

    private static string Progress(DealState state) => state.Phase switch
    {
        DealPhase.Counting => "Counting: " + state.Counted + " so far.",
        DealPhase.Dealing => "Dealing " + state.Counted + " recipients.",
        _ => "Looking for duplicates: part " + state.Sifted + " of " + state.Partitions.Count + ".",
    };
}
