using ProviderSimulators.Hosting;
using ProviderSimulators.Time;
using smSys.Messaging.Providers;

namespace smSys.Providers.Tests.Doubles;

/// <summary>A simulator and an adapter that reaches it by its host name, through the proxy form, as in the emulator.</summary>
internal sealed class Simulated : IAsyncDisposable
{
    private readonly SimulatorHost _host;

    private Simulated(TestedKind row, SimulatorHost host, ProviderSimulator simulator, ManualTime time, ProviderSurroundings surroundings, TimeSpan timeout, string? secret)
    {
        _host = host;
        Row = row;
        Simulator = simulator;
        Time = time;
        Provider = row.Create(new ProviderAccount
        {
            Address = simulator.PublicAddress,
            UserName = simulator.Account.UserName,
            Secret = secret ?? simulator.Account.Secret,
            AllowPlainHttp = true,
            SingleTimeout = timeout,
            BatchTimeout = timeout,
            Options = row.Options.ToDictionary(option => option.Name, option => option.Value),
        }, surroundings);
    }

    public TestedKind Row { get; }

    public ProviderSimulator Simulator { get; }

    public ManualTime Time { get; }

    public ISmsProvider Provider { get; }

    public string Line => Simulator.Account.Lines[0];

    public static async Task<Simulated> StartAsync(string name, TimeSpan? timeout = null, Action<string>? trace = null, string? secret = null, string? folder = null)
    {
        var time = new ManualTime(new DateTime(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc));
        TestedKind row = TestedKind.Of(name);
        SimulatorHost host = await SimulatorHost.StartAsync(new SimulatorSetup { Time = time, DataFolder = folder, SlowReply = TimeSpan.FromMinutes(5) }, row.Simulator);
        ProviderSimulator simulator = host[row.Simulator];
        row.Arrange?.Invoke(simulator);
        return new Simulated(row, host, simulator, time, Some.RoutedTo(simulator.Address, trace), timeout ?? TimeSpan.FromSeconds(20), secret);
    }

    public OutgoingMessage[] Messages(int count) => Some.Messages(count, Line);

    public async ValueTask DisposeAsync()
    {
        (Provider as IDisposable)?.Dispose();
        await _host.DisposeAsync();
    }
}
