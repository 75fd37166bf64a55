using ProviderSimulators.Hosting;
using ProviderSimulators.Time;
using smSys.Messaging.Providers;

namespace smSys.Providers.Tests.Doubles;

/// <summary>A simulator and an adapter that reaches it by its host name, through the proxy form, as in the emulator.</summary>
internal sealed class Simulated : IAsyncDisposable
{
    private readonly SimulatorHost _host;
    private readonly ProviderSurroundings _surroundings;
    private readonly ProviderAccount _account;

    private Simulated(SimulatorHost host, ProviderSimulator simulator, ManualTime time, ProviderSurroundings surroundings, TimeSpan timeout, string? secret)
    {
        _host = host;
        _surroundings = surroundings;
        Simulator = simulator;
        Time = time;
        _account = new ProviderAccount
        {
            Address = simulator.PublicAddress,
            UserName = simulator.Account.UserName,
            Secret = secret ?? simulator.Account.Secret,
            AllowPlainHttp = true,
            SingleTimeout = timeout,
            BatchTimeout = timeout,
            Lines = simulator.Account.Lines,
            Options = simulator.Account.Options,
        };
        Provider = ProviderCatalog.Create(simulator.Name, _account, surroundings);
    }

    public ProviderSimulator Simulator { get; }

    public ManualTime Time { get; }

    public ISmsProvider Provider { get; private set; }

    public string Line => Simulator.Account.Lines[0];

    public static async Task<Simulated> StartAsync(string name, TimeSpan? timeout = null, Action<string>? trace = null, string? secret = null, string? folder = null)
    {
        var time = new ManualTime(new DateTime(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc));
        SimulatorHost host = await SimulatorHost.StartAsync(new SimulatorSetup { Time = time, DataFolder = folder, SlowReply = TimeSpan.FromMinutes(5) }, name);
        ProviderSimulator simulator = host[name];
        return new Simulated(host, simulator, time, Some.RoutedTo(simulator.Address, trace), timeout ?? TimeSpan.FromSeconds(20), secret);
    }

    public OutgoingMessage[] Messages(int count) => Some.Messages(count, Line);

    /// <summary>The adapter as the next execution has it.</summary>
    public ISmsProvider Renew()
    {
        (Provider as IDisposable)?.Dispose();
        return Provider = ProviderCatalog.Create(Simulator.Name, _account, _surroundings);
    }

    public async ValueTask DisposeAsync()
    {
        (Provider as IDisposable)?.Dispose();
        await _host.DisposeAsync();
    }
}
