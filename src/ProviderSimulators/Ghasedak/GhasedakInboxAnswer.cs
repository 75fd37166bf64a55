using System.Globalization;
using System.Text.Json.Nodes;
using ProviderSimulators.Hosting;
using ProviderSimulators.Messages;
using ProviderSimulators.Time;

namespace ProviderSimulators.Ghasedak;

/// <summary>The two ways to read Ghasedak's inbox. Both mark what they show as read; newest first.</summary>
internal static class GhasedakInboxAnswer
{
    private const int MostLatest = 100;
    private const int MostPage = 200;

    public static SimulatedReply Latest(GhasedakSimulator simulator, SimulatedRequest request)
    {
        if (!simulator.Account.Lines.Contains(request.Query["LineNumber"].ToString()))
        {
            return simulator.Fail(400, "شماره خط معتبر نیست");
        }

        IReadOnlyList<InboundMessage> shown = simulator.Inbound.Read(
            message => Fits(message, request), found => found.Reverse().Take(MostLatest), marks: true);
        return simulator.Ok(new JsonObject { ["items"] = Items(shown) });
    }

    public static SimulatedReply Page(GhasedakSimulator simulator, SimulatedRequest request)
    {
        int index = Number(request, "PageIndex", 1);
        int size = Number(request, "PageSize", 10);
        if (!simulator.Account.Lines.Contains(request.Query["LineNumber"].ToString()) || index < 1 || size is < 1 or > MostPage)
        {
            return simulator.Fail(400, "پارامترهای ورودی معتبر نیستند");
        }

        DateTime start = TehranClock.Parse(request.Query["StartDate"]) ?? DateTime.MinValue;
        DateTime end = TehranClock.Parse(request.Query["EndDate"]) ?? DateTime.MaxValue;
        int total = 0;
        IReadOnlyList<InboundMessage> shown = simulator.Inbound.Read(
            message => Fits(message, request) && message.ReceivedOn >= start && message.ReceivedOn <= end,
            found =>
            {
                total = found.Count;
                return found.Reverse().Skip((index - 1) * size).Take(size);
            },
            marks: true);
        int pages = (total + size - 1) / size;
        return simulator.Ok(new JsonObject
        {
            ["pageIndex"] = index,
            ["pageSize"] = size,
            ["totalCount"] = total,
            ["totalPages"] = pages,
            ["hasPreviousPage"] = index > 1,
            ["hasNextPage"] = index < pages,
            ["items"] = Items(shown),
        });
    }

    private static bool Fits(InboundMessage message, SimulatedRequest request) =>
        message.Line == request.Query["LineNumber"] && message.IsRead == IsTrue(request.Query["IsRead"].ToString());

    private static JsonArray Items(IEnumerable<InboundMessage> messages) => new([.. messages.Select(message => new JsonObject
    {
        ["id"] = message.Id,
        ["message"] = message.Text,
        ["sender"] = "0" + message.Sender,
        ["lineNumber"] = message.Line,
        ["receiveDate"] = TehranClock.Iso(message.ReceivedOn),
    })]);

    private static bool IsTrue(string text) => text == "1" || string.Equals(text, "true", StringComparison.OrdinalIgnoreCase);

    private static int Number(SimulatedRequest request, string name, int standard) =>
        int.TryParse(request.Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : standard;
}
