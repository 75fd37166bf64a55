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
        var mark = Words.Fresh("تعطیلی");
        foreach (var (kind, ordinal) in new[] { (0, "نخست"), (1, "دوم") })
        {
            _scene.Service.Create(new Entity("smsys_smsholiday") { ["smsys_name"] = $"{mark} روز {ordinal}", ["smsys_jalalidate"] = "1406/01/0" + (kind + 1), ["smsys_yearly"] = kind == 1 });
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
        await FilterAsync(actor, "smsys_name", "eq", mark + " روز دوم");
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
        await Assertions.Expect(Head(actor, "createdon")).ToBeFocusedAsync();
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
        await Head(actor, "createdon").FocusAsync();
        await actor.Page.Keyboard.PressAsync("Alt+ArrowDown");
        await actor.Page.Locator(".filter-menu [data-part=value]").FillAsync("31/31");
        await actor.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(actor.Page.Locator(".filter-menu [role=alert]")).ToContainTextAsync(Written(today, language));
        await actor.LookAsync("filter-date");
        await actor.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(actor.Page.Locator(".filter-menu")).ToHaveCountAsync(0);
        await Assertions.Expect(Head(actor, "createdon")).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData(Actor.English, "ArrowRight", "ArrowLeft")]
    [InlineData(Actor.Persian, "ArrowLeft", "ArrowRight")]
    public async Task The_heads_of_the_columns_are_one_stop_of_the_Tab_key_and_arrow_keys_walk_through_them(int language, string forward, string back)
    {
        await using var actor = await stage.EnterAsync(Actor.Administrator, language);
        await actor.OpenListAsync("contact");
        var keys = actor.Page.Keyboard;
        var columns = await actor.Page.Locator("[data-grid=list] thead th[data-column]").EvaluateAllAsync<string[]>("all => all.map((one) => one.dataset.column)");

        await actor.Page.Locator("[data-grid=list] .grid-rows").FocusAsync();
        await keys.PressAsync("Tab");
        await Assertions.Expect(actor.Page.Locator("[data-grid=list] thead input")).ToBeFocusedAsync();
        await keys.PressAsync(forward);
        await keys.PressAsync(forward);
        await Assertions.Expect(Head(actor, columns[1])).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await actor.ReadyAsync();
        await Assertions.Expect(actor.Page.Locator($"th[data-column={columns[1]}]")).ToHaveAttributeAsync("aria-sort", "ascending");
        await Assertions.Expect(Head(actor, columns[1])).ToBeFocusedAsync();
        await keys.PressAsync(back);
        await Assertions.Expect(Head(actor, columns[0])).ToBeFocusedAsync();
        await keys.PressAsync("End");
        await Assertions.Expect(Head(actor, columns[^1])).ToBeFocusedAsync();
        await keys.PressAsync("Tab");
        await Assertions.Expect(actor.Page.Locator("[data-grid=list] tbody tr").First.Locator("input")).ToBeFocusedAsync();
        await keys.PressAsync("Shift+Tab");
        await Assertions.Expect(Head(actor, columns[^1])).ToBeFocusedAsync();
    }

    private static ILocator Head(Actor actor, string column) => actor.Page.Locator($"th[data-column={column}] button.sort");

    /// <summary>A day as people of that language write it.</summary>
    private static string Written(DateTime day, int language)
    {
        var calendar = new System.Globalization.PersianCalendar();
        var parts = language == Actor.Persian
            ? $"{calendar.GetYear(day):0000}/{calendar.GetMonth(day):00}/{calendar.GetDayOfMonth(day):00}"
            : $"{day.Day:00}/{day.Month:00}/{day.Year:0000}";
        return language == Actor.Persian ? string.Concat(parts.Select(sign => char.IsAsciiDigit(sign) ? (char)('۰' + (sign - '0')) : sign)) : parts;
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
        await Head(actor, column).FocusAsync();
        await actor.Page.Keyboard.PressAsync("Alt+ArrowDown");
        await Assertions.Expect(actor.Page.Locator(".filter-menu [data-part=operator]")).ToBeFocusedAsync();
        await actor.Page.Locator(".filter-menu [data-part=operator]").SelectOptionAsync(how);
        await actor.Page.Keyboard.PressAsync("Tab");
        await actor.Page.Locator(".filter-menu [data-part=value]").FillAsync(Written(day, actor.Language));
        await actor.Page.Keyboard.PressAsync("Enter");
        await actor.Page.Locator(".filter-menu").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
        await actor.ReadyAsync();
    }
}
