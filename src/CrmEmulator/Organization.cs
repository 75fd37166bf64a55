using CrmEmulator.Metadata;
using CrmEmulator.Metadata.Import;
using CrmEmulator.Operations;
using CrmEmulator.Operations.Setup;
using CrmEmulator.Security;
using CrmEmulator.Storage;
using Microsoft.Xrm.Sdk;

namespace CrmEmulator;

/// <summary>One Dynamics organisation on this machine.</summary>
public sealed class Organization : IDisposable
{
    private readonly TimeProvider clock;
    private readonly StoredSolutions solutions;

    private Organization(OrganizationOptions options)
    {
        Options = options;
        clock = options.Clock ?? TimeProvider.System;
        OrganizationId = StableId.Of("organization", options.Name);
        RootBusinessUnitId = StableId.Of("businessunit", options.Name);
        Metadata = new MetadataCatalog(StandardTables.Read());
        Store = new OrganizationStore(options.DataFile, options.Store, options.TransactionTimeout);
        Access = new AccessDirectory(Store, SystemUserId);
        solutions = new StoredSolutions(this);
        solutions.Open();
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

    public DateTime UtcNow => clock.GetUtcNow().UtcDateTime;

    internal AccessDirectory Access { get; }

    /// <summary>Opens the organisation in the file, or makes a new one.</summary>
    public static Organization Open(OrganizationOptions options) => new(options);

    /// <summary>Imports a packed solution; it is kept with the organisation.</summary>
    /// <exception cref="System.ServiceModel.FaultException{T}">The package is broken or names what the organisation does not know.</exception>
    public void ImportSolution(string zipPath) => ImportSolution(File.ReadAllBytes(zipPath));

    public void ImportSolution(byte[] zip) => solutions.Import(zip);

    /// <summary>The outside door, as that user.</summary>
    public IOrganizationService ServiceFor(Guid userId) => new DirectService(this, userId);

    public void Dispose() => Store.Dispose();
}
