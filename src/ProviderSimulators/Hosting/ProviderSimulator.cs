using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ProviderSimulators.Faults;
using ProviderSimulators.Messages;
using ProviderSimulators.Phones;
using ProviderSimulators.Pushes;

namespace ProviderSimulators.Hosting;

/// <summary>
/// A provider's web service on loopback, on a port that was free. It takes requests that name a path and requests that name
/// the whole address, so it can be its own proxy: whoever calls <see cref="HostName"/> is routed to <see cref="Address"/>.
/// </summary>
public abstract class ProviderSimulator : IAsyncDisposable
{
    private WebApplication? _web;

    protected ProviderSimulator(string name, SimulatorSetup setup, SimulatedAccount account, long firstId)
    {
        Name = name;
        Setup = setup;
        Account = account;
        Messages = new MessageStore(FileOf("messages"), firstId);
        Inbound = new InboundStore(FileOf("inbound"), firstId / 10);
        Phones = new PhoneNetwork();
        Phones.Join(this);
    }

    /// <summary>The stable name of the provider kind.</summary>
    public string Name { get; }

    /// <summary>For example <c>ghasedak.sim.test</c>.</summary>
    public string HostName => Name + ".sim.test";

    /// <summary>What an SMS Setting names: plain http at <see cref="HostName"/>.</summary>
    public Uri PublicAddress => new("http://" + HostName + "/");

    /// <summary>Where it listens, http://127.0.0.1:port/; after <see cref="StartAsync"/>.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1:0/");

    public SimulatedAccount Account { get; }

    public MessageStore Messages { get; }

    public InboundStore Inbound { get; }

    public FaultPlan Faults { get; } = new();

    public Arrivals Arrivals { get; } = new();

    /// <summary>The phones it delivers to; shared by the simulators of a <see cref="SimulatorHost"/>.</summary>
    public PhoneNetwork Phones { get; internal set; }

    /// <summary>Rial left on the account.</summary>
    public decimal Credit => Account.PaidIn - Messages.Spent;

    public SimulatorSetup Setup { get; }

    /// <summary>The provider's own clock in UTC: the simulated time, wrong by <see cref="FaultPlan.ClockSkew"/>.</summary>
    public DateTime ClockNow => Setup.Time.UtcNow + Faults.ClockSkew;

    /// <summary>What it pushes.</summary>
    public PushLine Pushes => new(this);

    protected DateTime Now => ClockNow;

    /// <summary>Simulated time that a request may come too early.</summary>
    protected TimeSpan Grace => Setup.PaceGrace * Setup.Time.Scale;

    public async Task StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        _web = builder.Build();
        _web.Run(HandleAsync);
        await _web.StartAsync();
        string address = _web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Address = new Uri(address + "/");
    }

    public async ValueTask DisposeAsync()
    {
        if (_web is not null)
        {
            await _web.DisposeAsync();
        }

        Messages.Dispose();
        Inbound.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The provider's name of what a request asks for.</summary>
    protected abstract string OperationOf(SimulatedRequest request);

    /// <summary>The provider's answer; what it accepts is journaled before this returns.</summary>
    protected abstract SimulatedReply Answer(SimulatedRequest request);

    /// <summary>What the fates of a batch do to its answer.</summary>
    protected static SimulatedFault? FaultOf(IEnumerable<SimulatedMessage> batch)
    {
        Fate[] fates = [.. batch.Select(message => Fates.Of(message.Recipient))];
        return fates.Contains(Fate.StoredThenSlow) ? SimulatedFault.Slow
            : fates.Contains(Fate.StoredThenError) ? SimulatedFault.ErrorAfterStoring
            : null;
    }

    /// <summary>What a question by reference is shown of it, short of <see cref="ReferenceShow.Twice"/> and <see cref="ReferenceShow.Short"/>, which the answer's form decides.</summary>
    protected IReadOnlyList<SimulatedMessage> Shown(string reference) => Faults.References switch
    {
        ReferenceShow.Never => [],
        ReferenceShow.Late => [.. Messages.WithReference(reference).Where(message => Now - message.AcceptedOn >= Faults.LateBy)],
        _ => Messages.WithReference(reference),
    };

    private async Task HandleAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        string body = await reader.ReadToEndAsync(http.RequestAborted);
        var request = new SimulatedRequest(http.Request.Method, http.Request.Path.Value ?? "/", http.Request.Query, http.Request.Headers, body);
        if (request.Path.StartsWith("/_sim/", StringComparison.Ordinal))
        {
            await WriteAsync(http, ControlApi.Answer(this, request), cut: false);
            return;
        }

        Setup.Seen?.Invoke(request);
        string operation = OperationOf(request);
        Arrivals.Add(operation);
        SimulatedFault? fault = Faults.Take(operation);
        SimulatedReply? reply = fault switch
        {
            SimulatedFault.CutBeforeStoring => null,
            SimulatedFault.WebPage => WebPage(StatusCodes.Status403Forbidden, "Access denied by the delivery network"),
            _ => Answer(request with { Fault = fault }),
        };
        switch (reply is null ? SimulatedFault.CutBeforeStoring : fault ?? reply.Fault)
        {
            case SimulatedFault.CutBeforeStoring or SimulatedFault.CutBeforeAnswer:
                http.Abort();
                break;
            case SimulatedFault.CutMidAnswer:
                await WriteAsync(http, reply!, cut: true);
                break;
            case SimulatedFault.ErrorAfterStoring:
                await WriteAsync(http, WebPage(StatusCodes.Status500InternalServerError, "Runtime Error"), cut: false);
                break;
            case SimulatedFault.Slow:
                await Task.Delay(Setup.SlowReply, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                await WriteAsync(http, reply!, cut: false);
                break;
            default:
                await WriteAsync(http, reply!, cut: false);
                break;
        }
    }

    private static async Task WriteAsync(HttpContext http, SimulatedReply reply, bool cut)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(reply.Body);
        http.Response.StatusCode = reply.Status;
        http.Response.ContentType = reply.ContentType;
        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(bytes.AsMemory(0, cut ? bytes.Length / 2 : bytes.Length));
        await http.Response.Body.FlushAsync();
        if (cut)
        {
            http.Abort();
        }
    }

    /// <summary>A page of the web server or of what stands before it.</summary>
    protected static SimulatedReply WebPage(int status, string title) =>
        new(status, "text/html; charset=utf-8", "<html><head><title>" + title + "</title></head><body><h1>" + title + "</h1></body></html>");

    private string? FileOf(string what)
    {
        if (Setup.DataFolder is null)
        {
            return null;
        }

        Directory.CreateDirectory(Setup.DataFolder);
        return Path.Combine(Setup.DataFolder, Name + "." + what + ".jsonl");
    }
}
