namespace DevHost.Journey;

/// <summary>
/// One line on standard error that is written over while long work runs; on a redirected stream, a line at most every
/// five seconds.
/// </summary>
public sealed class ProgressLine(TextWriter writer) : IDisposable
{
    private static readonly TimeSpan Terminal = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Redirected = TimeSpan.FromSeconds(5);

    private readonly bool _overwrite = !Console.IsErrorRedirected;
    private DateTime _next = DateTime.MinValue;
    private int _width;

    /// <summary>Shows what is being done now, unless it was shown a moment ago.</summary>
    public void Show(string text)
    {
        var now = DateTime.UtcNow;
        if (now < _next)
        {
            return;
        }

        _next = now + (_overwrite ? Terminal : Redirected);
        if (_overwrite)
        {
            writer.Write("\r" + text.PadRight(_width));
            _width = text.Length;
        }
        else
        {
            writer.WriteLine(text);
        }
    }

    /// <summary>Takes the line away again.</summary>
    public void Clear()
    {
        if (_overwrite && _width > 0)
        {
            writer.Write("\r" + new string(' ', _width) + "\r");
            _width = 0;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Clear();
}
