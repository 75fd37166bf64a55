using ProviderSimulators.Hosting;
using ProviderSimulators.Time;
using smSys.Messaging.Providers;

namespace smSys.Providers.Tests.Doubles;

/// <summary>A simulator and an adapter that reaches it by its host name, through the proxy form, as in the emulator.</summary>
internal sealed class Simulated : IAsyncDisposable
{
    private readonly string _name;
    private readonly SimulatorHost _host;
    private readonly ProviderSurroundings _surroundings;

    private Simulated(string name, SimulatorHost host, ProviderSimulator simulator, ManualTime time, ProviderSurroundings surroundings, TimeSpan timeout, string? secret)
    {
        _name = name;
        _host = host;
        _surroundings = surroundings;
        Simulator = simulator;
        Time = time;
        Account = new ProviderAccount
        {
            Address = simulator.PublicAddress,
            UserName = simulator.Account.UserName,
            Secret = secret ?? simulator.Account.Secret,
            AllowPlainHttp = true,
            SingleTimeout = timeout,
            BatchTimeout = timeout,
            Lines = simulator.Account.Lines,
            Options = Both(simulator.Account.Options, ProviderFacts.Options(name)),
        };
        Provider = ProviderFacts.Create(name, Account, surroundings);
    }

    public ProviderSimulator Simulator { get; }

    public ProviderAccount Account { get; }

    public ManualTime Time { get; }

    public ISmsProvider Provider { get; private set; }

    public string Line => Simulator.Account.Lines[0];

    public static async Task<Simulated> StartAsync(string name, TimeSpan? timeout = null, Action<string>? trace = null, string? secret = null, string? folder = null)
    {
        var time = new ManualTime(new DateTime(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc));
        SimulatorHost host = await SimulatorHost.StartAsync(new SimulatorSetup { Time = time, DataFolder = folder, SlowReply = TimeSpan.FromMinutes(5) }, ProviderFacts.SimulatorOf(name));
        ProviderSimulator simulator = host[ProviderFacts.SimulatorOf(name)];
        ProviderFacts.Arrange(name, simulator);
        return new Simulated(name, host, simulator, time, Some.RoutedTo(simulator.Address, trace), timeout ?? TimeSpan.FromSeconds(20), secret);
    }

    public OutgoingMessage[] Messages(int count) => Some.Messages(count, Line);

    /// <summary>The adapter as the next execution has it.</summary>
    public ISmsProvider Renew()
    {
        (Provider as IDisposable)?.Dispose();
        return Provider = ProviderFacts.Create(_name, Account, _surroundings);
    }

    public async ValueTask DisposeAsync()
    {
        (Provider as IDisposable)?.Dispose();
        await _host.DisposeAsync();
    }

    /// <summary>Those of the simulator, which are nearer to it, before those that the tests wish for.</summary>
    private static Dictionary<string, string> Both(IReadOnlyDictionary<string, string> own, (string Name, string Value)[] wished)
    {
        Dictionary<string, string> both = wished.ToDictionary(option => option.Name, option => option.Value);
        foreach ((string name, string value) in own)
        {
            both[name] = value;
        }

        return both;
    }
}
