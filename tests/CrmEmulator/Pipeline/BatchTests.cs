using System.ServiceModel;
using CrmEmulator.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmEmulator.Tests.Pipeline;

/// <summary>Batches, and what a plug-in must not do with them.</summary>
public class BatchTests
{
    [Fact]
    public void Batch_messages_are_refused_inside_a_plug_in_and_work_outside()
    {
        using var crm = new PipelineOrganization();
        var batch = new ExecuteMultipleRequest { Requests = [], Settings = new ExecuteMultipleSettings { ReturnResponses = true, ContinueOnError = true } };
        batch.Requests.Add(new CreateRequest { Target = new Entity("account") { ["name"] = "یک" } });
        batch.Requests.Add(new RetrieveRequest { Target = new EntityReference("account", Guid.NewGuid()), ColumnSet = new ColumnSet(true) });
        crm.On("Create", "contact", 40, run => run.Service.Execute(batch));

        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(() => crm.Contact());
        var response = (ExecuteMultipleResponse)crm.Service.Execute(batch);

        Assert.Contains("ExecuteMultiple", fault.Detail.Message);
        Assert.True(response.IsFaulted);
        Assert.NotNull(response.Responses[0].Response);
        Assert.NotNull(response.Responses[1].Fault);
    }

    [Fact]
    public void A_transaction_request_leaves_nothing_when_one_of_its_requests_fails()
    {
        using var crm = new PipelineOrganization();
        var id = Guid.NewGuid();
        var both = new ExecuteTransactionRequest { Requests = [] };
        both.Requests.Add(new CreateRequest { Target = new Entity("account", id) { ["name"] = "یک" } });
        both.Requests.Add(new DeleteRequest { Target = new EntityReference("account", Guid.NewGuid()) });

        Assert.Throws<FaultException<OrganizationServiceFault>>(() => crm.Service.Execute(both));

        Assert.Throws<FaultException<OrganizationServiceFault>>(() => crm.Service.Retrieve("account", id, new ColumnSet(true)));
    }

    [Fact]
    public void A_parallel_call_of_a_plug_in_is_refused()
    {
        using var inside = new ManualResetEventSlim();
        using var go = new ManualResetEventSlim();
        using var crm = new PipelineOrganization(new ExecutionOptions
        {
            OnCall = point =>
            {
                if (point is { IsAfter: false, Table: "account" })
                {
                    inside.Set();
                    go.Wait();
                }
            },
        });
        crm.On("Create", "contact", 10, run =>
        {
            var service = run.Service;
            var other = Task.Run(() => service.Create(new Entity("account") { ["name"] = "یک" }));
            inside.Wait();
            var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(() => service.Create(new Entity("account") { ["name"] = "دو" }));
            crm.Note(fault.Detail.Message);
            go.Set();
            other.Wait();
        });

        crm.Contact();

        Assert.Contains("two threads", Assert.Single(crm.Notes));
    }
}
