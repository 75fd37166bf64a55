using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace smSys.Server.Tests.Doubles;

/// <summary>Keeps what was written for operators.</summary>
internal sealed class CollectingLog<T> : ILogger<T>, ILogger, ILoggerProvider
{
    internal ConcurrentQueue<(LogLevel Level, string Line)> Lines { get; } = new();

    internal string Text => string.Join('\n', Lines.Select(line => line.Line));

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Enqueue((logLevel, formatter(state, exception) + exception));

    public ILogger CreateLogger(string categoryName) => this;

    public void Dispose()
    {
    }
}
