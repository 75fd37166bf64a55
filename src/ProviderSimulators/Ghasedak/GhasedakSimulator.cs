using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Primitives;
using ProviderSimulators.Faults;
using ProviderSimulators.Hosting;
using ProviderSimulators.Messages;
using ProviderSimulators.Time;

namespace ProviderSimulators.Ghasedak;

/// <summary>
/// gateway.ghasedak.me, REST v1. Where the vendor's documents are silent this is our choice: at most 100 items, 400 for whatever
/// is wrong with a call (a blocked recipient too: the whole call is refused), 402 for no credit, references are not unique.
/// </summary>
public sealed class GhasedakSimulator : ProviderSimulator
{
    private const string Root = "/rest/api/v1/WebService/";
    private const int MostItems = 100;

    public GhasedakSimulator(SimulatorSetup setup)
        : this(setup, new SimulatedAccount { Secret = "ghasedak-demo-key-7f3a91", Lines = ["30001234", "30005678"] })
    {
    }

    public GhasedakSimulator(SimulatorSetup setup, SimulatedAccount account)
        : base("ghasedak", setup, account, firstId: 23_900_000)
    {
    }

    /// <summary>Answer with PascalCase names, as some of the vendor's samples do.</summary>
    public bool PascalCase { get; set; }

    protected override string OperationOf(SimulatedRequest request) => request.Path[(request.Path.LastIndexOf('/') + 1)..];

    protected override SimulatedReply Answer(SimulatedRequest request)
    {
        if (!request.Path.StartsWith(Root, StringComparison.OrdinalIgnoreCase))
        {
            return Fail(404, "مسیر یافت نشد");
        }

        if (request.Fault == SimulatedFault.Unauthorized || request.Headers["ApiKey"] != Account.Secret || !Account.IsActive)
        {
            return Fail(401, "کلید دسترسی معتبر نیست");
        }

        if (request.Fault == SimulatedFault.TooFast)
        {
            return Fail(429, "تعداد درخواست بیش از حد مجاز است");
        }

        try
        {
            return (request.Method, OperationOf(request).ToLowerInvariant()) switch
            {
                ("POST", "sendsinglesms") => Send(request, single: true),
                ("POST", "sendpairtopairsms") => Send(request, single: false),
                ("GET", "checksmsstatus") => Status(request),
                ("GET", "getreceivedsmses") => GhasedakInboxAnswer.Latest(this, request),
                ("GET", "getreceivedsmsespaging") => GhasedakInboxAnswer.Page(this, request),
                ("GET", "getaccountinformation") => Ok(new JsonObject
                {
                    ["credit"] = (long)Credit,
                    ["expireDate"] = TehranClock.Iso(Now.AddYears(1)),
                    ["plan"] = "سازمانی",
                }),
                _ => Fail(404, "متد یافت نشد"),
            };
        }
        catch (JsonException)
        {
            return Fail(400, "بدنه درخواست معتبر نیست");
        }
    }

    internal SimulatedReply Ok(JsonNode data) => GhasedakJson.Success(data, PascalCase);

    internal SimulatedReply Fail(int status, string message) => GhasedakJson.Failure(status, message, PascalCase);

