using CrmEmulator.Faults;
using CrmEmulator.Metadata;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmEmulator.Tests.Metadata;

public sealed class SolutionImportTests : IDisposable
{
    private readonly SampleOrganization sample = new();

    [Fact]
    public void A_table_has_its_own_columns_and_those_the_platform_adds()
    {
        var order = sample.Organization.Metadata.Table("new_order");

        Assert.Equal("new_orders", order.SetName);
        Assert.Equal("new_name", order.PrimaryName?.LogicalName);
        Assert.Equal(50, order.Column("new_name").MaximumLength);
        Assert.Equal("سرخ", order.Column("new_colour").OptionSet?.Find(100000000)?.Labels.In(1065));
        Assert.Equal(["contact"], order.Column("new_contactid").Targets);
        Assert.Equal(ColumnKind.Owner, order.Column("ownerid").Kind);
        Assert.Equal(ColumnKind.BigInteger, order.Column("versionnumber").Kind);
        Assert.Equal(["new_shop", "new_number"], Assert.Single(order.Keys).Columns);
    }

    [Fact]
    public void A_custom_activity_gets_everything_activities_have()
    {
        var visit = sample.Organization.Metadata.Table("new_visit");

        Assert.Equal("activityid", visit.PrimaryKey.LogicalName);
        Assert.Equal("Activity", visit.PrivilegeName);
        Assert.Equal(["contact", "account"], visit.Column("regardingobjectid").Targets);
        Assert.Contains(visit.PartyLists, list => list.LogicalName == "to");
        Assert.Contains("new_visit", sample.Organization.Metadata.Table("queueitem").Column("objectid").Targets);
    }

    [Fact]
    public void A_standard_table_keeps_its_columns_and_gains_the_solutions()
    {
        var contact = sample.Organization.Metadata.Table("contact");

        Assert.NotNull(contact.FindColumn("new_badge"));
        Assert.NotNull(contact.FindColumn("mobilephone"));
    }

    [Fact]
    public void Steps_images_and_files_are_read()
    {
        var content = sample.Organization.Metadata.Content;
        var step = content.Steps[new Guid(SamplePackage.StepId)];

        Assert.Equal(("Update", "campaign", 20, 0, 3), (step.Message, step.Table, step.Stage, step.Mode, step.Rank));
        Assert.Equal(["name", "statuscode"], step.FilteringColumns);
        Assert.Equal("Before", Assert.Single(step.Images).Alias);
        Assert.Equal("<html>سلام</html>", System.Text.Encoding.UTF8.GetString(content.WebResources["new_/page.htm"].Content.Span));
    }

    [Fact]
    public void What_was_imported_can_be_asked_for_as_rows()
    {
        var steps = sample.Service.RetrieveMultiple(new QueryExpression("sdkmessageprocessingstep") { ColumnSet = new ColumnSet("name", "plugintypeid") });
        var pages = sample.Service.RetrieveMultiple(new QueryExpression("webresource") { ColumnSet = new ColumnSet("content") });

        Assert.Equal("Sample.Guard", Assert.Single(steps.Entities).GetAttributeValue<EntityReference>("plugintypeid").Name);
        Assert.NotEmpty(Assert.Single(pages.Entities).GetAttributeValue<string>("content"));
    }

    [Fact]
    public void An_import_may_be_repeated()
    {
        var id = sample.CreateOrder();

        sample.Organization.ImportSolution(SamplePackage.Bytes());

        Assert.Equal("سفارش", sample.Service.Retrieve("new_order", id, new ColumnSet("new_name"))["new_name"]);
    }

    [Fact]
    public void A_newer_version_takes_away_what_it_no_longer_has()
    {
        var without = SamplePackage.Pack("<ImportExportXml><Entities /></ImportExportXml>");

        sample.Organization.ImportSolution(without);

        Assert.Empty(sample.Organization.Metadata.Content.Steps);
        Assert.Null(sample.Organization.Metadata.FindTable("new_order"));
        Assert.Empty(sample.Service.RetrieveMultiple(new QueryExpression("sdkmessageprocessingstep")).Entities);
    }

    [Fact]
    public void A_lookup_without_a_relationship_is_refused_by_name()
    {
        var xml = """<ImportExportXml><Entities><Entity><Name>new_thing</Name><EntityInfo><entity Name="new_thing"><attributes><attribute PhysicalName="new_OtherId"><Type>lookup</Type><Name>new_otherid</Name><IsCustomField>1</IsCustomField></attribute></attributes></entity></EntityInfo></Entity></Entities></ImportExportXml>""";

        SampleOrganization.AssertFault(FaultCodes.ImportFailed, "new_thing.new_otherid", () => sample.Organization.ImportSolution(SamplePackage.Pack(xml)));
    }

    [Fact]
    public void A_column_of_an_unknown_type_is_refused_by_name()
    {
        var xml = """<ImportExportXml><Entities><Entity><Name>new_thing</Name><EntityInfo><entity Name="new_thing"><attributes><attribute PhysicalName="new_Shape"><Type>polygon</Type><Name>new_shape</Name></attribute></attributes></entity></EntityInfo></Entity></Entities></ImportExportXml>""";

        SampleOrganization.AssertFault(FaultCodes.ImportFailed, "polygon", () => sample.Organization.ImportSolution(SamplePackage.Pack(xml)));
        Assert.Null(sample.Organization.Metadata.FindTable("new_thing"));
    }

    public void Dispose() => sample.Dispose();
}
