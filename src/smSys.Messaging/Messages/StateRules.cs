using System.Collections.Generic;
using System.Linq;
using static smSys.Messaging.Messages.MessageState;
using static smSys.Messaging.Messages.Movers;

namespace smSys.Messaging.Messages;

/// <summary>The one table of legal moves of a message and of who may make them.</summary>
public static class StateRules
{
    private static readonly StateMove[] _moves = Build();
    private static readonly Dictionary<int, Movers> _byPair = _moves.ToDictionary(move => Key(move.From, move.To), move => move.By);

    /// <summary>Every legal move.</summary>
    public static IReadOnlyList<StateMove> Moves => _moves;

    /// <summary>Every state.</summary>
    public static IReadOnlyList<MessageState> States { get; } =
    [
        Draft, Queued, MessageState.Sending, RetryScheduled, Sent, Unknown, Arrived, Received,
        Handled, Delivered, SentWithoutReceipt,
        Cancelled, Failed, Undelivered, BlockedByOperator, OptedOut, Expired,
    ];

    /// <summary>True when the mover may make the move. Staying where one is is no move and always allowed.</summary>
    public static bool Allows(MessageState from, MessageState to, Movers who) =>
        from == to || (who != None && _byPair.TryGetValue(Key(from, to), out var by) && (by & who) == who);

    /// <summary>True when the mover may create a row in that state; Dynamics itself allows open states only.</summary>
    public static bool AllowsCreation(MessageState state, Movers who) =>
        ParentOf(state) == ParentState.Open && (who == Engine || state is Draft or Queued);

    /// <summary>True when nothing further is to be done; a late receipt may still mend a final state.</summary>
    public static bool IsFinal(MessageState state) => ParentOf(state) != ParentState.Open;

    /// <summary>True of the states of incoming messages; Handled is shared by both directions.</summary>
    public static bool IsIncoming(MessageState state) => state is Arrived or Received;

    /// <summary>The statecode under which Dynamics files the state.</summary>
    public static ParentState ParentOf(MessageState state) => state switch
    {
        Draft or Queued or MessageState.Sending or RetryScheduled or Sent or Unknown or Arrived or Received => ParentState.Open,
        Handled or Delivered or SentWithoutReceipt => ParentState.Completed,
        _ => ParentState.Canceled,
    };

    /// <summary>The status reason that Dynamics takes when somebody sets the state alone (Mark Complete, Cancel).</summary>
    public static MessageState DefaultOf(ParentState parent) => parent switch
    {
        ParentState.Open => Draft,
        ParentState.Completed => Handled,
        _ => Cancelled,
    };

    /// <summary>The states from which the mover may go to <paramref name="to"/>.</summary>
    public static IReadOnlyList<MessageState> Sources(MessageState to, Movers who) =>
        _moves.Where(move => move.To == to && (move.By & who) == who).Select(move => move.From).ToArray();

    private static StateMove[] Build()
    {
        var moves = new List<StateMove>();
        Add(moves, Draft, Both, Queued, Cancelled);
        Add(moves, Draft, Engine, OptedOut, Expired, Failed);

        Add(moves, Queued, Both, Cancelled);
        // Delivered: the receipt of an earlier attempt overtakes the next one, which then must not go out.
        Add(moves, Queued, Engine, MessageState.Sending, RetryScheduled, OptedOut, Expired, Failed, BlockedByOperator, Delivered);

        // Queued: the claim was given back before anything was called.
        Add(moves, MessageState.Sending, Engine, Queued, RetryScheduled, Sent, Unknown, Failed, BlockedByOperator, OptedOut, Expired);
        Add(moves, MessageState.Sending, Engine, Delivered, Undelivered, SentWithoutReceipt);

        Add(moves, RetryScheduled, Both, Queued, Cancelled);
        Add(moves, RetryScheduled, Engine, MessageState.Sending, Sent, Failed, BlockedByOperator, OptedOut, Expired, Delivered, Undelivered);

        Add(moves, Sent, Engine, Delivered, Undelivered, BlockedByOperator, SentWithoutReceipt);

        // A person sends it again, or takes it as sent.
        Add(moves, Unknown, Both, Queued, SentWithoutReceipt);
        Add(moves, Unknown, Engine, RetryScheduled, Sent, Delivered, Undelivered, BlockedByOperator, Failed);

        Add(moves, Failed, Both, Queued);

        // Delivered beats all: it is the phone that says so.
        foreach (var state in new[] { SentWithoutReceipt, Undelivered, BlockedByOperator, Failed, Cancelled, OptedOut, Expired })
        {
            Add(moves, state, Engine, Delivered);
        }

        Add(moves, SentWithoutReceipt, Engine, Undelivered, BlockedByOperator);

        Add(moves, Arrived, Engine, Received, Handled);
        Add(moves, Received, Both, Handled);
        return moves.ToArray();
    }

    private static void Add(List<StateMove> moves, MessageState from, Movers by, params MessageState[] targets)
    {
        foreach (var to in targets)
        {
            moves.Add(new StateMove(from, to, by));
        }
    }

    private static int Key(MessageState from, MessageState to) => ((int)from << 8) | (int)to;
}
