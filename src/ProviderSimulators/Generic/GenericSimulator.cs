using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using ProviderSimulators.Faults;
using ProviderSimulators.Hosting;
using ProviderSimulators.Messages;
using ProviderSimulators.Time;

namespace ProviderSimulators.Generic;

/// <summary>
/// A panel that does not exist, but could: JSON, a bearer token, one call for many messages, errors with HTTP 4xx and words in
/// Persian. The provider kind "http" speaks to it by the description in src/DevHost/samples/http-provider.json alone.
/// </summary>
public sealed class GenericSimulator : ProviderSimulator
{
    private const string Root = "/api/v1/";
    private const int MostItems = 100;
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public GenericSimulator(SimulatorSetup setup)
        : this(setup, new SimulatedAccount
        {
            Secret = "http-demo-token-51c2e8",
            Lines = ["10002020", "10003030"],
            Options = new Dictionary<string, string> { ["definition"] = Definition },
        })
    {
    }

    public GenericSimulator(SimulatorSetup setup, SimulatedAccount account)
        : base("http", setup, account, firstId: 71_000_000)
    {
    }

    /// <summary>The description by which it can be spoken to.</summary>
    public static string Definition
    {
        get
        {
            using Stream stream = typeof(GenericSimulator).Assembly.GetManifestResourceStream("http-provider.json")!;
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd();
        }
    }

    protected override string OperationOf(SimulatedRequest request) => (request.Method, request.Path) switch
    {
        ("POST", Root + "messages") => "send",
        ("GET", Root + "messages") => request.Query.ContainsKey("clientIds") ? "ask" : "states",
        ("GET", Root + "inbox") => "inbox",
        ("GET", Root + "account") => "account",
        _ => "nothing",
    };

    protected override SimulatedReply Answer(SimulatedRequest request)
    {
        if (request.Fault == SimulatedFault.Unauthorized || request.Headers.Authorization != "Bearer " + Account.Secret)
        {
            return Fail(StatusCodes.Status401Unauthorized, "unauthorized", "کلید دسترسی نامعتبر است");
        }

        if (!Account.IsActive)
        {
            return Fail(StatusCodes.Status403Forbidden, "inactive", "حساب غیرفعال است");
        }

        if (request.Fault == SimulatedFault.TooFast)
        {
            return Fail(StatusCodes.Status429TooManyRequests, "too_fast", "تعداد درخواست بیش از حد مجاز است");
        }

        try
        {
            return OperationOf(request) switch
            {
                "send" => Send(request),
                "ask" or "states" => States(request),
                "inbox" => Inbox(request),
                "account" => Ok(new JsonObject { ["credit"] = Credit, ["unit"] = "rial", ["lines"] = new JsonArray([.. Account.Lines.Select(line => JsonValue.Create(line))]) }),
                _ => Fail(StatusCodes.Status404NotFound, "no_such_method", "چنین متدی وجود ندارد"),
            };
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return Fail(StatusCodes.Status400BadRequest, "bad_request", "بدنه درخواست معتبر نیست");
        }
    }

    private SimulatedReply Send(SimulatedRequest request)
    {
        JsonNode body = JsonNode.Parse(request.Body) ?? throw new JsonException();
        string line = (string?)body["from"] ?? string.Empty;
        JsonNode?[] items = body["messages"] is JsonArray array ? [.. array] : [];
        if (items.Length is 0 or > MostItems)
        {
            return Fail(StatusCodes.Status400BadRequest, "bad_request", "تعداد پیام‌ها باید از ۱ تا ۱۰۰ باشد");
        }

        if (!Account.Lines.Contains(line))
        {
            return Fail(StatusCodes.Status422UnprocessableEntity, "bad_line", "خط فرستنده برای این حساب نیست");
        }

        decimal left = request.Fault == SimulatedFault.CreditGone ? 0 : Credit;
        var drafts = new List<SimulatedMessage>();
        string?[] refusals = [.. items.Select(item => Refusal(item, line, drafts, ref left))];
        if (refusals.All(refusal => refusal == "no_credit"))
        {
            return Fail(StatusCodes.Status402PaymentRequired, "no_credit", "اعتبار کافی نیست");
        }

        var accepted = new Queue<SimulatedMessage>(Messages.Accept(drafts));
        SimulatedFault? fault = FaultOf(accepted);
        JsonNode[] rows = [.. items.Select((item, i) => refusals[i] is string code ? Refused(item!, code) : Row(accepted.Dequeue(), item!))];
        return Ok(new JsonObject { ["results"] = new JsonArray(rows) }) with { Fault = fault };
    }

