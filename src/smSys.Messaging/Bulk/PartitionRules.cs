using System;

namespace smSys.Messaging.Bulk;

/// <summary>What a partition does next.</summary>
public enum PartitionStep
{
    /// <summary>Come again at a time.</summary>
    Wait,

    /// <summary>Ask about what is in doubt.</summary>
    Ask,

    /// <summary>Make the rows of the open batch, whose messages are all settled.</summary>
    MakeRows,

    /// <summary>Call (again) with what of the open batch is to be sent.</summary>
    SendOpen,

    /// <summary>Announce the next batch.</summary>
    Announce,

    /// <summary>The bulk was cancelled: close, and count the rest as cancelled.</summary>
    CallOff,

    /// <summary>Its time is over: close, and count the rest as left out.</summary>
    Expire,

    /// <summary>Everything is announced: count what became of the rows.</summary>
    Count,
}

/// <summary>What the decision is made by, as just read.</summary>
/// <param name="Bulk">State of the bulk.</param>
/// <param name="PausedByItself">It stands still for a reason that a probe may end.</param>
/// <param name="MaySend">The setting is active.</param>
/// <param name="NotBefore">UTC.</param>
/// <param name="NotAfter">UTC.</param>
/// <param name="Cursor">Of the partition.</param>
/// <param name="Open">The open batch; null when there is none, or its rows are made.</param>
public readonly record struct PartitionFacts(
    BulkState Bulk, bool PausedByItself, bool MaySend, DateTime? NotBefore, DateTime? NotAfter, PartitionCursor Cursor, BatchAnswer? Open);

/// <summary>A step, and until when to wait for it.</summary>
public readonly record struct PartitionDecision(PartitionStep Step, DateTime? Until = null);

/// <summary>The one place where it is decided how a partition goes on.</summary>
public static class PartitionRules
{
    /// <summary>A paused setting is looked at again so soon.</summary>
    public static readonly TimeSpan SettingWait = TimeSpan.FromMinutes(1);

    /// <summary>Whoever resumes a bulk wakes its partitions; this is for the case that the call was lost.</summary>
    public static readonly TimeSpan PauseWait = TimeSpan.FromMinutes(15);

    /// <summary>Decides.</summary>
    public static PartitionDecision Next(PartitionFacts facts, DateTime now)
    {
        if (facts.Open is { } open)
        {
            if (open.Has(FateKind.InDoubt))
            {
                // Asking sends nothing, so it is done in every state.
                var dueOn = AskJudge.DueOn(open);
                return dueOn <= now ? new PartitionDecision(PartitionStep.Ask) : new PartitionDecision(PartitionStep.Wait, dueOn);
            }

            if (!open.Has(FateKind.ToSend))
            {
                return new PartitionDecision(PartitionStep.MakeRows);
            }
        }
        else if (facts.Cursor.IsEnd)
        {
            return new PartitionDecision(PartitionStep.Count);
        }

        return Send(facts, now);
    }

    private static PartitionDecision Send(PartitionFacts facts, DateTime now)
    {
        if (facts.Bulk == BulkState.Cancelled)
        {
            return new PartitionDecision(PartitionStep.CallOff);
        }

        if (facts.NotAfter < now)
        {
            return new PartitionDecision(PartitionStep.Expire);
        }

        var mayProbe = facts.Bulk == BulkState.Paused && facts.PausedByItself;
        if (facts.Bulk != BulkState.Running && !mayProbe)
        {
            return new PartitionDecision(PartitionStep.Wait, now + PauseWait);
        }

        if (!facts.MaySend)
        {
            return new PartitionDecision(PartitionStep.Wait, now + SettingWait);
        }

        var notBefore = facts.Open?.ComeAgainOn > facts.NotBefore || facts.NotBefore is null ? facts.Open?.ComeAgainOn : facts.NotBefore;
        if (notBefore > now)
        {
            return new PartitionDecision(PartitionStep.Wait, notBefore);
        }

        // While it stands still, only what failed is tried: one call says whether the provider is well.
        return facts.Open is not null ? new PartitionDecision(PartitionStep.SendOpen)
            : mayProbe ? new PartitionDecision(PartitionStep.Wait, now + SettingWait)
            : new PartitionDecision(PartitionStep.Announce);
    }
}
