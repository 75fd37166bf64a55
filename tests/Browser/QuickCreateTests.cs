using Microsoft.Playwright;
using Microsoft.Xrm.Sdk;

namespace Browser;

/// <summary>The short forms of the solution: from the frame, and from a lookup that finds nothing.</summary>
[Collection(Stories.Name)]
public sealed class QuickCreateTests(Stage stage)
{
    private readonly Scene _scene = new(stage);

    [Theory]
    [InlineData(Actor.English)]
    [InlineData(Actor.Persian)]
    public async Task A_template_is_made_without_leaving_the_page(int language)
    {
        var name = Words.Fresh("پاسخ سریع");
        await using var actor = await stage.EnterAsync(Actor.SmsAdministrator, language);
        await actor.OpenListAsync("smsys_sms");

        await actor.Page.Locator("[data-action=quick-create]").FocusAsync();
        await actor.Page.Keyboard.PressAsync("Enter");
        await actor.LookAsync("quick-create-menu");
        await actor.Page.Locator("[data-quick=smsys_smstemplate]").FocusAsync();
        await actor.Page.Keyboard.PressAsync("Enter");
        await actor.Dialog.Locator("input[data-column=smsys_name]").FillAsync(name);
        await actor.Dialog.Locator("textarea[data-column=smsys_text]").FillAsync("سلام");
        await actor.LookAsync("quick-create");
        await actor.Dialog.Locator("[data-action=quick-save]").ClickAsync();
        await actor.Page.Locator(".toast").WaitForAsync();
        await actor.LookAsync("quick-create-made");

        Assert.Equal("سلام", _scene.Row("smsys_smstemplate", "smsys_name", name)!.GetAttributeValue<string>("smsys_text"));
        await actor.Page.Locator("[data-action=open-made]").ClickAsync();
        await Assertions.Expect(actor.Page.Locator("h1")).ToHaveTextAsync(name);
    }

    [Theory]
    [InlineData(Actor.English)]
    [InlineData(Actor.Persian)]
    public async Task A_lookup_offers_a_new_row_and_takes_it(int language)
    {
        var name = Words.Fresh("یادآوری قرار");
        await using var actor = await stage.EnterAsync(Actor.SmsAdministrator, language);
        await actor.OpenRowAsync("smsys_smsbulk", null);

        var lookup = actor.Page.Locator("[data-column=smsys_templateid]").First;
        await lookup.Locator("input").FillAsync(name);
        await lookup.Locator("[data-new=smsys_smstemplate]").WaitForAsync();
        await actor.LookAsync("lookup-new");
        await lookup.Locator("[data-new=smsys_smstemplate]").ClickAsync();
        await actor.Dialog.Locator("input[data-column=smsys_name]").FillAsync(name);
        await actor.Dialog.Locator("textarea[data-column=smsys_text]").FillAsync("سلام");
        await actor.Dialog.Locator("[data-action=quick-save]").ClickAsync();

        await Assertions.Expect(lookup.Locator(".chip")).ToContainTextAsync(name);
        Assert.NotNull(_scene.Row("smsys_smstemplate", "smsys_name", name));
    }

    [Fact]
    public async Task Who_may_not_make_rows_of_a_table_is_not_offered_its_form()
    {
        await using var actor = await stage.EnterAsync(Actor.User, Actor.English);

        var offered = await actor.Page.Locator("[data-quick]").EvaluateAllAsync<string[]>("all => all.map((one) => one.dataset.quick)");

        Assert.Contains("smsys_smstemplate", offered);
        Assert.DoesNotContain("smsys_smsbulk", offered);
        Assert.DoesNotContain("smsys_smskeyword", offered);
    }

    [Theory]
    [InlineData(Actor.English)]
    [InlineData(Actor.Persian)]
    public async Task A_new_row_begins_with_its_owner_and_the_defaults_of_its_choices(int language)
    {
        await using var actor = await stage.EnterAsync(Actor.SmsAdministrator, language);

        await actor.OpenRowAsync("smsys_smskeyword", null);

        await Assertions.Expect(actor.Page.Locator("[data-header-column=ownerid] .chip, [data-column=ownerid] .chip").First).ToContainTextAsync("smSys Administrator");
        foreach (var (column, value) in Defaults("smsys_SmsKeyword"))
        {
            await Assertions.Expect(actor.Page.Locator($"select[data-column={column}]").First).ToHaveValueAsync(value);
        }

        await actor.LookAsync("new-defaults");
    }

    /// <summary>What the solution's metadata gives, of the columns that stand on the form.</summary>
    private static IEnumerable<(string Column, string Value)> Defaults(string table)
    {
        var form = string.Concat(Directory.GetFiles(House.Repository.PathOf($"solution/Entities/{table}/FormXml/main")).Select(File.ReadAllText));
        var found = System.Xml.Linq.XElement.Load(House.Repository.PathOf($"solution/Entities/{table}/Entity.xml")).Descendants("attribute")
            .Select(attribute => (Column: (string)attribute.Element("LogicalName")!, Value: (string?)attribute.Element("AppDefaultValue")))
            .Where(one => one.Value is not null and not "-1" && form.Contains($"datafieldname=\"{one.Column}\"", StringComparison.Ordinal))
            .Select(one => (one.Column, one.Value!)).ToList();
        Assert.NotEmpty(found);
        return found;
    }
}
