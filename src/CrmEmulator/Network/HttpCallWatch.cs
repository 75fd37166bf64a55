using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using CrmEmulator.Latency;
using CrmEmulator.PlugIns;

namespace CrmEmulator.Network;

/// <summary>Sees every HTTP request of plug-in code right before it leaves and right after its answer came, on the flow that makes it.</summary>
/// <remarks>It listens to the two oldest events of the platform's HTTP client, which add no tracing headers to the request.</remarks>
internal sealed class HttpCallWatch : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private const string Listener = "HttpHandlerDiagnosticListener";
    private const string Request = "System.Net.Http.Request";
    private const string Response = "System.Net.Http.Response";

    // Kept: found anew, each would be compiled anew.
    private static readonly ConcurrentDictionary<(Type Type, string Property), MethodInvoker?> Getters = new();

    private readonly ConcurrentDictionary<Guid, CallPoint> open = new();

    public static void Start() => DiagnosticListener.AllListeners.Subscribe(new HttpCallWatch());

    public void OnNext(DiagnosticListener listener)
    {
        if (listener.Name == Listener)
        {
            listener.Subscribe(this, (name, _, _) => name is Request or Response && StepExecution.Current is not null);
        }
    }

    public void OnNext(KeyValuePair<string, object?> happened)
    {
        if (StepExecution.Current is not { } execution || happened.Value is null)
        {
            return;
        }

        var id = Read<Guid>(happened.Value, "LoggingRequestId");
        if (happened.Key == Request && Read<HttpRequestMessage>(happened.Value, "Request") is { RequestUri: { } address } request)
        {
            execution.Host.Network.Note(address, execution);
            if (execution.Host.Calls.Begin(execution, CallKind.Http, $"{request.Method} {address.GetLeftPart(UriPartial.Path)}", string.Empty, Guid.Empty) is { } point)
            {
                open[id] = point;
            }
        }
        else if (happened.Key == Response && open.TryRemove(id, out var point))
        {
            execution.Host.Calls.End(point);
        }
    }

    public void OnCompleted() => open.Clear();

    public void OnError(Exception error) => open.Clear();

    private static T? Read<T>(object payload, string property) =>
        Getters.GetOrAdd((payload.GetType(), property), Getter) is { } getter && getter.Invoke(payload) is T value ? value : default;

    private static MethodInvoker? Getter((Type Type, string Property) key) =>
        key.Type.GetProperty(key.Property)?.GetMethod is { } method ? MethodInvoker.Create(method) : null;
}
