using System.Net;
using CrmEmulator.Tests.Metadata;

namespace CrmEmulator.Tests.AppShell;

/// <summary>Signing in: who, in which language, and what follows from it.</summary>
public class SignInTests
{
    private static readonly Guid Clerk = Guid.Parse(SamplePackage.ClerkRoleId);

    [Fact]
    public async Task Nobody_sees_a_page_before_signing_in_and_comes_back_to_it_afterwards()
    {
        await using var shell = new ServedShell();

        using var before = await shell.Client.GetAsync("main.aspx?pagetype=entitylist&etn=contact");
        using var session = await shell.Client.GetAsync("shell/session");
        using var after = await shell.SignIn(shell.Sample.Organization.AdministratorId, returnTo: "/main.aspx?pagetype=entitylist&etn=contact");

        Assert.Equal("/signin?returnTo=%2Fmain.aspx%3Fpagetype%3Dentitylist%26etn%3Dcontact", before.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Unauthorized, session.StatusCode);
        Assert.Equal("/main.aspx?pagetype=entitylist&etn=contact", after.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await shell.Client.GetAsync("main.aspx")).StatusCode);
    }

    [Fact]
    public async Task The_page_lists_users_with_a_role_and_says_that_it_is_no_Dynamics()
    {
        await using var shell = new ServedShell();
        shell.Sample.CreateUser("بی‌نقش");
        var clerk = shell.Sample.CreateUser("<b>دفتردار</b>", Clerk);

        var page = await shell.Client.GetStringAsync("signin");

        Assert.Contains("this is not Microsoft Dynamics", page, StringComparison.Ordinal);
        Assert.Contains(clerk.ToString("D"), page, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;دفتردار", page, StringComparison.Ordinal);
        Assert.DoesNotContain("بی‌نقش", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_or_language_that_does_not_exist_and_an_address_elsewhere_are_refused()
    {
        await using var shell = new ServedShell();

        Assert.Equal(HttpStatusCode.BadRequest, (await shell.SignIn(Guid.NewGuid())).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await shell.SignIn(shell.Sample.Organization.AdministratorId, 1031)).StatusCode);
        using var elsewhere = await shell.SignIn(shell.Sample.Organization.AdministratorId, returnTo: "//example.test/");
        Assert.Equal("/main.aspx", elsewhere.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Another_host_name_than_this_machine_is_refused()
    {
        await using var shell = new ServedShell();
        using var request = new HttpRequestMessage(HttpMethod.Get, "signin") { Headers = { Host = "crm.example.test" } };

        using var answer = await shell.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task The_chosen_language_is_that_of_pages_and_of_formatted_values()
    {
        await using var shell = new ServedShell();
        await shell.SignIn(shell.Sample.Organization.AdministratorId, 1065);
        var order = shell.Sample.CreateOrder();
        shell.Sample.Service.Update(new Microsoft.Xrm.Sdk.Entity("new_order", order) { ["new_colour"] = new Microsoft.Xrm.Sdk.OptionSetValue(100000000) });

        var page = await shell.Client.GetStringAsync("main.aspx");
        var table = await shell.Json("shell/tables/new_order");
        shell.Client.DefaultRequestHeaders.Add("Prefer", "odata.include-annotations=\"*\"");
        var row = await shell.Json($"api/data/v9.1/new_orders({order:D})");

        Assert.Contains("lang=\"fa-IR\" dir=\"rtl\"", page, StringComparison.Ordinal);
        Assert.Equal("سرخ", (string?)table["columns"]!["new_colour"]!["options"]![0]!["label"]);
        Assert.Equal("سرخ", (string?)row["new_colour@OData.Community.Display.V1.FormattedValue"]);
    }

    [Fact]
    public async Task The_Web_API_knows_the_signed_in_user_and_so_do_the_pages()
    {
        await using var shell = new ServedShell();
        var clerk = shell.Sample.CreateUser("دفتردار", Clerk);
        await shell.SignIn(clerk);

        var me = await shell.Json("api/data/v9.1/WhoAmI");
        var session = await shell.Json("shell/session");
        var table = await shell.Json("shell/tables/new_order");
        using var refused = await shell.Client.GetAsync("api/data/v9.1/accounts");

        Assert.Equal(clerk.ToString("D"), (string?)me["UserId"]);
        Assert.Equal(["Clerk"], session["roles"]!.Select(role => (string?)role["name"]));
        Assert.Equal(1, (int)session["privileges"]!["new_order"]!["Write"]!);
        Assert.Equal(0, (int)session["privileges"]!["new_order"]!["Delete"]!);
        Assert.False((bool)table["columns"]!["new_secret"]!["canRead"]!);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("prvReadAccount", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
