namespace ProviderSimulators.Faults;

/// <summary>What a simulator does wrong on demand.</summary>
public enum SimulatedFault
{
    /// <summary>The connection is cut after the request was read; nothing is stored.</summary>
    CutBeforeStoring,

    /// <summary>Everything is stored, then the connection is cut without an answer.</summary>
    CutBeforeAnswer,

    /// <summary>Everything is stored, then the connection is cut in the middle of the answer.</summary>
    CutMidAnswer,

    /// <summary>Everything is stored, then HTTP 500 with a web page.</summary>
    ErrorAfterStoring,

    /// <summary>Everything is stored, then the answer is slower than any client waits.</summary>
    Slow,

    /// <summary>A CDN answers HTTP 403 with a web page; nothing is stored.</summary>
    WebPage,

    /// <summary>The credentials are not accepted.</summary>
    Unauthorized,

    /// <summary>There is no credit left.</summary>
    CreditGone,

    /// <summary>Too many requests.</summary>
    TooFast,
}

/// <summary>How a simulator answers questions by the client's reference.</summary>
public enum ReferenceShow
{
    Honest,

    /// <summary>A message shows only <see cref="FaultPlan.LateBy"/> after it was accepted.</summary>
    Late,
    Never,

    /// <summary>A message shows with a second id too.</summary>
    Twice,

    /// <summary>Only the first half of what was asked is answered; of an odd number the larger half, so one alone is.</summary>
    Short,
}
