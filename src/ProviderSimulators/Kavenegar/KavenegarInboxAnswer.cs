using System.Globalization;
using System.Text.Json.Nodes;
using ProviderSimulators.Hosting;
using ProviderSimulators.Messages;

namespace ProviderSimulators.Kavenegar;

/// <summary>The two ways to read Kavenegar's inbox. Unread messages that are shown count as read from then on.</summary>
internal static class KavenegarInboxAnswer
{
    private const int MostLatest = 100;
    private const int PageSize = 200;

    public static SimulatedReply Receive(KavenegarSimulator simulator, Func<string, string> field)
    {
        if (!simulator.Account.Lines.Contains(field("linenumber")))
        {
            return KavenegarJson.Failure(412, "خط نامعتبر است");
        }

        IReadOnlyList<InboundMessage> shown = simulator.Inbound.Read(
            message => message.Line == field("linenumber") && message.IsRead == (field("isread") == "1"), found => found.Take(MostLatest), marks: true);
        return KavenegarJson.Success(new JsonArray([.. shown.Select(Row)]));
    }

    public static SimulatedReply Page(KavenegarSimulator simulator, Func<string, string> field)
    {
        DateTime start = Time(field("startdate"), DateTime.MinValue);
        DateTime end = Time(field("enddate"), DateTime.MaxValue);
        int page = int.TryParse(field("pagenumber"), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 1;
        if (!simulator.Account.Lines.Contains(field("linenumber")) || page < 1 || end < start || end - start > TimeSpan.FromDays(2))
        {
            return KavenegarJson.Failure(end < start || end - start > TimeSpan.FromDays(2) ? 417 : 412, "بازه زمانی یا خط نامعتبر است");
        }

        int total = 0;
        IReadOnlyList<InboundMessage> shown = simulator.Inbound.Read(
            message => message.Line == field("linenumber") && message.IsRead == (field("isread") == "1") && message.ReceivedOn >= start && message.ReceivedOn <= end,
            found =>
            {
                total = found.Count;
                return found.Reverse().Skip((page - 1) * PageSize).Take(PageSize);
            },
            marks: true);
        int pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        return KavenegarJson.Success(new JsonArray([.. shown.Select(Row)]), new JsonObject
        {
            ["totalcount"] = Text(total),
            ["currentpage"] = Text(page),
            ["totalpages"] = Text(pages),
            ["pagesize"] = Text(PageSize),
        });
    }

    private static JsonNode Row(InboundMessage message) => new JsonObject
    {
        ["messageid"] = message.Id,
        ["message"] = message.Text,
        ["sender"] = "0" + message.Sender,
        ["receptor"] = message.Line,
        ["date"] = KavenegarJson.Unix(message.ReceivedOn),
    };

    private static DateTime Time(string unix, DateTime standard) =>
        long.TryParse(unix, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds) ? DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime : standard;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
