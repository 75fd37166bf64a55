using System.Collections.Generic;
using smSys.Messaging.Messages;
using static smSys.Messaging.Bulk.BulkState;
using static smSys.Messaging.Messages.Movers;

namespace smSys.Messaging.Bulk;

/// <summary>The one table of legal moves of a bulk and of who may make them.</summary>
public static class BulkStateRules
{
    private static readonly Dictionary<int, Movers> _moves = Build();

    /// <summary>True when the mover may make the move. Staying where one is is no move and always allowed.</summary>
    public static bool Allows(BulkState from, BulkState to, Movers who) =>
        from == to || (who != None && _moves.TryGetValue(Key(from, to), out var by) && (by & who) == who);

    /// <summary>True while text and audience may be written; after that they are a promise.</summary>
    public static bool IsOpen(BulkState state) => state is Draft or Checked;

    /// <summary>True when no partition sends any more. Counters of receipts still change.</summary>
    public static bool IsOver(BulkState state) => state is Finished or FinishedWithUnknowns or Cancelled;

    /// <summary>
    /// True of the moves that somebody has to hear about: they set off background work. Who froze the audience lets the
    /// partitions go in the same tick.
    /// </summary>
    public static bool Wakes(BulkState from, BulkState to) =>
        from != to && to is DryRunning or Ready or Running or Paused or Cancelled && !(from == Freezing && to == Running);

    private static Dictionary<int, Movers> Build()
    {
        var moves = new Dictionary<int, Movers>();
        Add(moves, People, Draft, DryRunning, Ready, Cancelled);
        Add(moves, People, Checked, DryRunning, Ready, Cancelled);
        Add(moves, Both, Checked, Draft);
        Add(moves, People, DryRunning, Cancelled);
        Add(moves, Both, DryRunning, Draft);
        Add(moves, People, Ready, Cancelled);
        Add(moves, People, Freezing, Cancelled);
        Add(moves, People, AwaitingApproval, Running, Cancelled);
        Add(moves, Both, Running, Paused);
        Add(moves, People, Running, Cancelled);
        Add(moves, Both, Paused, Running);
        Add(moves, People, Paused, Cancelled);

        Add(moves, Engine, DryRunning, Checked);
        Add(moves, Engine, Ready, Freezing, Paused);
        Add(moves, Engine, Freezing, Running, AwaitingApproval, Paused, Finished);
        Add(moves, Engine, Running, Finished, FinishedWithUnknowns);

        // Resumed after a pause while it was being frozen: there is nothing to send yet.
        Add(moves, Engine, Running, Freezing);
        Add(moves, Engine, Paused, Finished, FinishedWithUnknowns);
        Add(moves, Engine, FinishedWithUnknowns, Finished);

        // A person decides about unknown ones and sends them again: the bulk is not over after all.
        Add(moves, Engine, Finished, FinishedWithUnknowns);
        return moves;
    }

    private static void Add(Dictionary<int, Movers> moves, Movers by, BulkState from, params BulkState[] targets)
    {
        foreach (var to in targets)
        {
            moves[Key(from, to)] = by;
        }
    }

    private static int Key(BulkState from, BulkState to) => ((int)from << 8) | (int)to;
}
