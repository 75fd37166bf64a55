using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmEmulator.Tests.Storage;

public sealed class StoreTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("emulator-store");

    [Fact]
    public void An_organisation_in_a_file_is_there_again_with_its_tables_and_rows()
    {
        var file = Path.Combine(folder.FullName, "organisation.db");
        Guid order;
        string version;
        using (var first = new SampleOrganization(file))
        {
            order = first.Service.Create(new Entity("new_order") { ["new_name"] = "می‌ماند", ["new_colour"] = new OptionSetValue(100000001) });
            version = first.Service.Retrieve("new_order", order, new ColumnSet(false)).RowVersion;
        }

        using var again = Organization.Open(new OrganizationOptions { DataFile = file, Name = "sample" });
        var service = again.ServiceFor(again.AdministratorId);

        Assert.Equal("می‌ماند", service.Retrieve("new_order", order, new ColumnSet("new_name"))["new_name"]);
        var later = service.Create(new Entity("new_order"));
        Assert.True(long.Parse(service.Retrieve("new_order", later, new ColumnSet(false)).RowVersion) > long.Parse(version));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Many_callers_at_once_lose_nothing(bool inFile)
    {
        using var sample = new SampleOrganization(inFile ? Path.Combine(folder.FullName, "many.db") : null);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(() =>
        {
            for (var number = 0; number < 50; number++)
            {
                var id = sample.Service.Create(new Entity("new_order") { ["new_name"] = $"{writer}", ["new_pieces"] = number });
                sample.Service.Update(new Entity("new_order", id) { ["new_weight"] = 1.5 });
                Assert.Equal(number, sample.Service.Retrieve("new_order", id, new ColumnSet("new_pieces"))["new_pieces"]);
                sample.Service.RetrieveMultiple(new QueryExpression("new_order") { ColumnSet = new ColumnSet("new_name"), TopCount = 20 });
            }
        })));

        var rows = sample.Service.RetrieveMultiple(new QueryExpression("new_order") { ColumnSet = new ColumnSet("versionnumber") }).Entities;
        Assert.Equal(200, rows.Count);
        Assert.Equal(200, rows.Select(row => row["versionnumber"]).Distinct().Count());
    }

    [Fact]
    public void Row_versions_decide_who_was_first()
    {
        using var sample = new SampleOrganization();
        var id = sample.CreateOrder();
        var won = 0;

        Parallel.For(0, 8, _ =>
        {
            for (var attempt = 0; attempt < 20; attempt++)
            {
                var row = sample.Service.Retrieve("new_order", id, new ColumnSet("new_pieces"));
                try
                {
                    sample.Service.Execute(new Microsoft.Xrm.Sdk.Messages.UpdateRequest
                    {
                        Target = new Entity("new_order", id) { ["new_pieces"] = row.GetAttributeValue<int>("new_pieces") + 1, RowVersion = row.RowVersion },
                        ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches,
                    });
                    Interlocked.Increment(ref won);
                }
                catch (System.ServiceModel.FaultException<OrganizationServiceFault> fault) when (fault.Detail.ErrorCode == CrmEmulator.Faults.FaultCodes.ConcurrencyVersionMismatch.Value)
                {
                    Assert.NotEmpty(fault.Message);
                }
            }
        });

        Assert.Equal(won, sample.Service.Retrieve("new_order", id, new ColumnSet("new_pieces"))["new_pieces"]);
    }

    [Fact]
    public void Ids_are_ordered_as_SQL_Server_orders_them()
    {
        using var sample = new SampleOrganization();
        var small = new Guid("ffffffff-ffff-ffff-ffff-000000000001");
        var large = new Guid("00000000-0000-0000-0000-000000000002");
        sample.Service.Create(new Entity("new_order", large));
        sample.Service.Create(new Entity("new_order", small));

        Assert.Equal([small, large], sample.Service.RetrieveMultiple(new QueryExpression("new_order")).Entities.Select(row => row.Id));
    }

    [Fact]
    public void What_was_not_committed_is_gone()
    {
        using var sample = new SampleOrganization();
        SampleOrganization.FaultOf(() => sample.Service.Execute(new Microsoft.Xrm.Sdk.Messages.ExecuteTransactionRequest
        {
            Requests =
            [
                new Microsoft.Xrm.Sdk.Messages.CreateRequest { Target = new Entity("new_order") },
                new Microsoft.Xrm.Sdk.Messages.CreateRequest { Target = new Entity("new_nothing") },
            ],
        }));

        sample.CreateOrder();
        Assert.Single(sample.Service.RetrieveMultiple(new QueryExpression("new_order")).Entities);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
