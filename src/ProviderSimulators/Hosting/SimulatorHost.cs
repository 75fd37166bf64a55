using ProviderSimulators.Asanak;
using ProviderSimulators.Atieh;
using ProviderSimulators.BSms;
using ProviderSimulators.Generic;
using ProviderSimulators.Ghasedak;
using ProviderSimulators.Kavenegar;
using ProviderSimulators.MehrAfraz;
using ProviderSimulators.ParsGreen;
using ProviderSimulators.PayamakPanel;
using ProviderSimulators.Phones;
using ProviderSimulators.Rahyab;
using ProviderSimulators.Tooba;

namespace ProviderSimulators.Hosting;

/// <summary>Starts simulators together, with one set of phones, and says where each host name leads.</summary>
public sealed class SimulatorHost : IAsyncDisposable
{
    private readonly List<ProviderSimulator> _simulators = [];

    private SimulatorHost()
    {
    }

    /// <summary>The providers that can be simulated, by their stable names.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "asanak",
        "atieh",
        "bsms",
        "ghasedak",
        "http",
        "kavenegar",
        "mehrafraz",
        "parsgreen",
        "payamakpanel",
        "rahyab",
        "tooba",
    ];

    /// <summary>The phones of all of them.</summary>
    public PhoneNetwork Phones { get; } = new();

    public IReadOnlyList<ProviderSimulator> Simulators => _simulators;

    /// <summary>Host name to address, for whoever routes: <c>ghasedak.sim.test</c> → <c>http://127.0.0.1:port/</c>.</summary>
    public IReadOnlyDictionary<string, Uri> Routes =>
        _simulators.ToDictionary(simulator => simulator.HostName, simulator => simulator.Address, StringComparer.OrdinalIgnoreCase);

    /// <summary>A running simulator by name.</summary>
    /// <exception cref="ArgumentException">None of that name is running.</exception>
    public ProviderSimulator this[string name] =>
        _simulators.FirstOrDefault(simulator => string.Equals(simulator.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentException("No simulator \"" + name + "\" is running.", nameof(name));

    /// <summary>Starts the named simulators, or all.</summary>
    /// <exception cref="ArgumentException">There is no simulator of that name.</exception>
    public static async Task<SimulatorHost> StartAsync(SimulatorSetup setup, params IReadOnlyCollection<string> names)
    {
        var host = new SimulatorHost();
        try
        {
            foreach (string name in names.Count == 0 ? Names : names)
            {
                ProviderSimulator simulator = Create(name, setup);
                host._simulators.Add(simulator);
                simulator.Phones = host.Phones;
                host.Phones.Join(simulator);
                await simulator.StartAsync();
            }
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }

        return host;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (ProviderSimulator simulator in _simulators)
        {
            await simulator.DisposeAsync();
        }
    }

    private static ProviderSimulator Create(string name, SimulatorSetup setup) => name.ToLowerInvariant() switch
    {
        "asanak" => new AsanakSimulator(setup),
        "atieh" => new AtiehSimulator(setup),
        "bsms" => new BSmsSimulator(setup),
        "ghasedak" => new GhasedakSimulator(setup),
        "mehrafraz" => new MehrAfrazSimulator(setup),
        "http" => new GenericSimulator(setup),
        "rahyab" => new RahyabSimulator(setup),
        "tooba" => new ToobaSimulator(setup),
        "kavenegar" => new KavenegarSimulator(setup),
        "parsgreen" => new ParsGreenSimulator(setup),
        "payamakpanel" => new PayamakPanelSimulator(setup),
        _ => throw new ArgumentException("There is no simulator \"" + name + "\".", nameof(name)),
    };
}
