using System;

namespace smSys.Messaging.Messages;

/// <summary>Who makes a move.</summary>
[Flags]
public enum Movers
{
    /// <summary>Nobody.</summary>
    None = 0,

    /// <summary>Users by form, grid, import, workflow or API.</summary>
    People = 1,

    /// <summary>smSys' own code as SYSTEM.</summary>
    Engine = 2,

    /// <summary>Either.</summary>
    Both = People | Engine,
}

/// <summary>The state (statecode) that Dynamics files a status reason under; the values are those of Dynamics.</summary>
public enum ParentState
{
    /// <summary>0.</summary>
    Open = 0,

    /// <summary>1.</summary>
    Completed = 1,

    /// <summary>2, spelt as Dynamics does.</summary>
    Canceled = 2,
}

/// <summary>A legal move and who may make it.</summary>
/// <param name="From">The state before.</param>
/// <param name="To">The state after.</param>
/// <param name="By">Who.</param>
public sealed record StateMove(MessageState From, MessageState To, Movers By);
