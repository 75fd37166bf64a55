using System.Runtime.Serialization;
using CrmEmulator.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmEmulator.Tests.Pipeline;

public class BoundaryTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_type_the_data_contracts_do_not_know_cannot_cross(bool checkContracts)
    {
        using var crm = new PipelineOrganization(new ExecutionOptions { CheckContracts = checkContracts });

        var thrown = Assert.Throws<SerializationException>(() => crm.Service.Create(new Entity("contact") { ["lastname"] = new Own("احمدی") }));

        Assert.Contains(nameof(Own), thrown.Message);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_service_keeps_nothing_of_the_callers_objects(bool checkContracts)
    {
        using var crm = new PipelineOrganization(new ExecutionOptions { CheckContracts = checkContracts });
        crm.On("Create", "contact", 20, run => run.Target["jobtitle"] = "مدیر");
        var contact = new Entity("contact") { ["lastname"] = "احمدی" };

        crm.Service.Create(contact);

        Assert.Equal(["lastname"], contact.Attributes.Keys);
        Assert.Equal(Guid.Empty, contact.Id);
    }

    [Fact]
    public void A_value_that_cannot_be_shared_between_steps_fails_the_step_that_left_it()
    {
        using var crm = new PipelineOrganization();
        crm.On("Create", "contact", 20, run => run.Context.SharedVariables["own"] = new Own("x"));

        var thrown = Assert.Throws<System.ServiceModel.FaultException<OrganizationServiceFault>>(() => crm.Contact());

        Assert.Contains("Test.Step1", thrown.Detail.Message);
    }

    [Fact]
    public void Every_type_of_value_comes_through_the_serializer_as_it_was()
    {
        var id = Guid.NewGuid();
        var row = new Entity("contact", id)
        {
            ["text"] = "می‌روم به خانهٔ كاوه ي",
            ["number"] = 42,
            ["money"] = new Money(12.5m),
            ["option"] = new OptionSetValue(3),
            ["time"] = new DateTime(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc),
            ["reference"] = new EntityReference("account", id) { Name = "شرکت" },
            ["nothing"] = null,
            ["rows"] = new EntityCollection([new Entity("activityparty") { ["partyid"] = new EntityReference("contact", id) }]),
        };
        var sent = new ParameterCollection { { "Target", row }, { "ColumnSet", new ColumnSet("a", "b") }, { "Query", new QueryExpression("contact") { TopCount = 5 } } };

        var arrived = ContractCheck.RoundTrip(Boundary.Copy(sent));

        var back = (Entity)arrived["Target"];
        Assert.Equal(row.Attributes.Keys, back.Attributes.Keys);
        Assert.Equal(row["text"], back["text"]);
        Assert.Equal(row["money"], back["money"]);
        Assert.Equal(row["option"], back["option"]);
        Assert.Equal(DateTimeKind.Utc, back.GetAttributeValue<DateTime>("time").Kind);
        Assert.Equal(row["reference"], back["reference"]);
        Assert.Null(back["nothing"]);
        Assert.Single(back.GetAttributeValue<EntityCollection>("rows").Entities);
        Assert.Equal(5, ((QueryExpression)arrived["Query"]).TopCount);
    }

    [Fact]
    public void A_local_time_crosses_as_universal_time()
    {
        var local = new DateTime(2026, 11, 23, 8, 0, 0, DateTimeKind.Local);

        var crossed = (DateTime)Boundary.CopyValue(local, "createdon")!;

        Assert.Equal(DateTimeKind.Utc, crossed.Kind);
        Assert.Equal(local.ToUniversalTime(), crossed);
    }

    private sealed record Own(string Text);
}
