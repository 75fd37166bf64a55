using CrmEmulator.Async;
using CrmEmulator.Metadata;
using CrmEmulator.Pipeline;
using CrmEmulator.Tests.Pipeline;
using CrmEmulator.Time;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmEmulator.Tests.Async;

public class AsyncServiceTests
{
    private static readonly ColumnSet JobColumns = new("statecode", "statuscode", "message", "friendlymessage", "postponeuntil", "retrycount", "owningextensionid", "regardingobjectid");

    [Fact]
    public void An_asynchronous_step_runs_later_and_outside_the_transaction()
    {
        using var crm = new PipelineOrganization();
        crm.On("Create", "contact", 40, run => crm.Note($"{run.Context.Mode} {run.Context.IsInTransaction} {run.Target["lastname"]} {run.Context.PostEntityImages["after"]["lastname"]} {run.Context.SharedVariables["left"]} {run.Context.ParentContext.Stage}"), Later);
        crm.On("Create", "contact", 20, run => run.Context.SharedVariables["left"] = "میراث");

        crm.Contact("احمدی");
        Assert.Empty(crm.Notes);
        var ran = crm.Organization.Async.RunUntilQuiet();

        Assert.Equal(1, ran);
        Assert.Equal(["1 False احمدی احمدی میراث 30"], crm.Notes);
        Assert.Equal(1, crm.Organization.Async.Statistics.Succeeded);

        static StepDefinition Later(StepDefinition step) => step with { Mode = 1, Images = [new StepImageDefinition(Guid.NewGuid(), "after", "after", 1, ["lastname"], "Id")] };
    }

    [Fact]
    public void A_job_of_a_transaction_that_is_rolled_back_never_was()
    {
        using var crm = new PipelineOrganization();
        crm.On("Create", "contact", 40, run => crm.Note("ran"), Asynchronous);
        crm.On("Create", "account", 40, run =>
        {
            run.Service.Create(new Entity("contact") { ["lastname"] = "احمدی" });
            throw new InvalidPluginExecutionException("نه");
        });

        Assert.ThrowsAny<Exception>(() => crm.Service.Create(new Entity("account") { ["name"] = "شرکت" }));
        crm.Organization.Async.RunUntilQuiet();

        Assert.Empty(crm.Notes);
        Assert.Empty(Jobs(crm));
    }

    [Fact]
    public void A_job_that_succeeds_is_kept_or_deleted_as_its_step_says()
    {
        using var crm = new PipelineOrganization();
        crm.On("Create", "contact", 40, run => crm.Note("kept"), Asynchronous);
        crm.On("Create", "contact", 40, run => crm.Note("deleted"), step => Asynchronous(step) with { AsyncAutoDelete = true });

        crm.Contact();
        crm.Organization.Async.RunUntilQuiet();

        var job = Assert.Single(Jobs(crm));
        Assert.Equal((3, 30), StateOf(job));
        Assert.Equal(["kept", "deleted"], crm.Notes);
    }

    [Fact]
    public void A_job_that_fails_says_why()
    {
        using var crm = new PipelineOrganization();
        crm.On("Create", "contact", 40, _ => throw new InvalidPluginExecutionException("پنل در دسترس نیست."), Asynchronous);

        crm.Contact();
        crm.Organization.Async.RunUntilQuiet();

        var job = Assert.Single(Jobs(crm));
        Assert.Equal((3, 31), StateOf(job));
        Assert.Equal("پنل در دسترس نیست.", job["friendlymessage"]);
        Assert.Single(crm.Organization.Traces.Failures);
    }

    [Fact]
    public void A_step_that_asks_for_a_retry_runs_again_after_the_interval()
    {
        using var crm = new PipelineOrganization(new ExecutionOptions { AsyncRetryInterval = TimeSpan.FromMinutes(1) });
        var runs = 0;
        crm.On(
            "Create",
            "contact",
            40,
            _ =>
            {
                if (++runs < 3)
                {
                    throw new InvalidPluginExecutionException(OperationStatus.Retry, "بعداً");
                }
            },
            Asynchronous);

        crm.Contact();
        Assert.Equal(1, crm.Organization.Async.RunUntilQuiet());
        Assert.Equal((1, 10), StateOf(Assert.Single(Jobs(crm))));
        Assert.Equal(0, crm.Organization.Async.RunUntilQuiet());
        crm.Organization.Clock.Advance(TimeSpan.FromMinutes(1));
        crm.Organization.Async.RunUntilQuiet();
        crm.Organization.Clock.Advance(TimeSpan.FromMinutes(1));
        crm.Organization.Async.RunUntilQuiet();

        Assert.Equal(3, runs);
        Assert.Equal((3, 30), StateOf(Assert.Single(Jobs(crm))));
    }

