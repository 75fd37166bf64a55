using System.Net;
using CrmEmulator.Tests.Metadata;
using Newtonsoft.Json.Linq;

namespace CrmEmulator.Tests.AppShell;

/// <summary>What pages are told about views, forms, ribbons, charts and apps, by real requests.</summary>
public class PageTests
{
    private const int Persian = 1065;

    [Fact]
    public async Task A_view_has_its_columns_in_words_those_of_linked_tables_too_and_what_quick_find_searches()
    {
        await using var shell = await Served();

        var view = await shell.Json("shell/views/" + PagesPackage.View);

        Assert.Equal("سفارش‌ها", (string?)view["label"]);
        Assert.Equal([("new_name", "ستون", "new_order"), ("c.fullname", "نام کامل", "contact")], view["columns"]!.Select(column => ((string)column["name"]!, (string)column["label"]!, (string)column["table"]!)));
        Assert.Equal(["new_name"], view["find"]!.Values<string>());
    }

    [Fact]
    public async Task A_form_has_tabs_cells_scripts_and_the_handlers_that_are_switched_on()
    {
        await using var shell = await Served();

        var form = await shell.Json("shell/tables/new_order/form");
        var section = form["tabs"]![0]!["columns"]![0]!["sections"]![0]!;

        Assert.Equal("سفارش", (string?)form["tabs"]![0]!["label"]);
        Assert.Equal(2, (int)section["columns"]!);
        Assert.Equal(("new_colour", true), ((string)section["rows"]![0]![0]!["control"]!["column"]!, (bool)section["rows"]![0]![0]!["control"]!["disabled"]!));
        Assert.Equal(["new_/page.htm"], form["libraries"]!.Values<string>());
        Assert.Equal([("onload", "order.load", true)], form["handlers"]!.Select(one => ((string)one["event"]!, (string)one["function"]!, (bool)one["passContext"]!)));
    }

    [Fact]
    public async Task A_ribbon_has_its_buttons_in_the_place_asked_for_with_rules_of_its_own_and_of_the_platform()
    {
        await using var shell = await Served();

        var button = Assert.Single(await shell.Json("shell/tables/new_order/ribbon/Form"));
        var elsewhere = await shell.Json("shell/tables/new_order/ribbon/SubGrid");

        Assert.Empty(elsewhere);
        Assert.Equal(("new.pack", "بسته‌بندی", "/WebResources/new_/page.htm"), ((string)button["command"]!, (string)button["label"]!, (string)button["icon"]!));
        Assert.Equal(JTokenType.Null, button["enableRules"]![0]!["rules"]!.Type);
        Assert.Equal((null, "یکی را برگزینید"), ((string?)button["enableRules"]![0]!["reason"], (string?)button["enableRules"]![1]!["reason"]));
        Assert.Equal("SelectionCountRule", (string?)button["enableRules"]![1]!["rules"]![0]!["name"]);
        Assert.Equal("PrimaryControl", (string?)button["actions"]![0]!["children"]![0]!["attributes"]!["Value"]);
    }

    [Fact]
    public async Task A_chart_says_what_it_sums_up_by_what_and_how_it_looks()
    {
        await using var shell = await Served();

        var chart = await shell.Json("shell/charts/" + PagesPackage.Chart);

        Assert.Equal(("by", "n", "count", "Bar"), ((string)chart["category"]!, (string)chart["measures"]![0]!["alias"]!, (string)chart["measures"]![0]!["aggregate"]!, (string)chart["series"]![0]!["type"]!));
        Assert.Equal(("new_colour", "new_order"), ((string)chart["groups"]![0]!["column"]!, (string)chart["groups"]![0]!["table"]!));
    }

    [Fact]
    public async Task A_site_map_leaves_out_what_the_user_may_not_read()
    {
        await using var shell = await Served(asClerk: true);

        var session = await shell.Json("shell/session");
        var links = (await shell.Json("shell/sitemaps/new_app"))[0]!["groups"]![0]!["links"]!;

        Assert.Equal(["new_app"], session["apps"]!.Select(app => (string)app["name"]!));
        Assert.Equal(["orders", "view"], links.Select(link => (string)link["id"]!));
        Assert.Equal(("entitylist", "new_order", PagesPackage.View), ((string)links[1]!["pageType"]!, (string)links[1]!["table"]!, (string)links[1]!["view"]!));
    }

