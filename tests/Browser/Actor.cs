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
        page.SetDefaultTimeout(60_000);
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

    /// <summary>The button of a command on the page's own command bar.</summary>
    public ILocator Command(string name) => Page.Locator($"#main > .commands button[data-command='{name}']");

    public Task ClickAsync(string command) => Command(command).ClickAsync();

    public async Task ConfirmAsync()
    {
        await Dialog.Locator("[data-action='confirm']").ClickAsync();
        await Dialog.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
    }

    /// <summary>The page inside the window that is open.</summary>
    public IFrameLocator DialogPage => Page.FrameLocator("dialog[open] iframe");

    /// <summary>The page is drawn: nothing in it says that it is busy.</summary>
    public async Task ReadyAsync()
    {
        await Page.Locator("#main").WaitForAsync();
        await Page.WaitForFunctionAsync("() => document.querySelector('#main') && !document.querySelector('#main[aria-busy], #main [aria-busy]')");
    }

    /// <summary>Keeps a picture of what is on screen; a page or dialog is held against axe as well.</summary>
    public async Task LookAsync(string name)
    {
        var folder = Repository.PathOf("artifacts/screens/shell/" + Folder);
        Directory.CreateDirectory(folder);
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), Animations = ScreenshotAnimations.Disabled });
        await JudgeAsync(name);
    }

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
