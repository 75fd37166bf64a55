using System;
using smSys.Crm.Tables;

namespace smSys.Plugins.Processes;

/// <summary>How a tick ended.</summary>
public sealed class TickResult
{
    private TickResult(DateTime? nextRunOn, string summary, bool isOver, bool goesOn = false)
    {
        NextRunOn = nextRunOn;
        Summary = summary;
        IsOver = isOver;
        GoesOn = goesOn;
    }

    /// <summary>When to run next; null: after the process' interval.</summary>
    public DateTime? NextRunOn { get; }

    /// <summary>One line for the process' last result.</summary>
    public string Summary { get; }

    /// <summary>There is nothing left to do, ever.</summary>
    public bool IsOver { get; }

    /// <summary>There is work left for now: where the depth allows it, the tick asks for the next one itself.</summary>
    public bool GoesOn { get; }

    /// <summary>The process is somebody else's by now.</summary>
    public bool IsLost { get; private init; }

    /// <summary>Further columns to write into the process, cursor and counters.</summary>
    public SmsProcessRow Change { get; } = new();

    /// <summary>Run again after the interval.</summary>
    public static TickResult Later(string summary) => new(null, summary, false);

    /// <summary>Run again at a time.</summary>
    public static TickResult At(DateTime nextRunOn, string summary) => new(nextRunOn, summary, false);

    /// <summary>The time was up before the work: run again at once.</summary>
    public static TickResult OutOfTime(DateTime now, string summary) => new(now, summary, false, goesOn: true);

    /// <summary>Somebody else has taken the process over: nothing of this tick is written any more.</summary>
    public static TickResult Lost => new(null, "Another worker has taken the process over.", false) { IsLost = true };

    /// <summary>Do not run again.</summary>
    public static TickResult Over(string summary) => new(null, summary, true);
}
