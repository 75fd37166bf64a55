using System.Text.RegularExpressions;
using House;
using Microsoft.Playwright;
using Newtonsoft.Json.Linq;

namespace Browser;

/// <summary>Somebody at the browser: opens pages, clicks commands, answers dialogs; every fault of a script is remembered.</summary>
internal sealed partial class Actor : IAsyncDisposable
{
    public const string Administrator = "Administrator";
    public const string User = "smSys User";
    public const string BulkSender = "smSys Bulk Sender";
    public const string SmsAdministrator = "smSys Administrator";
    public const int English = 1033;
    public const int Persian = 1065;

    private readonly string _axe;

    public Actor(IPage page, int language, string axe)
    {
        Page = page;
        Language = language;
        _axe = axe;
        page.SetDefaultTimeout(120_000);
        page.PageError += (_, fault) => Faults.Add(fault);
    }

    public IPage Page { get; }

    public int Language { get; }

    /// <summary>What scripts threw and nobody caught.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>The window over the page.</summary>
    public ILocator Dialog => Page.Locator("dialog[open]");

    private string Folder => Language == Persian ? "fa" : "en";

    public async Task SignInAsync(Guid user)
    {
        await Page.GotoAsync("/signin");
        await Page.Locator($"label[data-user='{user:D}'] input").CheckAsync();
        await Page.Locator($"input[name=language][value='{Language}']").CheckAsync();
        await Page.Locator("form button").ClickAsync();
        await ReadyAsync();
    }

    public async Task OpenListAsync(string table, string? view = null)
    {
        await Page.GotoAsync("/main.aspx?app=smsys_SmsApp&pagetype=entitylist&etn=" + table + (view is null ? string.Empty : "&viewid=" + view));
        await ReadyAsync();
    }

    public async Task OpenRowAsync(string table, Guid? id)
    {
        await Page.GotoAsync($"/main.aspx?app=smsys_SmsApp&pagetype=entityrecord&etn={table}" + (id is { } row ? $"&id={row:D}" : string.Empty));
        await ReadyAsync();
    }

    /// <summary>Looks at the list again until a row with that text is in it: work in the background goes on.</summary>
    public async Task FindRowAsync(string text)
    {
        var row = Page.Locator("[data-grid=list] tbody tr").Filter(new LocatorFilterOptions { HasText = text });
        await Scene.UntilAsync(
            async () =>
            {
                await Page.ReloadAsync();
                await ReadyAsync();
                return await row.CountAsync() == 1;
            },
            text + " is in the list");
    }

    /// <summary>The button of a command on the page's own command bar.</summary>
    public ILocator Command(string name) => Page.Locator($"#main > .commands button[data-command='{name}']");

    public Task ClickAsync(string command) => Command(command).ClickAsync();

    public async Task ConfirmAsync()
    {
        await Dialog.Locator("[data-action='confirm']").ClickAsync();
        await Dialog.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
    }

    /// <summary>One click on a list or campaign and a confirmation; the bulk's form is open then.</summary>
    public async Task<Guid> MakeBulkAsync(string from, Guid row)
    {
        await OpenRowAsync(from, row);
        await ClickAsync($"smsys.{from}.bulk.Form.Command");
        await LookAtDialogAsync("bulk-question-" + from);
        await ConfirmAsync();
        await Page.Locator("#main[data-row]:not([data-row='']) textarea[data-column=smsys_text]").WaitForAsync();
        await ReadyAsync();
        return Guid.Parse((await Page.Locator("#main").GetAttributeAsync("data-row"))!);
    }

    /// <summary>The control of a column on the form, on whichever tab it stands.</summary>
    public async Task<ILocator> FieldAsync(string column)
    {
        var field = Page.Locator($"#main [data-kind] [data-column={column}]").First;
        await field.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        if (await field.GetAttributeAsync("role") is null && await field.IsHiddenAsync())
        {
            var panel = await field.EvaluateAsync<string>("field => field.closest('[role=tabpanel]').id");
            await Page.Locator($"[role=tab][aria-controls='{panel}']").ClickAsync();
        }

        return field;
    }

