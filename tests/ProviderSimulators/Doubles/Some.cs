using System.Net;
using System.Text;
using ProviderSimulators.Hosting;
using ProviderSimulators.Messages;
using ProviderSimulators.Time;

namespace ProviderSimulators.Tests.Doubles;

/// <summary>Complete, correct things; a test states only what it is about.</summary>
internal static class Some
{
    public static readonly DateTime Start = new(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc);

    public static ManualTime Time() => new(Start);

    public static SimulatorSetup Setup(TimeSource? time = null, string? folder = null) => new() { Time = time ?? Time(), DataFolder = folder, PaceGrace = TimeSpan.Zero };

    public static SimulatedMessage Message(string recipient = "9121117777", string? reference = "1", string text = "سلام") =>
        new(0, "30001234", recipient, text, reference, Start, 1_000m);

    /// <summary>A client that leads every name to one simulator, which is its own proxy.</summary>
    public static HttpClient ClientThrough(ProviderSimulator simulator) =>
        new(new SocketsHttpHandler { Proxy = new WebProxy(simulator.Address), UseProxy = true }) { BaseAddress = simulator.PublicAddress };

    public static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");

    public static StringContent Soap(string operation, string content, string ns = "http://srv-pardis.sms1000.ir/") => new(
        "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body><" + operation + " xmlns='" + ns + "'>" + content + "</" + operation + "></s:Body></s:Envelope>",
        Encoding.UTF8,
        "text/xml");
}
