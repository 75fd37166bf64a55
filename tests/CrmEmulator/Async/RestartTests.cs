using CrmEmulator.Pipeline;
using CrmEmulator.Tests.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmEmulator.Tests.Async;

public sealed class RestartTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("crm-").FullName;

    private string DataFile => Path.Combine(folder, "organisation.db");

    [Fact]
    public void Jobs_that_were_waiting_run_after_the_organisation_is_opened_again()
    {
        using (var before = Open())
        {
            before.Contact("احمدی");
        }

        using var after = Open();
        var ran = after.Organization.Async.RunUntilQuiet();

        Assert.Equal(1, ran);
        Assert.Equal(["احمدی"], after.Notes);
    }

    [Fact]
    public void A_job_that_ran_when_the_process_ended_runs_again()
    {
        using var never = new ManualResetEventSlim();
        using var reached = new ManualResetEventSlim();
        using (var before = Open(new ExecutionOptions
        {
            OnCall = point =>
            {
                if (point.IsAfter)
                {
                    reached.Set();
                    never.Wait();
                }
            },
        }))
        {
            before.Contact("احمدی");
            before.Organization.Async.Start();
            reached.Wait();
        }

        using var after = Open();
        after.Organization.Async.RunUntilQuiet();
        never.Set();

        Assert.Equal(["احمدی"], after.Notes);
        Assert.Equal(2, after.Service.RetrieveMultiple(new QueryExpression("account")).Entities.Count);
        Assert.Equal((3, 30), AsyncServiceTests.StateOf(Assert.Single(AsyncServiceTests.Jobs(after))));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private PipelineOrganization Open(ExecutionOptions? execution = null)
    {
        var crm = new PipelineOrganization(execution, file: DataFile);
        crm.On(
            "Create",
            "contact",
            40,
            run =>
            {
                run.Service.Create(new Entity("account") { ["name"] = "شرکت" });
                crm.Note((string)run.Target["lastname"]);
            },
            AsyncServiceTests.Asynchronous);
        return crm;
    }
}
