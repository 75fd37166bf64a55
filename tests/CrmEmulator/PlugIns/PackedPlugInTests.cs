using CrmEmulator.Pipeline;
using CrmEmulator.Tests.Pipeline;
using CrmEmulator.Workflows;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmEmulator.Tests.PlugIns;

public class PackedPlugInTests
{
    [Fact]
    public void The_assembly_in_the_package_runs_in_memory_of_its_own()
    {
        using var crm = Opened();

        var id = crm.Contact();
        crm.Organization.Async.RunUntilQuiet();

        var contact = crm.Service.Retrieve("contact", id, new ColumnSet("salutation", "jobtitle", "nickname"));
        Assert.Equal(("دکتر", "none", "1"), (contact["salutation"], contact["jobtitle"], contact["nickname"]));
        Assert.NotSame(typeof(PackedCounting), crm.Organization.PlugIns.FindType(typeof(PackedCounting).FullName!));
        Assert.Equal(1, crm.Organization.Counters.TotalOf("CrmEmulator.Tests"));
    }

    [Fact]
    public void An_assembly_can_be_compiled_before_its_first_execution()
    {
        using var crm = Opened();

        crm.Organization.PlugIns.Prepare();
        crm.Contact();

        Assert.Empty(crm.Organization.Traces.Failures);
    }

    [Fact]
    public void Secure_configuration_is_given_by_the_host()
    {
        using var crm = Opened();
        foreach (var step in crm.Organization.Metadata.Content.Steps.Keys)
        {
            crm.Organization.PlugIns.SetSecureConfiguration(step, "راز");
        }

        var id = crm.Contact();

        Assert.Equal("راز", crm.Service.Retrieve("contact", id, new ColumnSet("jobtitle"))["jobtitle"]);
    }

    [Fact]
    public void A_workflow_step_runs_with_arguments_by_name_and_gives_its_outputs()
    {
        using var crm = Opened();
        var id = crm.Contact("احمدی");

        var outputs = crm.Organization.Workflows.RunActivity(
            typeof(PackedGreeting).FullName!,
            new EntityReference("account", Guid.NewGuid()),
            crm.Organization.AdministratorId,
            new Dictionary<string, object?> { ["Contact"] = new EntityReference("contact", id), ["Word"] = "سلام" });

        Assert.Equal("سلام احمدی 08:00", outputs["Greeting"]);
        Assert.Contains("احمدی at depth 1", crm.Organization.Traces.Executions[^1].Text);
    }

    [Fact]
    public void A_workflow_runs_in_the_background_when_asked_for_and_on_create()
    {
        using var crm = Opened();
        var script = WorkflowScript.Parse($$"""
            {"id":"11111111-1111-1111-1111-111111111111","name":"خوشامد","table":"contact","steps":[
              {"activity":"{{typeof(PackedGreeting).FullName}}","arguments":{"Contact":{"row":true},"Word":{"column":"lastname"} } }]}
            """);
        crm.Organization.Workflows.Define(script);
        crm.Organization.Workflows.Define(script with { Id = Guid.NewGuid(), OnCreate = true });

        var id = crm.Contact("احمدی");
        crm.Organization.Async.RunUntilQuiet();
        var started = (ExecuteWorkflowResponse)crm.Service.Execute(new ExecuteWorkflowRequest { WorkflowId = script.Id, EntityId = id });
        crm.Organization.Clock.Advance(TimeSpan.FromHours(2));
        var before = crm.Service.Retrieve("contact", id, new ColumnSet("description"))["description"];
        crm.Organization.Async.RunUntilQuiet();
        var after = crm.Service.Retrieve("contact", id, new ColumnSet("description"))["description"];

        Assert.NotEqual(Guid.Empty, started.Id);
        Assert.Equal(("احمدی احمدی 08:00", "احمدی احمدی 10:00"), (before, after));
    }

    [Fact]
    public void An_unknown_type_or_argument_is_named()
    {
        using var crm = Opened();
        var nothing = Assert.Throws<System.ServiceModel.FaultException<OrganizationServiceFault>>(() => crm.Organization.Workflows.RunActivity("Sample.Nothing", new EntityReference("contact", Guid.NewGuid()), crm.Organization.AdministratorId, new Dictionary<string, object?>()));
        var argument = Assert.Throws<System.ServiceModel.FaultException<OrganizationServiceFault>>(() => crm.Organization.Workflows.RunActivity(typeof(PackedGreeting).FullName!, new EntityReference("contact", Guid.NewGuid()), crm.Organization.AdministratorId, new Dictionary<string, object?> { ["Nobody"] = 1 }));

        Assert.Contains("Sample.Nothing", nothing.Detail.Message);
        Assert.Contains("Nobody", argument.Detail.Message);
    }

    private static PipelineOrganization Opened()
    {
        var crm = new PipelineOrganization(new ExecutionOptions { FreshPlugInMemory = true });
        crm.Organization.ImportSolution(PlugInPackage.Bytes());
        return crm;
    }
}
