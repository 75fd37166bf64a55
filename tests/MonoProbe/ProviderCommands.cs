using System.Globalization;
using System.Net;
using System.Net.Http;
using smSys.Messaging.Numbers;
using smSys.Messaging.Providers;
using smSys.Providers;

namespace MonoProbe;

/// <summary>
/// One operation of one adapter. Words: operation, kind, address, where the name really leads, user, secret, seconds to wait,
/// number of options, their names and values, then what the operation takes.
/// </summary>
internal static class ProviderCommands
{
    private const int Head = 8;

    public static IReadOnlyList<string> Answer(string[] words)
    {
        int options = int.Parse(words[7], CultureInfo.InvariantCulture);
        string[] rest = [.. words.Skip(Head + (2 * options))];
        ISmsProvider provider = Provider(words, options);
        using (provider as IDisposable)
        {
            return words[0] switch
            {
                "send" => [.. provider.Send(Messages(rest)).SelectMany(Words)],
                "ask" => [.. provider.AskCall([.. rest.Select(Number)]).SelectMany(answer => new[] { answer.Kind.ToString(), answer.ProviderMessageId ?? string.Empty })],
                "states" => Words(provider.GetStates(rest), states => states.Select(state => state.Kind.ToString())),
                "receive" => Words(provider.Receive(new ReceiveRequest(rest[0], null, Time(rest[1]), Time(rest[2]))), page => page.Messages.Select(message => message.Text)),
                "balance" => Words(provider.GetBalance(), balance => [balance.Amount.ToString(CultureInfo.InvariantCulture)]),
                _ => throw new ArgumentException("There is no command \"" + words[0] + "\"."),
            };
        }
    }

    private static ISmsProvider Provider(string[] words, int options)
    {
        var wait = TimeSpan.FromSeconds(int.Parse(words[6], CultureInfo.InvariantCulture));
        var account = new ProviderAccount
        {
            Address = new Uri(words[2]),
            UserName = words[4],
            Secret = words[5],
            AllowPlainHttp = true,
            SingleTimeout = wait,
            BatchTimeout = wait,
            Options = Enumerable.Range(0, options).ToDictionary(i => words[Head + (2 * i)], i => words[Head + (2 * i) + 1]),
        };
        var surroundings = new ProviderSurroundings
        {
            Handler = () => new HttpClientHandler { Proxy = new WebProxy(new Uri(words[3])), UseProxy = true, AllowAutoRedirect = false, UseCookies = false },
        };
        return ProviderCatalog.Create(words[1], account, surroundings);
    }

    private static OutgoingMessage[] Messages(string[] words) =>
        [.. Enumerable.Range(0, words.Length / 4).Select(i => new OutgoingMessage(Number(words[4 * i]), PhoneNumberParser.Parse(words[(4 * i) + 1]).Number, words[(4 * i) + 2], words[(4 * i) + 3]))];

    private static string[] Words(SendOutcome outcome) =>
        [outcome.Kind.ToString(), outcome.Fault?.Kind.ToString() ?? string.Empty, outcome.Fault?.Code ?? string.Empty, outcome.ProviderMessageId ?? outcome.Fault?.Words ?? string.Empty];

    private static IReadOnlyList<string> Words<T>(ProviderAnswer<T> answer, Func<T, IEnumerable<string>> read)
        where T : class => answer.Fault is ProviderFault fault ? ["fault", fault.ToString()] : [.. read(answer.Value)];

    private static long Number(string word) => long.Parse(word, CultureInfo.InvariantCulture);

    private static DateTime Time(string word) => DateTime.Parse(word, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);
}
