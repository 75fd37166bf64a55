using System;
using smSys.Crm.Tables;

namespace smSys.Plugins.Processes;

/// <summary>How a tick ended.</summary>
public sealed class TickResult
{
    private TickResult(DateTime? nextRunOn, string summary, bool isOver)
    {
        NextRunOn = nextRunOn;
        Summary = summary;
        IsOver = isOver;
    }

    /// <summary>When to run next; null: after the process' interval.</summary>
    public DateTime? NextRunOn { get; }

    /// <summary>One line for the process' last result.</summary>
    public string Summary { get; }

    /// <summary>There is nothing left to do, ever.</summary>
    public bool IsOver { get; }

    /// <summary>Further columns to write into the process, cursor and counters.</summary>
    public SmsProcessRow Change { get; } = new();

    /// <summary>Run again after the interval.</summary>
    public static TickResult Later(string summary) => new(null, summary, false);

    /// <summary>Run again at a time.</summary>
    public static TickResult At(DateTime nextRunOn, string summary) => new(nextRunOn, summary, false);

    /// <summary>Do not run again.</summary>
    public static TickResult Over(string summary) => new(null, summary, true);
}
