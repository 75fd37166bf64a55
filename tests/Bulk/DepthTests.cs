using CrmEmulator.Metadata;
using CrmEmulator.Pipeline;
using DevHost.Bulk;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Tables;
using Xunit.Abstractions;

namespace Bulk.Tests;

/// <summary>Dynamics ends a chain of calls at depth 8; a bulk leaves room for what a customer has put in between.</summary>
public class DepthTests(ITestOutputHelper output)
{
    private const int People = 1_500;
    private const int Deepest = 6;

    [Fact]
    public async Task With_a_customers_own_workflows_in_between_no_call_is_deeper_than_six()
    {
        await using var organization = await BulkOrganization.StartAsync(Providers.Askable, People, mixed: false);
        var deepest = 0;
        organization.Crm.Traces.Ended += trace => deepest = Math.Max(deepest, trace.Depth);
        On(organization, "Create", "task", service => organization.Begin(service, "deep", partitions: 3));
        On(organization, "Create", Sms.LogicalName, service => service.Create(new Entity("annotation") { ["subject"] = "another vendor's note" }));

        organization.Admin.Create(new Entity("task") { ["subject"] = "start the bulk" });
        organization.Work();
        var bulk = organization.Find("deep");
        organization.Pass(TimeSpan.FromHours(8), () => BulkRecord.IsOver(bulk.Read()));

        var outcome = BulkOutcome.Read(organization, bulk, 0);
        output.WriteLine($"Deepest depth: {deepest}");
        Assert.Empty(outcome.Violations());
        Assert.Equal(People, outcome.Accepted);
        Assert.InRange(deepest, 2, Deepest);
    }

    private static void On(BulkOrganization organization, string message, string table, Action<IOrganizationService> work)
    {
        var step = new StepDefinition { Id = Guid.NewGuid(), Name = "customer's " + table, PlugInTypeName = "Customer." + table, Message = message, Table = table, Stage = 40, Mode = 1, AsyncAutoDelete = true };
        organization.Crm.PlugIns.Register(step, () => new CustomersWorkflow(work));
    }

    private sealed class CustomersWorkflow(Action<IOrganizationService> work) : IPlugin
    {
        public void Execute(IServiceProvider serviceProvider)
        {
            var factory = (IOrganizationServiceFactory)serviceProvider.GetService(typeof(IOrganizationServiceFactory))!;
            var context = (IPluginExecutionContext)serviceProvider.GetService(typeof(IPluginExecutionContext))!;
            work(factory.CreateOrganizationService(context.UserId));
        }
    }
}
