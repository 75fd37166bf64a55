using Microsoft.Playwright;
using Microsoft.Xrm.Sdk;

namespace Browser;

/// <summary>Filters of a view's columns: by text, by choice, by date, by nothing; with the keyboard alone.</summary>
[Collection(Stories.Name)]
public sealed class FilterTests(Stage stage)
{
    private readonly Scene _scene = new(stage);

    [Theory]
    [InlineData(Actor.English)]
    [InlineData(Actor.Persian)]
    public async Task A_list_is_filtered_by_its_columns(int language)
    {
        var mark = Guid.NewGuid().ToString("N")[..8];
        foreach (var kind in new[] { 0, 1 })
        {
            _scene.Service.Create(new Entity("smsys_smsholiday") { ["smsys_name"] = $"{mark} روز {kind}", ["smsys_jalalidate"] = "1406/01/0" + (kind + 1), ["smsys_yearly"] = kind == 1 });
        }

        await using var actor = await stage.EnterAsync(Actor.SmsAdministrator, language);
        await actor.OpenListAsync("smsys_smsholiday");
        var rows = actor.Page.Locator("[data-grid=list] tbody tr[data-id]");

        await FilterAsync(actor, "smsys_name", "contains", mark + " روز");
        await Assertions.Expect(rows).ToHaveCountAsync(2);
        await actor.Page.Locator("button[data-filter=smsys_yearly]").ClickAsync();
        await actor.Page.Locator(".filter-menu input[value='1']").CheckAsync();
        await actor.LookAsync("filter-menu");
        await actor.Page.Locator("[data-action=filter-apply]").ClickAsync();
        await Assertions.Expect(rows).ToHaveCountAsync(1);
        await actor.LookAsync("filter-applied");
        await actor.Page.Locator("button[data-filter=smsys_yearly]").ClickAsync();
        await actor.Page.Locator("[data-action=filter-clear]").ClickAsync();
        await Assertions.Expect(rows).ToHaveCountAsync(2);

        await FilterAsync(actor, "smsys_name", "begins", "روز");
        await Assertions.Expect(rows).ToHaveCountAsync(0);
        await FilterAsync(actor, "smsys_name", "eq", mark + " روز 1");
        await Assertions.Expect(rows).ToHaveCountAsync(1);
        await FilterAsync(actor, "smsys_name", "null", null);
        await Assertions.Expect(rows).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(Actor.English)]
    [InlineData(Actor.Persian)]
    public async Task A_date_is_filtered_by_its_day_with_the_keyboard_alone(int language)
    {
        await using var actor = await stage.EnterAsync(Actor.Administrator, language);
        await actor.OpenListAsync("contact");
        var rows = actor.Page.Locator("[data-grid=list] tbody tr[data-id]");
        var all = await rows.CountAsync();
        var today = DateTime.UtcNow.AddHours(3.5);

        await ByKeyboardAsync(actor, "createdon", "on-or-after", today.AddDays(-1));
        await Assertions.Expect(rows).ToHaveCountAsync(all);
        await Assertions.Expect(actor.Page.Locator("button[data-filter=createdon]")).ToBeFocusedAsync();
        await ByKeyboardAsync(actor, "createdon", "on-or-before", today.AddDays(-1));
        await Assertions.Expect(rows).ToHaveCountAsync(0);
        await ByKeyboardAsync(actor, "createdon", "on", today);
        await Assertions.Expect(rows).ToHaveCountAsync(all);
        await FilterAsync(actor, "ownerid", "begins", "Admin");
        await Assertions.Expect(rows).ToHaveCountAsync(all);
        await FilterAsync(actor, "ownerid", "contains", "nobody");
        await Assertions.Expect(rows).ToHaveCountAsync(0);
        await actor.Page.Locator("button[data-filter=ownerid]").ClickAsync();
        await actor.Page.Locator("[data-action=filter-clear]").ClickAsync();
        await Assertions.Expect(rows).ToHaveCountAsync(all);
        await actor.Page.Locator("button[data-filter=createdon]").FocusAsync();
        await actor.Page.Keyboard.PressAsync("Enter");
        await actor.LookAsync("filter-date");
        await actor.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(actor.Page.Locator(".filter-menu")).ToHaveCountAsync(0);
    }

    private static async Task FilterAsync(Actor actor, string column, string how, string? value)
    {
        await actor.Page.Locator($"button[data-filter={column}]").ClickAsync();
        await actor.Page.Locator(".filter-menu [data-part=operator]").SelectOptionAsync(how);
        if (value is not null)
        {
            await actor.Page.Locator(".filter-menu [data-part=value]").FillAsync(value);
        }

        await actor.Page.Locator("[data-action=filter-apply]").ClickAsync();
        await actor.Page.Locator(".filter-menu").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
        await actor.ReadyAsync();
    }

    private static async Task ByKeyboardAsync(Actor actor, string column, string how, DateTime day)
    {
        await actor.Page.Locator($"button[data-filter={column}]").FocusAsync();
        await actor.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(actor.Page.Locator(".filter-menu [data-part=operator]")).ToBeFocusedAsync();
        await actor.Page.Locator(".filter-menu [data-part=operator]").SelectOptionAsync(how);
        await actor.Page.Keyboard.PressAsync("Tab");
        await actor.Page.Locator(".filter-menu [data-part=value]").FillAsync(day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await actor.Page.Keyboard.PressAsync("Enter");
        await actor.Page.Locator(".filter-menu").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
        await actor.ReadyAsync();
    }
}
