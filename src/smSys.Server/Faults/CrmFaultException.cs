namespace smSys.Server.Faults;

/// <summary>What to do next about a fault of CRM.</summary>
public enum CrmFaultKind
{
    /// <summary>It does not answer, or what answers is not CRM: wait, then try everything again.</summary>
    Away,

    /// <summary>It does not let us in: somebody has to mend the sign-in.</summary>
    SignIn,

    /// <summary>It asks us to slow down: wait as long as it says.</summary>
    Busy,

    /// <summary>It refuses this one request; others may go on.</summary>
    Refused,

    /// <summary>The row is not there any more.</summary>
    Gone,

    /// <summary>The row is there already.</summary>
    Exists,
}

/// <summary>What CRM, or the way to it, has against a request. The message is fit for a log: it holds no credentials.</summary>
public sealed class CrmFaultException : Exception
{
    /// <summary>A fault.</summary>
    /// <param name="kind">What to do next.</param>
    /// <param name="code">CRM's own code (<c>0x80040220</c>), or ours for faults of the way to it.</param>
    /// <param name="words">One sentence.</param>
    /// <param name="retryAfter">How long CRM asks us to wait.</param>
    /// <param name="cause">What the platform threw.</param>
    public CrmFaultException(CrmFaultKind kind, string code, string words, TimeSpan? retryAfter = null, Exception? cause = null)
        : base("[" + code + "] " + words, cause)
    {
        Kind = kind;
        Code = code;
        RetryAfter = retryAfter;
    }

    /// <summary>What to do next.</summary>
    public CrmFaultKind Kind { get; }

    /// <summary>Stable; for a log and a search.</summary>
    public string Code { get; }

    /// <summary>How long CRM asks us to wait; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>True when the next request would meet the same fault, whatever row it is about.</summary>
    public bool ConcernsAll => Kind is CrmFaultKind.Away or CrmFaultKind.SignIn or CrmFaultKind.Busy;
}
