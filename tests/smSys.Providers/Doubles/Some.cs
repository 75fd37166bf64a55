using System.Net;
using smSys.Messaging.Numbers;
using smSys.Messaging.Providers;
using smSys.Providers;

namespace smSys.Providers.Tests.Doubles;

/// <summary>Complete, correct things; a test states only what it is about.</summary>
internal static class Some
{
    public const string Secret = "planted/Secret+42&<ک>";
    public const string PlainSecret = "planted-key-9c41d2";
    public const string User = "planted-user-77";

    public static OutgoingMessage Message(long reference = 1001, string recipient = "09121234567", string text = "سلام", string line = "30001234") =>
        new(reference, Number(recipient), line, text);

    public static OutgoingMessage[] Messages(int count, string line = "30001234") =>
    [
        .. Enumerable.Range(1, count).Select(i => Message(
            5_000_000_000_000_000_000 + i, "0912" + (3_000_100 + i * 10).ToString(System.Globalization.CultureInfo.InvariantCulture), "پیام شماره " + i, line)),
    ];

    public static PhoneNumber Number(string text)
    {
        NumberResult result = PhoneNumberParser.Parse(text);
        return result.IsValid ? result.Number : throw new ArgumentException(text + " is no number.");
    }

    public static ProviderAccount Account(string address, string user = User, string secret = PlainSecret, params (string Name, string Value)[] options) =>
        Account(address, [], user, secret, options);

    public static ProviderAccount Account(
        string address, IReadOnlyList<string> lines, string user = User, string secret = PlainSecret, params (string Name, string Value)[] options) => new()
    {
        Address = new Uri(address),
        UserName = user,
        Secret = secret,
        AllowPlainHttp = address.StartsWith("http:", StringComparison.Ordinal),
        SingleTimeout = TimeSpan.FromSeconds(20),
        BatchTimeout = TimeSpan.FromSeconds(20),
        Lines = lines,
        Options = options.ToDictionary(option => option.Name, option => option.Value),
    };

    /// <summary>Surroundings that lead every host name to one address, as the emulator does.</summary>
    public static ProviderSurroundings RoutedTo(Uri address, Action<string>? trace = null) => new()
    {
        // .NET Framework closes a connection when the request says so; .NET keeps it unless the answer says so too, and would meet the peer's closing in the next call.
        Handler = () => new SocketsHttpHandler { Proxy = new WebProxy(address), UseProxy = true, AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.Zero },
        Trace = trace,
    };

    /// <summary>Surroundings with a handler of the test's own.</summary>
    public static ProviderSurroundings Handled(HttpMessageHandler handler, Action<string>? trace = null) => new()
    {
        Handler = () => handler,
        Trace = trace,
    };
}
