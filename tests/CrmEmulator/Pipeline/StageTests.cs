using System.ServiceModel;
using CrmEmulator.Metadata;
using CrmEmulator.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmEmulator.Tests.Pipeline;

public class StageTests
{
    [Fact]
    public void Steps_run_by_stage_then_rank_then_id_and_only_stage_10_is_outside_the_transaction()
    {
        using var crm = new PipelineOrganization();
        crm.On("Create", "contact", 40, run => crm.Note("40"));
        crm.On("Create", "contact", 20, run => crm.Note("20 second " + run.Context.IsInTransaction), step => step with { Rank = 2 });
        crm.On("Create", "contact", 20, run => crm.Note("20 first"), step => step with { Rank = 1 });
        crm.On("Create", "contact", 20, run => crm.Note("20 also first"), step => step with { Rank = 1 });
        crm.On("Create", null, 10, run => crm.Note("10 " + run.Context.IsInTransaction));

        crm.Contact();

        Assert.Equal(["10 False", "20 first", "20 also first", "20 second True", "40"], crm.Notes);
    }

    [Fact]
    public void What_a_pre_operation_step_writes_into_the_target_is_stored()
    {
        using var crm = new PipelineOrganization();
        crm.On("Create", "contact", 20, run => run.Target["firstname"] = "سارا");

        var id = crm.Contact();

        Assert.Equal("سارا", crm.Service.Retrieve("contact", id, new ColumnSet("firstname"))["firstname"]);
    }

    [Fact]
    public void A_refusal_reaches_the_caller_with_its_words_and_undoes_everything()
    {
        using var crm = new PipelineOrganization();
        var other = Guid.NewGuid();
        crm.On("Create", "contact", 40, run =>
        {
            run.Service.Create(new Entity("account", other) { ["name"] = "شرکت" });
            throw new InvalidPluginExecutionException("شماره نادرست است.");
        });
        var contact = new Entity("contact", Guid.NewGuid()) { ["lastname"] = "احمدی" };

        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(() => crm.Service.Create(contact));

        Assert.Equal(-2147220891, fault.Detail.ErrorCode);
        Assert.Equal("شماره نادرست است.", fault.Detail.Message);
        Assert.Throws<FaultException<OrganizationServiceFault>>(() => crm.Service.Retrieve("contact", contact.Id, new ColumnSet(true)));
        Assert.Throws<FaultException<OrganizationServiceFault>>(() => crm.Service.Retrieve("account", other, new ColumnSet(true)));
    }

    [Fact]
    public void Any_other_exception_of_a_plug_in_is_an_unexpected_error_that_names_the_type()
    {
        using var crm = new PipelineOrganization();
        crm.On("Create", "contact", 20, _ => throw new InvalidOperationException("oh"));

        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(() => crm.Contact());

        Assert.Equal(-2147220956, fault.Detail.ErrorCode);
        Assert.Contains("Test.Step1", fault.Detail.Message);
        Assert.Contains("oh", fault.Detail.Message);
    }

    [Fact]
    public void A_caught_service_fault_dooms_the_transaction()
    {
        using var crm = new PipelineOrganization();
        crm.On("Create", "contact", 40, run =>
        {
            var missing = Assert.Throws<FaultException<OrganizationServiceFault>>(() => run.Service.Retrieve("account", Guid.NewGuid(), new ColumnSet(true)));
            crm.Note(missing.Detail.ErrorCode.ToString());
            var second = Assert.Throws<FaultException<OrganizationServiceFault>>(() => run.Service.Create(new Entity("account")));
            crm.Note(second.Detail.ErrorCode.ToString());
        });

        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(() => crm.Contact());

        Assert.Equal(["-2147220969", "-2147220911"], crm.Notes);
        Assert.Equal(-2146893812, fault.Detail.ErrorCode);
    }