    /// <summary>Types into a field and leaves it.</summary>
    public async Task TypeAsync(string column, string value)
    {
        var field = await FieldAsync(column);
        await field.FillAsync(value);
        await field.BlurAsync();
    }

    /// <summary>Chooses an option by its value.</summary>
    public async Task ChooseAsync(string column, int value) =>
        await (await FieldAsync(column)).SelectOptionAsync(value.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Looks a row up by its name.</summary>
    public async Task LookUpAsync(string column, string name)
    {
        await TypeWithoutLeavingAsync(column, name);
        await Page.Locator($"#main [data-kind]:has([data-column={column}]) [role=option][data-id]").Filter(new LocatorFilterOptions { HasText = name }).First.DispatchEventAsync("mousedown");
    }

    /// <summary>Saves a new row; its id.</summary>
    public async Task<Guid> SaveNewAsync()
    {
        await ClickAsync("shell.save");
        await Page.Locator("#main[data-row]:not([data-row=''])").WaitForAsync();
        await ReadyAsync();
        return Guid.Parse((await Page.Locator("#main").GetAttributeAsync("data-row"))!);
    }

    /// <summary>The page inside the window that is open.</summary>
    public IFrameLocator DialogPage => Page.FrameLocator("dialog[open] iframe");

    /// <summary>The page is drawn: nothing in it says that it is busy.</summary>
    public async Task ReadyAsync()
    {
        await Page.Locator("#main").WaitForAsync();
        await Page.WaitForFunctionAsync("() => document.querySelector('#main') && !document.querySelector('#main[aria-busy], #main [aria-busy]')");
    }

    /// <summary>Writes a text into the window Send SMS, sends it and closes the window.</summary>
    /// <param name="line">The number of the line to choose; null: one's own or the default one, as the window offers.</param>
    public async Task SendAsync(string text, string? line = null)
    {
        await Assertions.Expect(DialogPage.Locator("#send")).Not.ToBeEmptyAsync();
        if (line is not null)
        {
            var option = DialogPage.Locator("#line option").Filter(new LocatorFilterOptions { HasText = line });
            await DialogPage.Locator("#line").SelectOptionAsync((await option.GetAttributeAsync("value"))!);
        }

        await DialogPage.Locator("#text").FillAsync(text);
        await LookAsync("send-dialog");
        await DialogPage.Locator("#send").ClickAsync();
        await DialogPage.Locator("#status.good").WaitForAsync();
        await Dialog.Locator("[data-action=close]").ClickAsync();
    }

    /// <summary>Keeps a picture of what is on screen; a page or dialog is held against axe as well.</summary>
    public async Task LookAsync(string name)
    {
        var folder = Repository.PathOf("artifacts/screens/shell/" + Folder);
        Directory.CreateDirectory(folder);
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), Animations = ScreenshotAnimations.Disabled });
        await JudgeAsync(name);
    }

    /// <summary>The same of a window that is about to open.</summary>
    public async Task LookAtDialogAsync(string name)
    {
        await Dialog.WaitForAsync();
        await LookAsync(name);
    }

    private async Task TypeWithoutLeavingAsync(string column, string value) => await (await FieldAsync(column)).PressSequentiallyAsync(value);

    private async Task JudgeAsync(string name)
    {
        foreach (var frame in Page.Frames.Where(frame => frame.Url.StartsWith("http", StringComparison.Ordinal)))
        {
            await frame.EvaluateAsync(_axe);
            var found = await frame.EvaluateAsync<string>("async () => JSON.stringify((await axe.run(document, { resultTypes: ['violations'], iframes: false })).violations.filter((one) => ['serious', 'critical'].includes(one.impact)).map((one) => one.id + ': ' + one.nodes.map((node) => node.target.join(' ')).slice(0, 4).join(' | ')))");
            Assert.True(found == "[]", $"{name} ({Folder}), {Address().Replace(frame.Url, string.Empty)}: {JArray.Parse(found)}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Page.Context.DisposeAsync();
        Assert.Empty(Faults);
    }

    [GeneratedRegex(@"^https?://[^/]+|\?.*$")]
    private static partial Regex Address();
}
