using System.ServiceModel;
using CrmEmulator.Metadata;
using CrmEmulator.Pipeline;
using CrmEmulator.Tests.Async;
using CrmEmulator.Tests.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmEmulator.Tests.PlugIns;

public class StepLimitTests
{
    [Fact]
    public async Task A_plug_in_that_never_ends_is_failed_after_two_minutes_and_loses_its_service()
    {
        using var release = new ManualResetEventSlim();
        using var begun = new ManualResetEventSlim();
        var late = new TaskCompletionSource<Exception?>();
        using var crm = new PipelineOrganization();
        crm.On("Create", "contact", 20, run =>
        {
            var service = run.Service;
            begun.Set();
            release.Wait();
            late.SetResult(Record.Exception(() => service.Create(new Entity("account") { ["name"] = "دیر" })));
        });
        var creating = Task.Run(() => Record.Exception(() => crm.Contact()));
        begun.Wait();

        crm.Organization.Clock.Advance(TimeSpan.FromSeconds(119));
        Assert.False(creating.IsCompleted);
        crm.Organization.Clock.Advance(TimeSpan.FromSeconds(1));
        var fault = Assert.IsType<FaultException<OrganizationServiceFault>>(await creating);
        release.Set();
        var refused = Assert.IsType<FaultException<OrganizationServiceFault>>(await late.Task);

        Assert.Contains("timed-out", fault.Detail.Message);
        Assert.Contains("ended this execution", refused.Detail.Message);
        Assert.Empty(crm.Service.RetrieveMultiple(new QueryExpression("account")).Entities);
        Assert.Empty(crm.Service.RetrieveMultiple(new QueryExpression("contact") { ColumnSet = new ColumnSet("lastname") }).Entities);
    }

    [Fact]
    public async Task A_call_that_never_returns_is_a_crash_that_the_job_survives()
    {
        var calls = 0;
        using var never = new ManualResetEventSlim();
        using var reached = new ManualResetEventSlim();
        using var crm = new PipelineOrganization(new ExecutionOptions
        {
            OnCall = point =>
            {
                if (point is { IsAfter: true, Table: "account" } && Interlocked.Increment(ref calls) == 1)
                {
                    reached.Set();
                    never.Wait();
                }
            },
        });
        crm.On("Create", "contact", 40, run => run.Service.Create(new Entity("account") { ["name"] = "یک" }), AsyncServiceTests.Asynchronous);
        crm.Contact();
        var running = Task.Run(() => crm.Organization.Async.RunUntilQuiet());
        reached.Wait();
        crm.Organization.Clock.Advance(TimeSpan.FromMinutes(2));
        await running;

        Assert.Equal((3, 31), AsyncServiceTests.StateOf(Assert.Single(AsyncServiceTests.Jobs(crm))));
        Assert.Single(crm.Service.RetrieveMultiple(new QueryExpression("account")).Entities);
        never.Set();
    }

    [Fact]
    public async Task A_synchronous_step_that_never_ends_inside_a_jobs_call_is_ended_with_the_job_and_undone()
    {
        using var never = new ManualResetEventSlim();
        using var begun = new ManualResetEventSlim();
        using var crm = new PipelineOrganization();
        crm.On("Create", "contact", 40, run => run.Service.Create(new Entity("account") { ["name"] = "یک" }), AsyncServiceTests.Asynchronous);
        crm.On("Create", "account", 40, run =>
        {
            begun.Set();
            never.Wait();
        });
        crm.Contact();
        var running = Task.Run(() => crm.Organization.Async.RunUntilQuiet());
        begun.Wait();
        crm.Organization.Clock.Advance(TimeSpan.FromMinutes(2));
        await running;

        Assert.Equal((3, 31), AsyncServiceTests.StateOf(Assert.Single(AsyncServiceTests.Jobs(crm))));
        Assert.Empty(crm.Service.RetrieveMultiple(new QueryExpression("account")).Entities);
        crm.Contact("پس از آن");
        never.Set();
    }

    [Fact]
    public void Traces_and_counters_tell_what_an_execution_did()
    {
        using var crm = new PipelineOrganization();
        crm.On("Create", "contact", 40, run =>
        {
            run.Tracing.Trace("سلام {0}", run.Target["lastname"]);
            run.Service.Create(new Entity("account") { ["name"] = "یک" });
            run.Service.Create(new Entity("account") { ["name"] = "دو" });
        });

        crm.Contact("احمدی");

        var trace = Assert.Single(crm.Organization.Traces.Executions);
        Assert.Equal("سلام احمدی", trace.Text.Trim());
        var count = Assert.Single(crm.Organization.Counters.Snapshot());
        Assert.Equal(("Test.Step1", "Create", "account", 2L), (count.TypeName, count.Message, count.Table, count.Count));
        Assert.Equal(2, crm.Organization.Counters.TotalOf("CrmEmulator.Tests"));
    }

    [Fact]
    public void The_organisations_clock_is_offered_to_plug_ins_as_a_function()
    {
        using var crm = new PipelineOrganization();
        crm.On("Create", "contact", 20, run => crm.Note(((Func<DateTime>)run.Services.GetService(typeof(Func<DateTime>))!)().ToString("O")));

        crm.Contact();

        Assert.Equal([PipelineOrganization.Start.ToString("O")], crm.Notes);
    }

    [Fact]
    public void One_instance_serves_all_executions_of_a_step()
    {
        using var crm = new PipelineOrganization();
        var made = 0;
        var step = new StepDefinition { Id = Guid.NewGuid(), Name = "once", PlugInTypeName = "Test.Once", Message = "Create", Table = "contact", Stage = 20, Mode = 0 };
        crm.Organization.PlugIns.Register(step, () =>
        {
            made++;
            return new Idle();
        });

        crm.Contact();
        crm.Contact();

        Assert.Equal(1, made);
    }

    private sealed class Idle : IPlugin
    {
        public void Execute(IServiceProvider serviceProvider)
        {
        }
    }
}