    [Fact]
    public async Task A_session_has_the_ids_of_the_privileges_that_the_roles_of_its_user_give()
    {
        await using var shell = await Served(asClerk: true);

        var ids = (await shell.Json("shell/session"))["privilegeIds"]!.Values<string>().ToHashSet();
        var lead = (string?)(await shell.Json("api/data/v9.0/privileges?$select=privilegeid&$filter=name eq 'prvReadLead'"))["value"]![0]!["privilegeid"];
        var order = (string?)(await shell.Json("api/data/v9.0/privileges?$select=privilegeid&$filter=name eq 'prvReadnew_Order'"))["value"]![0]!["privilegeid"];

        Assert.Contains(order, ids);
        Assert.DoesNotContain(lead, ids);
    }

    [Fact]
    public async Task Every_table_of_the_platform_has_a_form_and_its_views_run()
    {
        await using var shell = await Served();
        foreach (var table in shell.Sample.Organization.Metadata.Tables.Where(table => !table.IsCustom && !table.IsIntersect && table.PrimaryName is not null))
        {
            var form = await shell.Json($"shell/tables/{table.LogicalName}/form");
            var views = (await shell.Json($"shell/tables/{table.LogicalName}"))["views"]!;

            Assert.NotEmpty(form["tabs"]!);
            Assert.NotEmpty(views);
            foreach (var view in views.Where(view => (int)view["kind"]! == 0))
            {
                var fetch = (string)(await shell.Json($"shell/views/{view["id"]}"))["fetchXml"]!;
                await shell.Json($"api/data/v9.1/{table.SetName}?fetchXml={Uri.EscapeDataString(fetch)}");
            }
        }
    }

    [Fact]
    public async Task Web_resources_answer_at_both_of_their_addresses_with_their_type()
    {
        await using var shell = await Served();

        foreach (var address in new[] { "WebResources/new_/page.htm", "%7B638000000000000%7D/WebResources/new_/page.htm" })
        {
            using var answer = await shell.Client.GetAsync(address);
            Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
            Assert.Equal("<html>سلام</html>", await answer.Content.ReadAsStringAsync());
        }

        Assert.Equal(HttpStatusCode.NotFound, (await shell.Client.GetAsync("WebResources/new_/nothing.htm")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await shell.Client.GetAsync("shell/files/nothing.js")).StatusCode);
    }

    [Fact]
    public async Task What_a_user_may_do_with_a_row_follows_owner_and_role()
    {
        await using var shell = await Served(asClerk: true);
        var foreign = shell.Sample.CreateOrder();

        var rights = await shell.Json($"shell/tables/new_order/access/{foreign:D}");
        using var broken = await shell.Client.GetAsync("shell/tables/new_order/access/1");
        using var unknown = await shell.Client.GetAsync("shell/tables/nothing");

        Assert.False((bool)rights["Read"]!);
        Assert.False((bool)rights["Write"]!);
        Assert.Equal(HttpStatusCode.BadRequest, broken.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task What_pages_show_of_the_platforms_own_tables_is_in_Persian_for_who_reads_Persian()
    {
        await using var shell = await Served();
        var links = (await shell.Json("shell/sitemaps/none")).SelectTokens("$..table").Select(table => (string)table!).ToList();
        var foreign = new List<string>();

        foreach (var name in links)
        {
            var table = await shell.Json("shell/tables/" + name);
            var form = await shell.Json($"shell/tables/{name}/form?kind=main");
            var view = await shell.Json("shell/views/" + table["views"]!.First(one => (int)one["kind"]! == 0)["id"]);
            var columns = form.SelectTokens("$..control.column").Concat(view.SelectTokens("$.columns[*].column")).Select(column => (string?)column).OfType<string>().Distinct();
            var words = columns.Select(column => table["columns"]![column]!).SelectMany(column => column.SelectTokens("options[*].label").Prepend(column["label"]!)).Append(table["label"]!).Append(table["plural"]!);
            foreign.AddRange(words.Select(word => (string)word!).Where(word => !word.Any(letter => letter is >= '\u0600' and <= '\u06FF')).Select(word => name + ": " + word));
        }

        Assert.True(links.Count > 10);
        Assert.True(foreign.Count == 0, string.Join('\n', foreign.Distinct()));
    }

    private static async Task<ServedShell> Served(bool asClerk = false)
    {
        var shell = new ServedShell();
        shell.Sample.Organization.ImportSolution(PagesPackage.Bytes());
        await shell.SignIn(asClerk ? shell.Sample.CreateUser("دفتردار", Guid.Parse(SamplePackage.ClerkRoleId)) : shell.Sample.Organization.AdministratorId, asClerk ? 1033 : Persian);
        return shell;
    }
}
