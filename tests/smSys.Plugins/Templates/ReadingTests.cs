using System.ServiceModel;
using Microsoft.Xrm.Sdk;

namespace smSys.Plugins.Tests.Templates;

/// <summary>No template shows what the person who sends it may not read.</summary>
public sealed class ReadingTests : IDisposable
{
    private const string Secret = "{{new_order(newest by new_dueon).new_secret | \"–\"}}";
    private readonly TemplateScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public void A_secured_column_has_no_value_for_who_may_not_read_it()
    {
        var (user, service) = Clerk();
        _scene.Order(_scene.Contact, new DateTime(2026, 12, 1), row => (row["new_name"], row["new_secret"], row["ownerid"]) = ("الف", "راز", user));

        Assert.Equal("الف –", _scene.Text("{{new_order(newest by new_dueon).new_name}} " + Secret, by: service));
        Assert.Equal("–", _scene.Text("{{new_order(newest by new_dueon where new_secret = \"راز\").new_name | \"–\"}}", by: service));
        Assert.Equal("الف راز", _scene.Text("{{new_order(newest by new_dueon).new_name}} " + Secret));
    }

    [Fact]
    public void Of_related_rows_only_those_that_the_sender_may_read_are_chosen_from()
    {
        var (user, service) = Clerk();
        _scene.Order(_scene.Contact, new DateTime(2026, 12, 1), row => (row["new_name"], row["ownerid"]) = ("خودش", user));
        _scene.Order(_scene.Contact, new DateTime(2026, 12, 9), row => row["new_name"] = "دیگری");

        Assert.Equal("خودش", _scene.Text("{{new_order(newest by new_dueon).new_name}}", by: service));
        Assert.Equal("دیگری", _scene.Text("{{new_order(newest by new_dueon).new_name}}"));
    }

    [Fact]
    public void A_record_behind_a_lookup_that_the_sender_may_not_read_has_no_values()
    {
        var (user, service) = Clerk();
        var head = _scene.Order(null, null, row => (row["new_name"], row["new_number"]) = ("پنهان", "۱۲۳"));
        _scene.Order(_scene.Contact, new DateTime(2026, 12, 1), row => (row["new_parentid"], row["ownerid"]) = (new EntityReference("new_order", head), user));

        Assert.Equal("–", _scene.Text("{{new_order(newest by new_dueon).new_parentid.new_number | \"–\"}}", by: service));
        Assert.Equal("۱۲۳", _scene.Text("{{new_order(newest by new_dueon).new_parentid.new_number | \"–\"}}"));
    }

    [Fact]
    public void A_table_that_the_sender_has_no_right_to_is_refused_and_not_passed_over()
    {
        var service = _scene.Crm.ServiceFor(_scene.User("smSys User", "Clerk").Id);

        Assert.Throws<FaultException<OrganizationServiceFault>>(() => _scene.Text("{{contract(newest by expireson).title}}", by: service));
    }

    private (EntityReference User, IOrganizationService Service) Clerk()
    {
        var user = _scene.User("smSys User", "Clerk");
        return (user, _scene.Crm.ServiceFor(user.Id));
    }
}