    [Fact]
    public void Filtering_looks_at_presence_and_not_at_the_value()
    {
        using var crm = new PipelineOrganization();
        var id = crm.Contact("احمدی");
        crm.On("Update", "contact", 20, run => crm.Note("ran"), step => step with { FilteringColumns = ["lastname"] });
        crm.On("Create", "contact", 20, run => crm.Note("created"), step => step with { FilteringColumns = ["firstname"] });

        crm.Service.Update(new Entity("contact", id) { ["firstname"] = "علی" });
        Assert.Empty(crm.Notes);
        crm.Service.Update(new Entity("contact", id) { ["lastname"] = "احمدی" });
        crm.Contact();

        Assert.Equal(["ran", "created"], crm.Notes);
    }

    [Fact]
    public void An_update_with_state_and_other_columns_runs_stages_20_and_40_twice()
    {
        using var crm = new PipelineOrganization();
        var id = crm.Service.Create(new Entity("task") { ["subject"] = "زنگ" });
        foreach (var stage in new[] { 10, 20, 40 })
        {
            crm.On("Update", "task", stage, run => crm.Note($"{stage}: {string.Join(",", run.Target.Attributes.Keys.Where(name => name != "activityid").Order())}"));
        }

        crm.Service.Update(new Entity("task", id)
        {
            ["statecode"] = new OptionSetValue(1),
            ["subject"] = "زنگ زده شد",
            ["statuscode"] = new OptionSetValue(5),
            ["ownerid"] = new EntityReference("systemuser", crm.Organization.SystemUserId),
        });

        Assert.Equal(
            [
                "10: ownerid,statecode,statuscode,subject",
                "20: subject", "40: subject",
                "20: ownerid", "40: ownerid",
                "20: statecode,statuscode", "40: statecode,statuscode",
            ],
            crm.Notes);
    }

    [Theory]
    [InlineData(true, "SetState 20|Update 20|Update 40|SetState 40")]
    [InlineData(false, "SetState 20|SetState 40")]
    public void A_state_set_by_its_own_message_runs_that_messages_steps_and_those_of_update(bool raises, string expected)
    {
        using var crm = new PipelineOrganization(new ExecutionOptions { SetStateRaisesUpdate = raises });
        var id = crm.Service.Create(new Entity("task") { ["subject"] = "زنگ" });
        foreach (var (message, stage) in new[] { ("SetState", 20), ("SetState", 40), ("Update", 20), ("Update", 40) })
        {
            crm.On(message, "task", stage, _ => crm.Note($"{message} {stage}"));
        }

        crm.Service.Execute(new SetStateRequest { EntityMoniker = new EntityReference("task", id), State = new OptionSetValue(1), Status = new OptionSetValue(5) });

        Assert.Equal(expected, string.Join("|", crm.Notes));
        Assert.Equal(1, crm.Service.Retrieve("task", id, new ColumnSet("statecode")).GetAttributeValue<OptionSetValue>("statecode").Value);
    }

    [Fact]
    public void Images_hold_the_named_columns_before_and_after_and_no_row_version()
    {
        using var crm = new PipelineOrganization();
        var id = crm.Service.Create(new Entity("contact") { ["lastname"] = "احمدی", ["firstname"] = "علی", ["jobtitle"] = "مدیر" });
        crm.On(
            "Update",
            "contact",
            40,
            run =>
            {
                var before = run.Context.PreEntityImages["before"];
                var after = run.Context.PostEntityImages["after"];
                crm.Note($"{before["lastname"]} {before.Attributes.Count(column => column.Key is "firstname" or "jobtitle")} {before.RowVersion ?? "none"}");
                crm.Note($"{after["lastname"]} {after["jobtitle"]} {after.Contains("firstname")} {after.RowVersion ?? "none"}");
            },
            step => step with
            {
                Images =
                [
                    new StepImageDefinition(Guid.NewGuid(), "before", "before", 0, ["lastname"], "Target"),
                    new StepImageDefinition(Guid.NewGuid(), "after", "after", 1, ["lastname", "jobtitle"], "Target"),
                ],
            });

        crm.Service.Update(new Entity("contact", id) { ["lastname"] = "محمدی" });

        Assert.Equal(["احمدی 0 none", "محمدی مدیر False none"], crm.Notes);
    }

