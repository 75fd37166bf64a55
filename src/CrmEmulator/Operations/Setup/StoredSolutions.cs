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
            organization.Store.Build(organization.Metadata.Tables);
            InTransaction(FirstRows.Write);
            return;
        }

        foreach (var zip in Read())
        {
            organization.Metadata.Replace(SolutionImporter.Import(new MemoryStream(zip), organization.Metadata.State).State);
        }

        organization.Store.Build(organization.Metadata.Tables);
    }

    public void Import(byte[] zip)
    {
        var before = organization.Metadata.State;
        var (state, solution) = SolutionImporter.Import(new MemoryStream(zip), before);
        organization.Metadata.Replace(state);
        try
        {
            organization.Store.Build(organization.Metadata.Tables);
            InTransaction(scope =>
            {
                new SolutionRows(scope, state.Content).Write(solution);
                Keep(scope, solution.UniqueName, zip);
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

    private List<byte[]> Read()
    {
        using var transaction = organization.Store.BeginRead();
        var statement = transaction.Connection.Prepare("SELECT zip FROM _solution ORDER BY position");
        var zips = new List<byte[]>();
        while (statement.Step())
        {
            zips.Add(statement.Bytes(0));
        }

        statement.Reset();
        return zips;
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