    private string? Refusal(JsonNode? item, string line, List<SimulatedMessage> drafts, ref decimal left)
    {
        string text = (string?)item?["text"] ?? string.Empty;
        string? recipient = Subscriber.Parse((string?)item?["to"]);
        decimal cost = Subscriber.Parts(text) * Account.PartPrice;
        if (recipient is null || text.Length == 0)
        {
            return recipient is null ? "bad_recipient" : "bad_request";
        }

        if (Fates.Of(recipient) == Fate.BlockedAtHandOver || cost > left)
        {
            return cost > left ? "no_credit" : "blocked";
        }

        left -= cost;
        drafts.Add(new SimulatedMessage(0, line, recipient, text, (string?)item!["clientId"], Now, cost));
        return null;
    }

    private static JsonNode Refused(JsonNode item, string code) => new JsonObject
    {
        ["clientId"] = (string?)item["clientId"],
        ["to"] = (string?)item["to"],
        ["accepted"] = false,
        ["error"] = new JsonObject { ["code"] = code, ["message"] = "پیام پذیرفته نشد: " + code },
    };

    private static JsonNode Row(SimulatedMessage message, JsonNode item) => new JsonObject
    {
        ["clientId"] = message.Reference,
        ["to"] = (string?)item["to"],
        ["accepted"] = true,
        ["id"] = message.Id,
        ["cost"] = message.Cost,
    };

    private SimulatedReply States(SimulatedRequest request)
    {
        bool byReference = request.Query.ContainsKey("clientIds");
        string[] asked = request.Query[byReference ? "clientIds" : "ids"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries);
        if (asked.Length is 0 or > MostItems)
        {
            return Fail(StatusCodes.Status400BadRequest, "bad_request", "شناسه‌ها معتبر نیستند");
        }

        var rows = new JsonArray();
        foreach (SimulatedMessage message in byReference ? ShownByReference(asked) : asked.Select(Find).OfType<SimulatedMessage>())
        {
            rows.Add(State(message, message.Id));
            if (byReference && Faults.References == ReferenceShow.Twice)
            {
                rows.Add(State(message, message.Id + 500_000));
            }
        }

        return Ok(new JsonObject { ["messages"] = rows });
    }

    private IEnumerable<SimulatedMessage> ShownByReference(string[] references) => Faults.References switch
    {
        ReferenceShow.Never => [],
        ReferenceShow.Short => references.Take((references.Length + 1) / 2).SelectMany(Messages.WithReference),
        ReferenceShow.Late => references.SelectMany(Messages.WithReference).Where(message => Now - message.AcceptedOn >= Faults.LateBy),
        _ => references.SelectMany(Messages.WithReference),
    };

    private SimulatedMessage? Find(string id) => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? Messages.Find(number) : null;

    private JsonObject State(SimulatedMessage message, long id) => new()
    {
        ["id"] = id,
        ["clientId"] = message.Reference,
        ["state"] = message.StateAt(Now) switch
        {
            MessageState.SentToOperator => "sent",
            MessageState.Delivered => "delivered",
            MessageState.NotDelivered => "undelivered",
            MessageState.Blocked => "blocked",
            _ => "queued",
        },
        ["stateAt"] = TehranClock.Iso(Now),
    };

    private SimulatedReply Inbox(SimulatedRequest request)
    {
        string line = request.Query["line"].ToString();
        bool hasCursor = long.TryParse(request.Query["after"], NumberStyles.None, CultureInfo.InvariantCulture, out long after);
        bool hasLimit = int.TryParse(request.Query["limit"], NumberStyles.None, CultureInfo.InvariantCulture, out int limit);
        if (!Account.Lines.Contains(line) || !hasCursor || !hasLimit || limit is < 1 or > MostItems)
        {
            return Fail(StatusCodes.Status400BadRequest, "bad_request", "پارامترهای ورودی معتبر نیستند");
        }

        bool more = false;
        IReadOnlyList<InboundMessage> shown = Inbound.Read(
            message => message.Line == line && message.Id > after,
            found =>
            {
                more = found.Count > limit;
                return found.Take(limit);
            },
            marks: false);
        return Ok(new JsonObject
        {
            ["messages"] = new JsonArray([.. shown.Select(message => new JsonObject
            {
                ["id"] = message.Id,
                ["from"] = "98" + message.Sender,
                ["to"] = message.Line,
                ["text"] = message.Text,
                ["receivedAt"] = TehranClock.Iso(message.ReceivedOn),
            })]),
            ["more"] = more,
        });
    }

    private static SimulatedReply Ok(JsonObject answer)
    {
        answer.Insert(0, "ok", true);
        return new SimulatedReply(StatusCodes.Status200OK, "application/json; charset=utf-8", answer.ToJsonString(Options));
    }

    private static SimulatedReply Fail(int status, string code, string words)
    {
        var answer = new JsonObject { ["ok"] = false, ["error"] = new JsonObject { ["code"] = code, ["message"] = words } };
        return new SimulatedReply(status, "application/json; charset=utf-8", answer.ToJsonString(Options));
    }
}