    private SimulatedReply Send(SimulatedRequest request, bool single)
    {
        JsonObject body = Json(request.Body);
        JsonNode?[] items = single ? [body] : body["items"] is JsonArray array ? [.. array] : [];
        if (items.Length is 0 or > MostItems)
        {
            return Fail(400, "تعداد پیام‌ها باید بین ۱ تا ۱۰۰ باشد");
        }

        var drafts = new List<SimulatedMessage>();
        foreach (JsonNode? item in items)
        {
            string line = Text(item, "lineNumber") ?? Account.Lines[0];
            string text = Text(item, "message") ?? string.Empty;
            string? recipient = Subscriber.Parse(Text(item, "receptor"));
            if (recipient is null || Fates.Of(recipient) == Fate.BlockedAtHandOver)
            {
                return Fail(400, "گیرنده معتبر نیست یا در لیست سیاه است: " + Text(item, "receptor"));
            }

            if (!Account.Lines.Contains(line) || text.Length == 0)
            {
                return Fail(400, text.Length == 0 ? "متن پیام خالی است" : "شماره خط معتبر نیست");
            }

            drafts.Add(new SimulatedMessage(0, line, recipient, text, Text(item, "clientReferenceId"), Now, Subscriber.Parts(text) * Account.PartPrice));
        }

        if (request.Fault == SimulatedFault.CreditGone || drafts.Sum(draft => draft.Cost) > Credit)
        {
            return Fail(402, "اعتبار حساب کافی نیست");
        }

        IReadOnlyList<SimulatedMessage> accepted = Messages.Accept(drafts);
        JsonNode[] rows = [.. accepted.Select((message, i) => Sent(message, Text(items[i], "receptor")!))];
        return Ok(single ? rows[0] : new JsonObject { ["items"] = new JsonArray(rows) }) with { Fault = FaultOf(accepted) };
    }

    private static JsonObject Sent(SimulatedMessage message, string receptor) => new()
    {
        ["lineNumber"] = message.Line,
        ["receptor"] = receptor,
        ["messageId"] = Id(message.Id),
        ["cost"] = (int)message.Cost,
        ["clientReferenceId"] = message.Reference,
        ["sendDate"] = TehranClock.Iso(message.AcceptedOn),
        ["message"] = message.Text,
    };

    private SimulatedReply Status(SimulatedRequest request)
    {
        string[] ids = request.Query["Ids"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        StringValues type = request.Query["Type"];
        bool byReference = type == "2" || string.Equals(type, "ClientReferenceId", StringComparison.OrdinalIgnoreCase);
        bool byId = type == "1" || string.Equals(type, "MessageId", StringComparison.OrdinalIgnoreCase);
        if (ids.Length is 0 or > MostItems || byReference == byId)
        {
            return Fail(400, "شناسه‌ها معتبر نیستند");
        }

        var rows = new JsonArray();
        foreach (SimulatedMessage message in byReference ? ShownByReference(ids) : ids.Select(Find).OfType<SimulatedMessage>())
        {
            rows.Add(Row(message, message.Id));
            if (byReference && Faults.References == ReferenceShow.Twice)
            {
                rows.Add(Row(message, message.Id + 500_000));
            }
        }

        return Ok(rows);
    }

    private IEnumerable<SimulatedMessage> ShownByReference(string[] references) =>
        references.Take(Faults.References == ReferenceShow.Short ? (references.Length + 1) / 2 : references.Length).SelectMany(Shown);

    private SimulatedMessage? Find(string id) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? Messages.Find(number) : null;

    private JsonObject Row(SimulatedMessage message, long id) => new()
    {
        ["messageId"] = Id(id),
        ["clientReferenceId"] = message.Reference,
        ["message"] = message.Text,
        ["lineNumber"] = message.Line,
        ["receptor"] = "0" + message.Recipient,
        ["status"] = message.StateAt(Now) switch
        {
            MessageState.SentToOperator => 3,
            MessageState.Delivered => 5,
            MessageState.NotDelivered => 4,
            MessageState.Blocked => 2,
            _ => 0,
        },
        ["price"] = (int)message.Cost,
        ["sendDate"] = TehranClock.Iso(message.AcceptedOn)[..27],
    };

    private static string Id(long id) => id.ToString(CultureInfo.InvariantCulture);

    private static JsonObject Json(string body) => JsonNode.Parse(body, new JsonNodeOptions { PropertyNameCaseInsensitive = true }) is JsonObject map
        ? map
        : throw new JsonException("Not an object.");

    private static string? Text(JsonNode? item, string name) => item is JsonObject map && map[name] is JsonValue value ? value.ToString() : null;
}
