using CrmEmulator.Faults;
using CrmEmulator.Metadata;
using CrmEmulator.Metadata.Import;
using CrmEmulator.Storage;
using Microsoft.Xrm.Sdk;

namespace CrmEmulator.Operations.Setup;

/// <summary>Keeps imported packages beside the rows, so that an organisation opened again knows its tables.</summary>
internal sealed class StoredSolutions(Organization organization)
{
    /// <summary>Makes a new organisation, or reads the packages of an old one.</summary>
    public void Open()
    {
        var isNew = Prepare();
        if (isNew)
        {
            organization.Store.Build(organization.Metadata.Tables, () => { });
            InTransaction(FirstRows.Write);
            return;
        }

        var state = Read().Aggregate(organization.Metadata.State, (before, stored) => SolutionImporter.Import(stored.Zip, before).State);
        organization.Store.Build(state.Tables.Values, () => organization.Metadata.Replace(state));
    }

    /// <summary>Imports a package anew on top of the platform's own tables and the other packages: what its older version had and it has not is gone.</summary>
    public void Import(byte[] zip)
    {
        var before = organization.Metadata.State;
        var name = SolutionImporter.NameOf(zip);
        var packages = Read();
        var at = packages.FindIndex(package => package.Name == name);
        if (at < 0)
        {
            packages.Add((name, zip));
        }
        else
        {
            packages[at] = (name, zip);
        }

        var state = StandardTables.Read();
        SolutionDefinition? imported = null;
        foreach (var package in packages)
        {
            (state, var solution) = SolutionImporter.Import(package.Zip, state);
            imported = package.Name == name ? solution : imported;
        }

        try
        {
            organization.Store.Build(state.Tables.Values, () => organization.Metadata.Replace(state));
            InTransaction(scope =>
            {
                new SolutionRows(scope, state.Content).Write(imported!);
                Keep(scope, name, zip);
            });
        }
        catch
        {
            organization.Metadata.Replace(before);
            throw;
        }
    }

    private bool Prepare()
    {
        using var transaction = organization.Store.Begin();
        transaction.Connection.Prepare("CREATE TABLE IF NOT EXISTS _solution (position INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, zip BLOB NOT NULL)").Run();
        var statement = transaction.Connection.Prepare("SELECT count(*) FROM sqlite_master WHERE name='organization'");
        statement.Step();
        var isNew = statement.Long(0) == 0;
        statement.Reset();
        transaction.Commit();
        return isNew;
    }

    private List<(string Name, byte[] Zip)> Read()
    {
        using var transaction = organization.Store.BeginRead();
        var statement = transaction.Connection.Prepare("SELECT name, zip FROM _solution ORDER BY position");
        var packages = new List<(string, byte[])>();
        while (statement.Step())
        {
            packages.Add((statement.Text(0), statement.Bytes(1)));
        }

        statement.Reset();
        return packages;
    }

    private static void Keep(OperationScope scope, string name, byte[] zip)
    {
        var statement = scope.Transaction.Connection.Prepare("INSERT INTO _solution (name, zip) VALUES (?, ?) ON CONFLICT(name) DO UPDATE SET zip=excluded.zip");
        statement.Bind(1, name);
        statement.Bind(2, zip);
        statement.Run();
    }

    private void InTransaction(Action<OperationScope> work)
    {
        using var transaction = organization.Store.Begin();
        var scope = new OperationScope
        {
            Organization = organization,
            Transaction = transaction,
            CallerId = organization.SystemUserId,
            InitiatingUserId = organization.SystemUserId,
            IsSystem = true,
            UtcNow = organization.UtcNow,
            Pipeline = request => throw Fault.Of(FaultCodes.Unexpected, $"The platform's own rows raise no message, not even {request.RequestName}."),
        };
        transaction.SecurityChanged = true;
        work(scope);
        transaction.Commit();
    }
}
