using System.Globalization;
using System.Text;
using Microsoft.Xrm.Sdk;

namespace CrmEmulator.PlugIns;

/// <summary>What one execution wrote and how it ended; a row of the plug-in trace log.</summary>
public sealed class PlugInTrace : ITracingService
{
    private const int Limit = 10_000;

    private readonly StringBuilder text = new();

    public required string TypeName { get; init; }

    public required string Message { get; init; }

    public required string Table { get; init; }

    public Guid RowId { get; init; }

    public int Stage { get; init; }

    /// <summary>0 synchronous, 1 asynchronous.</summary>
    public int Mode { get; init; }

    public int Depth { get; init; }

    public Guid CorrelationId { get; init; }

    public DateTime StartedOn { get; init; }

    /// <summary>By the organisation's clock.</summary>
    public TimeSpan Duration { get; internal set; }

    /// <summary>The exception that ended it, or null.</summary>
    public string? Exception { get; internal set; }

    public string Text
    {
        get
        {
            lock (text)
            {
                return text.ToString();
            }
        }
    }

    /// <summary>Adds a line; as in Dynamics the oldest text goes when there is too much.</summary>
    public void Trace(string format, params object[] args)
    {
        var line = format ?? string.Empty;
        if (args is { Length: > 0 })
        {
            try
            {
                line = string.Format(CultureInfo.InvariantCulture, line, args);
            }
            catch (FormatException)
            {
                line += " (" + string.Join(", ", args) + ")";
            }
        }

        Write(line);
    }

    internal void Write(string line)
    {
        lock (text)
        {
            text.AppendLine(line);
            if (text.Length > Limit)
            {
                text.Remove(0, text.Length - Limit);
            }
        }
    }
}
