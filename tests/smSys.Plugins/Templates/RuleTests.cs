using Microsoft.Xrm.Sdk;
using smSys.Crm.Metadata;
using smSys.Crm.TemplateValues;
using smSys.Messaging.Templates;

namespace smSys.Plugins.Tests.Templates;

/// <summary>One of several related rows, chosen by a rule in the text.</summary>
public sealed class RuleTests : IDisposable
{
    private readonly TemplateScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public void The_newest_contract_of_the_customer_is_found_and_its_end_is_a_Jalali_date()
    {
        foreach (var end in new[] { new DateTime(2027, 3, 20), new DateTime(2027, 6, 21), new DateTime(2026, 1, 1) })
        {
            Contract(end);
        }

        Contract(null);

        Assert.Equal(
            "خانم رضایی، قرارداد شما تا ۱۴۰۶/۰۳/۳۱ است.",
            _scene.Text("خانم {{lastname}}، قرارداد شما تا {{contract(newest by expireson).expireson | date \"yyyy/MM/dd\" jalali | digits persian}} است."));
        Assert.Equal("1404/10/11", _scene.Text("{{contract(oldest by expireson).expireson | date \"yyyy/MM/dd\" jalali}}"));
    }

    [Fact]
    public void Conditions_of_a_rule_know_options_by_number_and_by_label_in_any_language_amounts_dates_and_flags()
    {
        Order(1, 10, 100000000, isUrgent: true);
        Order(2, 20, 100000001, isUrgent: false);
        Order(3, 30, 100000001, isUrgent: true);

        Assert.Equal("10", Name("newest by new_dueon where new_colour = 100000000"));
        Assert.Equal("10", Name("newest by new_dueon where new_colour = \"سرخ\""));
        Assert.Equal("30", Name("newest by new_dueon where new_colour = \"blue\""));
        Assert.Equal("20", Name("largest by new_amount where new_amount < 30"));
        Assert.Equal("20", Name("oldest by new_dueon where new_dueon >= \"2026-12-02\""));
        Assert.Equal("20", Name("newest by new_dueon where new_urgent = 0"));
        Assert.Equal("", Name("newest by new_dueon where new_urgent = 0 and new_colour = \"red\""));
    }

    [Fact]
    public void A_rule_may_stand_behind_lookups_and_lookups_and_further_rules_behind_it()
    {
        var company = new EntityReference("account", _scene.Admin.Create(new Entity("account") { ["name"] = "شرکت نمونه", ["primarycontactid"] = _scene.Contact }));
        _scene.Admin.Update(new Entity("contact", _scene.Contact.Id) { ["parentcustomerid"] = company });
        var head = _scene.Order(null, new DateTime(2026, 12, 1), row => (row["new_name"], row["new_accountid"], row["new_contactid"]) = ("سر", company, _scene.Contact));
        _scene.Order(null, new DateTime(2026, 12, 2), row => (row["new_name"], row["new_parentid"]) = ("زیر", new EntityReference("new_order", head)));

        Assert.Equal(
            "سر / رضایی / زیر",
            _scene.Text("{{parentcustomerid.new_order(newest by new_dueon via new_accountid).new_name}} / {{parentcustomerid.new_order(newest by new_dueon via new_accountid).new_contactid.lastname}}"
                + " / {{parentcustomerid.new_order(newest by new_dueon via new_accountid).new_order(newest by new_dueon).new_name}}"));
    }

    [Fact]
    public void Where_several_lookups_lead_to_the_recipient_the_usual_one_counts_and_any_can_be_named()
    {
        _scene.Admin.Create(new Entity("incident") { ["title"] = "یک", ["customerid"] = _scene.Contact });

        Assert.Equal("یک", _scene.Text("{{incident(newest by createdon).title}}"));
        Assert.Equal("یک", _scene.Text("{{incident(newest by createdon via customerid).title}}"));
        Assert.Contains("Perhaps: customerid", _scene.Text("{{incident(newest by createdon via custmerid).title}}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public void A_page_of_recipients_takes_one_query_and_one_for_each_rule(int recipients)
    {
        var company = new EntityReference("account", _scene.Admin.Create(new Entity("account") { ["name"] = "شرکت" }));
        var contacts = Enumerable.Range(1, recipients).Select(number =>
        {
            var contact = new EntityReference("contact", _scene.Platform.Create(new Entity("contact") { ["lastname"] = "ن" + number, ["parentcustomerid"] = company }));
            for (var order = 1; order <= 3; order++)
            {
                _scene.Order(contact, new DateTime(2026, 12, order), row => row["new_name"] = number + "/" + order);
            }

            return contact;
        }).ToArray();
        var template = TemplateParser.Parse("{{lastname}} {{parentcustomerid.name}} {{ownerid.name}} {{new_order(newest by new_dueon).new_name}} "
            + "{{new_order(newest by new_dueon).new_dueon | date}} {{new_order(oldest by new_dueon).new_name}}").Template!;
        var shapes = new TableShapes(_scene.Admin);
        var plan = TemplatePlan.Build("contact", template.RequiredPaths, shapes);
        var service = new CountingService(_scene.Admin);

        var values = new TemplateRows(service, shapes).Read(plan, [.. contacts.Select(contact => contact.Id)]);
        var last = TemplateRenderer.Render(template, values[contacts[^1].Id]).Text;

        Assert.EndsWith($"{recipients}/3 2026/12/03 {recipients}/1", last, StringComparison.Ordinal);
        Assert.Equal(recipients, values.Count);
        Assert.Equal(3, service.Calls);
    }

    [Fact]
    public void When_the_rows_of_some_fill_a_page_the_others_are_found_all_the_same()
    {
        var (many, few) = (_scene.Contact, new EntityReference("contact", _scene.Platform.Create(new Entity("contact") { ["lastname"] = "کم" })));
        for (var order = 0; order < 5001; order++)
        {
            _scene.Order(many, new DateTime(2026, 12, 1), row => row["new_name"] = "زیاد");
        }

        _scene.Order(few, new DateTime(2020, 1, 1), row => row["new_name"] = "کم");
        var template = TemplateParser.Parse("{{new_order(newest by new_dueon).new_name}}").Template!;
        var shapes = new TableShapes(_scene.Platform);
        var values = new TemplateRows(_scene.Platform, shapes)
            .Read(TemplatePlan.Build("contact", template.RequiredPaths, shapes), [many.Id, few.Id]);

        Assert.Equal("کم", TemplateRenderer.Render(template, values[few.Id]).Text);
        Assert.Equal("زیاد", TemplateRenderer.Render(template, values[many.Id]).Text);
    }

    private string? Name(string rule) => _scene.Text("{{new_order(" + rule + ").new_name | \"\"}}");

    private void Contract(DateTime? end) => _scene.Admin.Create(new Entity("contract")
    {
        ["title"] = "پشتیبانی",
        ["customerid"] = _scene.Contact,
        ["expireson"] = end,
    });

    private void Order(int day, decimal amount, int colour, bool isUrgent) => _scene.Order(_scene.Contact, new DateTime(2026, 12, day), row =>
    {
        row["new_name"] = ((int)amount).ToString(System.Globalization.CultureInfo.InvariantCulture);
        row["new_amount"] = amount;
        row["new_colour"] = new OptionSetValue(colour);
        row["new_urgent"] = isUrgent;
    });
}
