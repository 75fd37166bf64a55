using System.Net;
using ProviderSimulators.Hosting;
using ProviderSimulators.PayamakPanel;
using ProviderSimulators.Time;
using smSys.Messaging.Numbers;
using smSys.Messaging.Providers;
using smSys.Providers;
using smSys.Providers.Batches;
using smSys.Providers.Tests.Doubles;

namespace Benchmarks.Providers;

/// <summary>Sends through one adapter to its simulator, in batches as large as the adapter takes, and counts.</summary>
internal sealed class ProviderSending : IAsyncDisposable
{
    private readonly SimulatorHost _host;
    private readonly ProviderSimulator _simulator;
    private readonly ManualTime _time;
    private readonly ISmsProvider _provider;
    private long _reference;

    private ProviderSending(SendFloor protocol, SimulatorHost host, ManualTime time)
    {
        _host = host;
        _time = time;
        _simulator = host[protocol.Simulator];
        if (protocol.Name == "rahyab/panel")
        {
            ((PanelSimulator)_simulator).Codes = PanelCodes.Rahyab;
        }

        Dictionary<string, string> options = protocol.Options.ToDictionary(option => option.Name, option => option.Value);
        foreach ((string name, string value) in _simulator.Account.Options)
        {
            options[name] = value;
        }

        var account = new ProviderAccount
        {
            Address = _simulator.PublicAddress,
            UserName = _simulator.Account.UserName,
            Secret = _simulator.Account.Secret,
            AllowPlainHttp = true,
            Lines = _simulator.Account.Lines,
            Options = options,
        };
        _provider = ProviderCatalog.Create(protocol.Kind, account, new ProviderSurroundings
        {
            Handler = () => new SocketsHttpHandler { Proxy = new WebProxy(_simulator.Address), UseProxy = true, AllowAutoRedirect = false, UseCookies = false },
        });
    }

    public static async Task<ProviderSending> StartAsync(SendFloor protocol)
    {
        var time = new ManualTime(new DateTime(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc));
        return new ProviderSending(protocol, await SimulatorHost.StartAsync(new SimulatorSetup { Time = time }, protocol.Simulator), time);
    }

    /// <summary>Sends until every message is accepted.</summary>
    /// <returns>Requests that arrived, and CPU time of this thread inside the adapter.</returns>
    /// <exception cref="InvalidOperationException">Something else happened than acceptance, or "not tried", which is sent again.</exception>
    public (int Calls, TimeSpan Cpu) Send(int count, bool isSame)
    {
        int calls = _simulator.Arrivals.Total;
        int stored = _simulator.Messages.Count;
        TimeSpan cpu = TimeSpan.Zero;
        var open = new Queue<OutgoingMessage>(Enumerable.Range(0, count).Select(i => Message(i, isSame)));
        while (open.Count > 0)
        {
            OutgoingMessage[] batch = [.. Enumerable.Range(0, Math.Min(open.Count, _provider.Capabilities.SendLimit)).Select(_ => open.Dequeue())];
            _time.Advance(TimeSpan.FromSeconds(3));
            TimeSpan started = ThreadClock.Now;
            IReadOnlyList<SendOutcome> outcomes = _provider.Send(batch);
            cpu += ThreadClock.Now - started;
            for (int i = 0; i < batch.Length; i++)
            {
                if (outcomes[i].Fault is { Code: GroupedSend.NotTried })
                {
                    open.Enqueue(batch[i]);
                }
                else if (outcomes[i].Kind != SendOutcomeKind.Accepted)
                {
                    throw new InvalidOperationException(_simulator.Name + ": " + outcomes[i].Fault);
                }
            }
        }

        return _simulator.Messages.Count - stored == count
            ? (_simulator.Arrivals.Total - calls, cpu)
            : throw new InvalidOperationException(_simulator.Name + " stored " + (_simulator.Messages.Count - stored) + " messages instead of " + count + ".");
    }

    public async ValueTask DisposeAsync()
    {
        (_provider as IDisposable)?.Dispose();
        await _host.DisposeAsync();
    }

    private OutgoingMessage Message(int i, bool isSame) => new(
        ++_reference,
        PhoneNumberParser.Parse("0912" + (3_100_000 + (i * 10) + 9)).Number,
        _simulator.Account.Lines[0],
        isSame ? "مشتری گرامی، نوبت سرویس شما فرا رسیده است." : "مشتری شماره " + i + "، نوبت سرویس شما فرا رسیده است.");
}
