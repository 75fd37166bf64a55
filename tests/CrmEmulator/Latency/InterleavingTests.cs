using CrmEmulator.Latency;
using CrmEmulator.Pipeline;
using CrmEmulator.Tests.Async;
using CrmEmulator.Tests.Pipeline;
using CrmEmulator.Time;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmEmulator.Tests.Latency;

public class InterleavingTests
{
    [Fact]
    public void A_form_that_saves_between_reading_and_writing_is_seen_by_the_row_version_only()
    {
        PipelineOrganization crm = null!;
        var interleaving = new Interleaving();
        using (crm = new PipelineOrganization(new ExecutionOptions { OnCall = interleaving.Observe }))
        {
            crm.On("Update", "contact", 40, Claim, step => AsyncServiceTests.Asynchronous(step) with { FilteringColumns = ["jobtitle"] });
            var id = crm.Contact();
            interleaving.Before(
                point => point is { Name: "Update", Table: "contact" },
                () => crm.Service.Update(new Entity("contact", id) { ["lastname"] = "دیگر" }));

            crm.Service.Update(new Entity("contact", id) { ["jobtitle"] = "برو" });
            crm.Organization.Async.RunUntilQuiet();

            Assert.Equal(["-2147088254", "claimed"], crm.Notes);
        }

        void Claim(PlugInRun run)
        {
            for (var attempt = 0; attempt < 2; attempt++)
            {
                var row = run.Service.Retrieve("contact", run.Context.PrimaryEntityId, new ColumnSet("lastname"));
                try
                {
                    run.Service.Execute(new UpdateRequest { Target = new Entity("contact", row.Id) { ["nickname"] = "claimed", RowVersion = row.RowVersion }, ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches });
                    crm.Note("claimed");
                    return;
                }
                catch (System.ServiceModel.FaultException<OrganizationServiceFault> fault)
                {
                    crm.Note(fault.Detail.ErrorCode.ToString());
                }
            }
        }
    }

    [Fact]
    public void Calls_cost_time_on_the_organisations_clock()
    {
        using var crm = new PipelineOrganization(
            new ExecutionOptions { Latency = ServiceLatency.Ordinary },
            OrganizationClock.Scaled(PipelineOrganization.Start, 20));
        TimeSpan taken = default;
        crm.On("Create", "contact", 10, run =>
        {
            var before = crm.Organization.Clock.UtcNow;
            for (var number = 0; number < 10; number++)
            {
                run.Service.Create(new Entity("account") { ["name"] = "شرکت" });
            }

            taken = crm.Organization.Clock.UtcNow - before;
        });

        crm.Contact();

        Assert.True(taken >= TimeSpan.FromMilliseconds(540), taken.ToString());
    }

    [Fact]
    public void A_failed_execution_leaves_a_trace_row_though_everything_else_is_undone()
    {
        using var crm = new PipelineOrganization();
        crm.On("Create", "contact", 40, run =>
        {
            run.Tracing.Trace("تا اینجا");
            throw new InvalidPluginExecutionException("نه");
        });

        Assert.ThrowsAny<Exception>(() => crm.Contact());

        var row = Assert.Single(crm.Service.RetrieveMultiple(new QueryExpression("plugintracelog") { ColumnSet = new ColumnSet("typename", "messageblock", "exceptiondetails") }).Entities);
        Assert.Equal("تا اینجا", ((string)row["messageblock"]).Trim());
        Assert.Contains("نه", (string)row["exceptiondetails"]);
    }
}
