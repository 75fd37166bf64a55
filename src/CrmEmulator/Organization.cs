using CrmEmulator.Async;
using CrmEmulator.Metadata;
using CrmEmulator.Network;
using CrmEmulator.Operations.Setup;
using CrmEmulator.Pipeline;
using CrmEmulator.PlugIns;
using CrmEmulator.Security;
using CrmEmulator.Storage;
using CrmEmulator.Time;
using CrmEmulator.Workflows;
using Microsoft.Xrm.Sdk;

namespace CrmEmulator;

/// <summary>One Dynamics organisation on this machine.</summary>
public sealed class Organization : IDisposable
{
    private readonly StoredSolutions solutions;
    private readonly ExecutionHost host;
    private int disposed;

    private Organization(OrganizationOptions options)
    {
        Options = options;
        Clock = options.Clock is null ? OrganizationClock.Real() : OrganizationClock.Following(options.Clock);
        Network = options.Network ?? new PlugInNetwork();
        OrganizationId = StableId.Of("organization", options.Name);
        RootBusinessUnitId = StableId.Of("businessunit", options.Name);
        Metadata = new MetadataCatalog(StandardTables.Read());
        Store = new OrganizationStore(options.DataFile, options.Store, options.TransactionTimeout);
        Access = new AccessDirectory(Store, SystemUserId);
        solutions = new StoredSolutions(this);
        solutions.Open();
        host = new ExecutionHost(this, options.Execution, Network);
    }

    public OrganizationOptions Options { get; }

    public Guid OrganizationId { get; }

    public string Name => Options.Name;

    /// <summary>The user SYSTEM, as which the platform itself acts.</summary>
    public Guid SystemUserId { get; } = StableId.Of("systemuser", "SYSTEM");

    /// <summary>A user with the role System Administrator, there from the start.</summary>
    public Guid AdministratorId { get; } = StableId.Of("systemuser", "Administrator");

    public Guid AdministratorRoleId { get; } = StableId.Of("role", "System Administrator");

    public Guid RootBusinessUnitId { get; }

    public Guid BaseCurrencyId { get; } = StableId.Of("transactioncurrency", "base");

    public MetadataCatalog Metadata { get; }

    public OrganizationStore Store { get; }

    public OrganizationClock Clock { get; }

    public DateTime UtcNow => Clock.UtcNow;

    /// <summary>The asynchronous service: run it for a test, or start it for a host.</summary>
    public AsyncService Async => host.Async;

    /// <summary>Registered steps and the code behind them.</summary>
    public PlugInHost PlugIns => host.PlugIns;

    /// <summary>Workflow steps and workflows.</summary>
    public WorkflowHost Workflows => host.Workflows;

    /// <summary>Which host names plug-in code reaches.</summary>
    public PlugInNetwork Network { get; }

    /// <summary>Service calls that plug-in code made.</summary>
    public ServiceCounters Counters => host.Counters;

    /// <summary>The newest executions of plug-in code with their traces.</summary>
    public TraceLog Traces => host.Traces;

    internal AccessDirectory Access { get; }

    /// <summary>Opens the organisation in the file, or makes a new one.</summary>
    public static Organization Open(OrganizationOptions options) => new(options);

    /// <summary>Imports a packed solution; it is kept with the organisation.</summary>
    /// <exception cref="System.ServiceModel.FaultException{T}">The package is broken or names what the organisation does not know.</exception>
    public void ImportSolution(string zipPath) => ImportSolution(File.ReadAllBytes(zipPath));

    public void ImportSolution(byte[] zip) => solutions.Import(zip);

    /// <summary>The outside door, as that user: every call goes through the pipeline.</summary>
    public IOrganizationService ServiceFor(Guid userId) => host.ServiceFor(userId);

    /// <summary>Closes the organisation as a crash would: code that runs loses its services, its jobs run again when the file is opened anew.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref disposed, 1) != 0)
        {
            return;
        }

        host.Dispose();
        Store.Dispose();
    }

    /// <summary>Runs calls of an outside user in one transaction; false or an exception undoes them all.</summary>
    internal void InOneTransaction(Guid userId, Func<IOrganizationService, bool> work) => host.InOneTransaction(userId, work);
}