    [Fact]
    public void A_post_image_on_create_holds_the_new_row()
    {
        using var crm = new PipelineOrganization();
        crm.On(
            "Create",
            "contact",
            40,
            run => crm.Note($"{run.Context.PostEntityImages["new"]["lastname"]} {run.Context.PrimaryEntityId == (Guid)run.Context.OutputParameters["id"]} {run.Context.PreEntityImages.Count}"),
            step => step with { Images = [new StepImageDefinition(Guid.NewGuid(), "new", "new", 2, [], "Id")] });

        crm.Contact("کریمی");

        Assert.Equal(["کریمی True 0"], crm.Notes);
    }

    [Fact]
    public void Shared_variables_go_from_20_to_40_and_those_of_stage_10_are_found_at_the_parent()
    {
        using var crm = new PipelineOrganization();
        crm.On("Create", "contact", 10, run => run.Context.SharedVariables["early"] = 1);
        crm.On("Create", "contact", 20, run => run.Context.SharedVariables["middle"] = 2);
        crm.On("Create", "contact", 40, run => crm.Note($"{run.Context.SharedVariables["middle"]} {run.Context.SharedVariables.Contains("early")} {run.Context.ParentContext.SharedVariables["early"]} {run.Context.ParentContext.Stage} {run.Context.ParentContext.PrimaryEntityId == run.Context.PrimaryEntityId}"));

        crm.Contact();

        Assert.Equal(["2 False 1 30 True"], crm.Notes);
    }

    [Fact]
    public void A_message_of_a_plug_in_is_one_deeper_and_knows_where_it_came_from()
    {
        using var crm = new PipelineOrganization();
        crm.On("Create", "contact", 40, run => run.Service.Create(new Entity("account") { ["name"] = "شرکت" }));
        crm.On("Create", "account", 40, run =>
        {
            var parent = run.Context.ParentContext.ParentContext;
            crm.Note($"{run.Context.Depth} {run.Context.IsInTransaction} {parent.PrimaryEntityName} {parent.Stage} {parent.Depth} {parent.CorrelationId == run.Context.CorrelationId}");
        });

        crm.Contact();

        Assert.Equal(["2 True contact 40 1 True"], crm.Notes);
    }

    [Fact]
    public void A_loop_ends_at_depth_8()
    {
        using var crm = new PipelineOrganization();
        crm.On("Create", "contact", 40, run =>
        {
            crm.Note(run.Context.Depth.ToString());
            run.Service.Create(new Entity("contact") { ["lastname"] = "احمدی" });
        });

        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(() => crm.Contact());

        Assert.Equal("8", crm.Notes[^1]);
        Assert.Contains("infinite loop", fault.Detail.Message);
    }

    [Fact]
    public void Services_act_as_the_user_of_the_context_as_another_user_or_as_the_system()
    {
        using var crm = new PipelineOrganization();
        var user = crm.Organization.AdministratorId;
        var system = crm.Organization.SystemUserId;
        crm.On("Create", "contact", 40, run =>
        {
            run.Service.Create(new Entity("account") { ["name"] = "context" });
            run.As(system).Create(new Entity("account") { ["name"] = "other" });
            run.As(Guid.Empty).Create(new Entity("account") { ["name"] = "empty" });
            run.AsSystem.Create(new Entity("account") { ["name"] = "system" });
        });
        crm.On("Create", "account", 40, run => crm.Note($"{run.Target["name"]} {run.Context.UserId == user} {run.Context.UserId == system} {run.Context.InitiatingUserId == user}"));

        crm.Organization.ServiceFor(user).Create(new Entity("contact") { ["lastname"] = "احمدی" });

        Assert.Equal(["context True False True", "other False True True", "empty True False True", "system False True True"], crm.Notes);
    }
}
