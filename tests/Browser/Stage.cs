using System.Net;
using System.Net.Sockets;
using DevHost;
using DevHost.Journey;
using DevHost.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Tables;
using WebResources;

namespace Browser;

/// <summary>The local system with its people and customers, its pages on loopback, and one Chromium for all stories.</summary>
public sealed class Stage : IAsyncLifetime
{
    /// <summary>A panel that is there to be called, and that no setting knows.</summary>
    internal const string Unknown = "http";

    private static readonly string[] Providers = ["kavenegar", "ghasedak"];

    private readonly CancellationTokenSource _stop = new();
    private LocalSystem? _system;
    private WebApplication? _web;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The organisation, its simulators and phones.</summary>
    internal LocalSystem System => _system!;

    /// <summary>http://localhost:port</summary>
    internal string Address { get; private set; } = string.Empty;

    /// <summary>The script of axe.</summary>
    internal string Axe { get; private set; } = string.Empty;

    /// <summary>Starts everything; the first provider's setting is the default.</summary>
    public async Task InitializeAsync()
    {
        var names = Providers.Select(name => LocalProvider.Of(name).Name).ToArray();
        _system = await LocalSystem.StartAsync(new LocalSystemOptions { Providers = [.. names, Unknown] }, _stop.Token);
        foreach (var name in names)
        {
            new JourneySetup(_system).Enter(LocalProvider.Of(name));
        }

        Price(_system.Service);
        new SamplePeople(_system).Enter();
        SampleCustomers.Enter(_system.Service);
        var port = FreePort();
        _web = LocalWeb.Build(_system, port);
        await _web.StartAsync();
        Address = $"http://localhost:{port}";
        Axe = File.ReadAllText(new Npm("webresources").FileOf("axe-core/axe.min.js"));
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium.Demand(() => PlaywrightDownload.Fetch(_playwright)),
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage", "--font-render-hinting=none"],
        });
    }

    /// <summary>Somebody who signs in with a role of the solution and reads a language.</summary>
    internal async Task<Actor> EnterAsync(string role, int language, string? address = null)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions { BaseURL = address ?? Address, ViewportSize = new ViewportSize { Width = 1360, Height = 900 }, Locale = "en-GB", TimezoneId = "Asia/Tehran" });
        var actor = new Actor(await context.NewPageAsync(), language, Axe);
        await actor.SignInAsync(role == Actor.Administrator ? System.Organization.AdministratorId : SamplePeople.IdOf(role));
        return actor;
    }

    /// <summary>A context without a user, for pages that are there before anybody signs in.</summary>
    internal async Task<IPage> OpenAsync(string path)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions { BaseURL = Address, ViewportSize = new ViewportSize { Width = 1360, Height = 900 } });
        var page = await context.NewPageAsync();
        await page.GotoAsync(path);
        return page;
    }

    /// <summary>Ends what was started.</summary>
    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_web is not null)
        {
            await _web.DisposeAsync();
        }

        await _stop.CancelAsync();
        if (_system is not null)
        {
            await _system.DisposeAsync();
        }

        _stop.Dispose();
    }

    /// <summary>Rial a part, so that dry runs and the window Send SMS tell what it costs.</summary>
    private static void Price(IOrganizationService service)
    {
        foreach (var setting in service.RetrieveMultiple(new QueryExpression(SmsSetting.LogicalName)).Entities)
        {
            service.Update(new SmsSettingRow(setting.Id) { PricePersian = 1_450, PriceLatin = 3_200 }.Record);
        }
    }

    /// <summary>A port that is free now.</summary>
    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>All stories play on one stage, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class Stories : ICollectionFixture<Stage>
{
    public const string Name = "stories";
}
