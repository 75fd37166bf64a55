using System.Net.Http;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using smSys.Messaging.Numbers;
using smSys.Messaging.Providers;
using smSys.Providers;

namespace Kannel.Gateway;

/// <summary>The description of Kannel as solution/README.md shows it, with the address of the ear alone put in.</summary>
internal static partial class GuidedExample
{
    private const string EarInTheBook = "https://ear.example.ir/";
    private const string PathInTheBook = "callback/PATH";

    public static string Definition(string earAddress) => Book().Replace(EarInTheBook, earAddress + "/", StringComparison.Ordinal);

    /// <summary>With the whole call-back address put in, as <c>smSys.Server key callback</c> prints its path.</summary>
    public static string DefinitionFor(string callback) => Book().Replace(EarInTheBook + PathInTheBook, callback, StringComparison.Ordinal);

    /// <summary>An account at a Kannel that is called by name, as Dynamics has to, and led to loopback.</summary>
    public static ISmsProvider Provider(KannelGateway kannel, string? password = null, string? definition = null, Action<string>? trace = null) => ProviderCatalog.Create(
        "http",
        new ProviderAccount
        {
            Address = new Uri("http://kannel.example.test/"),
            UserName = KannelGateway.User,
            Secret = password ?? kannel.Password,
            AllowPlainHttp = true,
            Options = new Dictionary<string, string> { ["definition"] = definition ?? Definition(kannel.Ear.Address) },
        },
        new ProviderSurroundings { Handler = () => LedTo(kannel), Trace = trace });

    public static ICallbackReader Reader(KannelGateway kannel) =>
        ProviderCatalog.CreateCallbackReader("http", new Dictionary<string, string> { ["definition"] = Definition(kannel.Ear.Address) });

    public static OutgoingMessage Message(long reference, string recipient, string text) =>
        new(reference, PhoneNumberParser.Parse(recipient).Number, KannelGateway.Line, text);

    private static SocketsHttpHandler LedTo(KannelGateway kannel) => new()
    {
        UseProxy = false,
        AllowAutoRedirect = false,
        ConnectCallback = async (_, cancellation) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(kannel.SendPoint, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        },
    };

    private static string Book()
    {
        string book = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "solution", "README.md"));
        string json = JsonBlocks().Matches(book).Select(block => block.Groups[1].Value).Single(block => block.Contains("X-Kannel-To", StringComparison.Ordinal));
        Assert.Contains(EarInTheBook, json, StringComparison.Ordinal);
        return json;
    }

    [GeneratedRegex("```json\\n(.*?)\\n```", RegexOptions.Singleline)]
    private static partial Regex JsonBlocks();
}