    [Fact]
    public void A_step_that_always_asks_for_a_retry_is_given_up()
    {
        using var crm = new PipelineOrganization(new ExecutionOptions { AsyncMaximumRetries = 2, AsyncRetryInterval = TimeSpan.FromMinutes(1) });
        crm.On("Create", "contact", 40, _ => throw new InvalidPluginExecutionException(OperationStatus.Retry, "بعداً"), Asynchronous);

        crm.Contact();
        for (var minute = 0; minute < 5; minute++)
        {
            crm.Organization.Async.RunUntilQuiet();
            crm.Organization.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal((3, 31), StateOf(Assert.Single(Jobs(crm))));
        Assert.Equal(3, crm.Organization.Async.Statistics.Started);
    }

    [Fact]
    public void Jobs_cause_jobs_until_it_is_quiet_each_one_deeper()
    {
        using var crm = new PipelineOrganization();
        crm.On(
            "Create",
            "contact",
            40,
            run =>
            {
                crm.Note(run.Context.Depth.ToString());
                if (run.Context.Depth < 4)
                {
                    run.Service.Create(new Entity("contact") { ["lastname"] = "احمدی" });
                }
            },
            Asynchronous);

        crm.Contact();

        Assert.Equal(4, crm.Organization.Async.RunUntilQuiet());
        Assert.Equal(["1", "2", "3", "4"], crm.Notes);
    }

    [Fact]
    public void Depth_starts_again_when_a_chain_was_silent_for_more_than_an_hour()
    {
        using var crm = new PipelineOrganization();
        crm.On(
            "Create",
            "contact",
            40,
            run =>
            {
                crm.Note(run.Context.Depth.ToString());
                if (crm.Notes.Count == 2)
                {
                    throw new InvalidPluginExecutionException(OperationStatus.Retry, "بعداً");
                }

                if (crm.Notes.Count < 4)
                {
                    run.Service.Create(new Entity("contact") { ["lastname"] = "احمدی" });
                }
            },
            Asynchronous);

        crm.Contact();
        crm.Organization.Async.RunUntilQuiet();
        crm.Organization.Clock.Advance(TimeSpan.FromMinutes(61));
        crm.Organization.Async.RunUntilQuiet();

        Assert.Equal(["1", "2", "2", "1"], crm.Notes);
    }

    [Fact]
    public void The_order_can_be_shuffled_by_a_seed()
    {
        Assert.Equal(OrderWith(null), Enumerable.Range(1, 20));
        Assert.Equal(OrderWith(7), OrderWith(7));
        Assert.NotEqual(OrderWith(7), OrderWith(null));

        static List<int> OrderWith(int? seed)
        {
            using var crm = new PipelineOrganization(new ExecutionOptions { AsyncOrderSeed = seed });
            crm.On("Create", "contact", 40, run => crm.Note((string)run.Target["lastname"]), Asynchronous);
            for (var number = 1; number <= 20; number++)
            {
                crm.Contact(number.ToString());
            }

            crm.Organization.Async.RunUntilQuiet();
            return [.. crm.Notes.Select(int.Parse)];
        }
    }

    [Fact]
    public void Started_workers_run_jobs_by_themselves_until_stopped()
    {
        using var crm = new PipelineOrganization(new ExecutionOptions { AsyncWorkers = 3 }, OrganizationClock.Real());
        crm.On("Create", "contact", 40, run => crm.Note((string)run.Target["lastname"]), Asynchronous);
        crm.Organization.Async.Start();

        for (var number = 1; number <= 30; number++)
        {
            crm.Contact(number.ToString());
        }

        crm.Organization.Async.Drain();
        crm.Organization.Async.Stop();

        Assert.Equal(30, crm.Notes.Distinct().Count());
        Assert.Equal(30, crm.Organization.Async.Statistics.Succeeded);
    }

    [Fact]
    public void A_person_can_postpone_resume_and_cancel_a_job_and_change_nothing_else_of_it()
    {
        using var crm = new PipelineOrganization();
        crm.On("Create", "contact", 40, run => crm.Note((string)run.Target["lastname"]), Asynchronous);
        crm.Contact("یکم");
        var first = Assert.Single(Jobs(crm)).Id;

        crm.Service.Update(new Entity("asyncoperation", first) { ["statecode"] = new OptionSetValue(1), ["statuscode"] = new OptionSetValue(10), ["postponeuntil"] = PipelineOrganization.Start.AddHours(1) });
        Assert.Equal(0, crm.Organization.Async.RunUntilQuiet());
        crm.Service.Update(new Entity("asyncoperation", first) { ["postponeuntil"] = PipelineOrganization.Start });
        Assert.Equal(1, crm.Organization.Async.RunUntilQuiet());
        crm.Contact("دوم");
        var second = Jobs(crm).Single(job => job.Id != first).Id;
        crm.Service.Update(new Entity("asyncoperation", second) { ["statecode"] = new OptionSetValue(3), ["statuscode"] = new OptionSetValue(32) });
        Assert.Equal(0, crm.Organization.Async.RunUntilQuiet());

        Assert.Equal(["یکم"], crm.Notes);
        Assert.Throws<System.ServiceModel.FaultException<OrganizationServiceFault>>(() => crm.Service.Update(new Entity("asyncoperation", second) { ["name"] = "دیگر" }));
    }

    internal static StepDefinition Asynchronous(StepDefinition step) => step with { Mode = 1 };

    internal static IReadOnlyList<Entity> Jobs(PipelineOrganization crm) =>
        [.. crm.Service.RetrieveMultiple(new QueryExpression("asyncoperation") { ColumnSet = JobColumns }).Entities];

    internal static (int State, int Status) StateOf(Entity job) => (job.GetAttributeValue<OptionSetValue>("statecode").Value, job.GetAttributeValue<OptionSetValue>("statuscode").Value);
}
