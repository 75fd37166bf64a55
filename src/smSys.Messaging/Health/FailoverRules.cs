using System;
using System.Collections.Generic;
using System.Linq;

namespace smSys.Messaging.Health;

/// <summary>A setting of a group whose members stand in for one another.</summary>
/// <param name="Id">Which.</param>
/// <param name="Order">Smaller ones are asked first.</param>
/// <param name="MaySend">It is active, armed here and not in test mode.</param>
/// <param name="Health">Of its account.</param>
public sealed record FailoverMember(Guid Id, int Order, bool MaySend, HealthVerdict Health);

/// <summary>Where the messages of a setting go from now on.</summary>
/// <param name="HasChanged">Something has to be written.</param>
/// <param name="StandIn">The setting that sends; null: itself.</param>
public sealed record FailoverDecision(bool HasChanged, Guid? StandIn);

/// <summary>When a setting hands its messages to another one, and when it takes them back.</summary>
public static class FailoverRules
{
    /// <summary>Least time between two changes, so that two half-ill providers do not toss messages to and fro.</summary>
    public static readonly TimeSpan LeastStay = TimeSpan.FromMinutes(10);

    /// <summary>Decides.</summary>
    /// <param name="own">The setting; Well only when it was seen well since it was left.</param>
    /// <param name="others">The other members of its group.</param>
    /// <param name="standIn">Who sends for it now; null: itself.</param>
    /// <param name="changedOn">When that was last changed; null: never.</param>
    /// <param name="now">UTC.</param>
    public static FailoverDecision Decide(
        FailoverMember own, IReadOnlyList<FailoverMember> others, Guid? standIn, DateTime? changedOn, DateTime now)
    {
        var stay = new FailoverDecision(false, standIn);
        if (changedOn is { } changed && now - changed < LeastStay)
        {
            return stay;
        }

        if (standIn is not null && own.MaySend && own.Health == HealthVerdict.Well)
        {
            return new FailoverDecision(true, null);
        }

        var isLeft = standIn is not null;
        var isIll = own.Health == HealthVerdict.Ill || !own.MaySend;
        if (!isLeft && !isIll)
        {
            return stay;
        }

        var current = others.FirstOrDefault(member => member.Id == standIn);
        if (current is not null && IsFit(current))
        {
            return stay;
        }

        // When all are ill, nothing moves: a change would only spread the questions over more accounts.
        var next = others.Where(IsFit).OrderBy(member => member.Order).ThenBy(member => member.Id.ToString("N"), StringComparer.Ordinal).FirstOrDefault();
        return next is null || next.Id == standIn ? stay : new FailoverDecision(true, next.Id);
    }

    private static bool IsFit(FailoverMember member) => member.MaySend && member.Health != HealthVerdict.Ill;
}
