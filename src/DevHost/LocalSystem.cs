using System.Data.Common;
using System.ServiceModel;
using CrmEmulator;
using CrmEmulator.Pipeline;
using Microsoft.Xrm.Sdk;
using ProviderSimulators.Hosting;
using ProviderSimulators.Time;

namespace DevHost;

/// <summary>A phone that received something.</summary>
public sealed record PhoneSummary(string Number, int Messages);

/// <summary>
/// The whole of smSys on this machine: an organisation with the shipped solution imported, the providers' simulators on
/// loopback, the asynchronous service and the heart-beat, all on one clock.
/// </summary>
public sealed class LocalSystem : IAsyncDisposable
{
    private readonly LocalHeart _heart;
    private readonly IDisposable? _occupied;

    private LocalSystem(Organization organization, SimulatorHost simulators, LocalTimeouts timeouts, LocalClock clock, IDisposable? occupied)
    {
        _occupied = occupied;
        Organization = organization;
        Simulators = simulators;
        Timeouts = timeouts;
        Service = organization.ServiceFor(organization.AdministratorId);
        _heart = new LocalHeart(new LocalDoor(Service, clock), clock.Clock);
    }

    /// <summary>The emulated organisation.</summary>
    public Organization Organization { get; }

    /// <summary>The providers' simulators and the phones.</summary>
    public SimulatorHost Simulators { get; }

    /// <summary>How long calls to a simulator may take.</summary>
    public LocalTimeouts Timeouts { get; }

    /// <summary>The organisation as its administrator sees it, from outside.</summary>
    public IOrganizationService Service { get; }

    /// <summary>Opens or makes the organisation, imports the solution and starts everything.</summary>
    /// <exception cref="BadInputException">The data folder cannot be written, is in use or spoilt, or the zip is absent or broken.</exception>
    public static async Task<LocalSystem> StartAsync(LocalSystemOptions options, CancellationToken stop)
    {
        var folder = options.DataFolder is null ? null : DataFolder.Prepare(options.DataFolder);
        var occupied = folder is null ? null : DataFolder.Occupy(folder);
        try
        {
            return await StartAsync(options, folder, occupied, stop);
        }
        catch
        {
            occupied?.Dispose();
            throw;
        }
    }

    private static async Task<LocalSystem> StartAsync(LocalSystemOptions options, string? folder, IDisposable? occupied, CancellationToken stop)
    {
        var timeouts = LocalTimeouts.At(options.TimeScale);
        var localClock = LocalClock.Start(folder, options.TimeScale);
        var clock = localClock.Clock;
        var setup = new SimulatorSetup
        {
            Time = TimeSource.Following(() => clock.UtcNow, options.TimeScale),
            DataFolder = folder,
            SlowReply = timeouts.SlowReply,
        };
        var simulators = await SimulatorHost.StartAsync(setup, [.. options.Providers]);
        try
        {
            var organization = Open(new OrganizationOptions
            {
                DataFile = folder is null ? null : Path.Combine(folder, "organization.db"),
                Clock = clock,
                Execution = new ExecutionOptions { AsyncOrderSeed = options.Seed, CheckContracts = false, OnCall = options.OnCall },
            });
            Import(organization, options.SolutionZip);
            foreach (var (host, address) in simulators.Routes)
            {
                organization.Network.Route(host, address);
            }

            organization.Async.Start();
            var system = new LocalSystem(organization, simulators, timeouts, localClock, occupied);
            system._heart.Start(stop);
            return system;
        }
        catch
        {
            await simulators.DisposeAsync();
            throw;
        }
    }

    /// <summary>Phones that received something, most first.</summary>
    public IReadOnlyList<PhoneSummary> Phones() =>
        [.. Simulators.Phones.Numbers
            .Select(number => new PhoneSummary(number, Simulators.Phones.Phone(number).Inbox.Count))
            .Where(phone => phone.Messages > 0)
            .OrderByDescending(phone => phone.Messages)
            .Take(200)];

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _heart.StopAsync();
        Organization.Dispose();
        await Simulators.DisposeAsync();
        _occupied?.Dispose();
    }

    private static Organization Open(OrganizationOptions options)
    {
        try
        {
            return Organization.Open(options);
        }
        catch (DbException spoilt)
        {
            throw new BadInputException($"The file {options.DataFile} is no organisation or is damaged ({spoilt.Message}) Choose another folder with --data.");
        }
    }

    private static void Import(Organization organization, string zip)
    {
        if (!File.Exists(zip))
        {
            throw new BadInputException($"The solution {zip} is absent; build it with: dotnet build src/smSys.Package");
        }

        try
        {
            organization.ImportSolution(zip);
        }
        catch (FaultException<OrganizationServiceFault> refused)
        {
            throw new BadInputException($"The solution {zip} is broken or cannot be imported: {refused.Detail.Message} Build it again with: dotnet build src/smSys.Package");
        }
    }
}
