namespace smSys.Deploy.Probing;

/// <summary>What the organisation answered to a belief.</summary>
public sealed class Finding
{
    private Finding(Verdict verdict, string detail)
    {
        Verdict = verdict;
        Detail = detail;
    }

    public Verdict Verdict { get; }

    /// <summary>What was seen, in a few words.</summary>
    public string Detail { get; }

    public static Finding Holds(string detail) => new Finding(Verdict.Holds, detail);

    public static Finding Differs(string detail) => new Finding(Verdict.Differs, detail);

    public static Finding CannotSay(string detail) => new Finding(Verdict.CannotSay, detail);

    public static Finding When(bool holds, string detail) => holds ? Holds(detail) : Differs(detail);
}

public enum Verdict
{
    Holds,
    Differs,

    /// <summary>The organisation lacks what the question needs: a table, rows, a right.</summary>
    CannotSay,
}
