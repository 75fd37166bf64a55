using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ProviderSimulators.Faults;
using ProviderSimulators.Hosting;
using ProviderSimulators.Messages;
using ProviderSimulators.Time;

namespace ProviderSimulators.Asanak;

/// <summary>
/// sms.asanak.ir, v2rest, and for incoming messages the older SOAP gateway beside it. Where the documents are silent this is our
/// choice: at most 100 recipients; p2psendsms answers one object a message; a recipient on the block list refuses the whole
/// call (1010); an unknown id has Status −1. As in life the line is judged before the recipients, and a plus sign is refused.
/// </summary>
public sealed class AsanakSimulator : ProviderSimulator
{
    private const string Root = "/webservice/v2rest/";
    private const string Inbox = "/services/CompositeSmsGateway";
    private const string NoTime = "0000-00-00 00:00:00";
    private const int Most = 100;

    public AsanakSimulator(SimulatorSetup setup)
        : this(setup, new SimulatedAccount
        {
            UserName = "asanak-demo",
            Secret = "asanak-demo-3c95b2",
            Lines = ["9821001234", "9821005678"],
            Options = new Dictionary<string, string> { ["inbox"] = "http://asanak.sim.test" + Inbox },
        })
    {
    }

    public AsanakSimulator(SimulatorSetup setup, SimulatedAccount account)
        : base("asanak", setup, account, firstId: 70_010_000)
    {
    }

    protected override string OperationOf(SimulatedRequest request) => IsSoap(request)
        ? SoapService.Operation(request.Body)?.Name.LocalName ?? "unreadable"
        : request.Path[(request.Path.LastIndexOf('/') + 1)..];

    protected override SimulatedReply Answer(SimulatedRequest request)
    {
        if (IsSoap(request))
        {
            return AsanakInboxAnswer.Answer(this, request);
        }

        if (!request.Path.StartsWith(Root, StringComparison.OrdinalIgnoreCase) || request.Method != "POST")
        {
            return Fail(404, 404, "Not Found");
        }

        JsonObject? body = Json(request.Body);
        if (body is null || request.Fault == SimulatedFault.Unauthorized
            || Text(body, "username") != Account.UserName || Text(body, "password") != Account.Secret || !Account.IsActive)
        {
            return Fail(body is null ? 400 : 401, 1008, body is null ? "Validation error" : "Username or Password is not valid");
        }

        if (request.Fault == SimulatedFault.TooFast)
        {
            return Fail(429, 429, "Too Many Requests");
        }

        return OperationOf(request) switch
        {
            "sendsms" => Send(request, Same(body), single: true),
            "p2psendsms" => Send(request, Different(body), single: false),
            "msgstatus" => Status(body),
            "getcredit" => Ok(new JsonObject { ["credit"] = (long)(Credit / Account.PartPrice) }),
            "getrialcredit" => Ok(new JsonObject { ["credit"] = (long)Credit }),
            _ => Fail(404, 404, "Not Found"),
        };
    }

    private static IReadOnlyList<Draft> Same(JsonObject body) =>
        [.. (Text(body, "destination") ?? string.Empty).Split(',').Select(number => new Draft(Text(body, "source"), number.Trim(), Text(body, "message")))];

    private static IReadOnlyList<Draft> Different(JsonObject body) => body["data"] is JsonArray items
        ? [.. items.Select(item => new Draft(Text(item, "source"), Text(item, "destination") ?? string.Empty, Text(item, "message")))]
        : [];

    private SimulatedReply Send(SimulatedRequest request, IReadOnlyList<Draft> drafts, bool single)
    {
        if (drafts.Count is 0 or > Most)
        {
            return Fail(400, 1008, "Validation error");
        }

        if (drafts.Any(draft => !Account.Lines.Contains(draft.Line)))
        {
            return Fail(400, 1002, "Source is not active");
        }

        if (drafts.Any(draft => draft.Number.StartsWith('+') || Subscriber.Parse(draft.Number) is not string digits || Fates.Of(digits) == Fate.BlockedAtHandOver))
        {
            return Fail(406, 1010, "Destination list is not valid");
        }

        if (drafts.Any(draft => string.IsNullOrEmpty(draft.Text)))
        {
            return Fail(400, 1012, "Message is not valid");
        }

        SimulatedMessage[] messages =
        [
            .. drafts.Select(draft => new SimulatedMessage(
                0, draft.Line!, Subscriber.Parse(draft.Number)!, draft.Text!, null, Now, Subscriber.Parts(draft.Text!) * Account.PartPrice)),
        ];
        if (request.Fault == SimulatedFault.CreditGone || messages.Sum(message => message.Cost) > Credit)
        {
            return Fail(402, 1006, "Credit is not enough");
        }

        IReadOnlyList<SimulatedMessage> accepted = Messages.Accept(messages);
        JsonNode[] rows = [.. accepted.Select((message, i) => single
            ? (JsonNode)message.Id
            : new JsonObject { ["destination"] = drafts[i].Number, ["msgid"] = message.Id })];
        return Ok(new JsonArray(rows)) with { Fault = FaultOf(accepted) };
    }

    private SimulatedReply Status(JsonObject body)
    {
        string[] ids = (Text(body, "msgid") ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return ids.Length is 0 or > Most || !ids.All(id => id.All(char.IsAsciiDigit))
            ? Fail(400, 1003, "Message id is not valid")
            : Ok(new JsonArray([.. ids.Select(Row)]));
    }

    private JsonNode Row(string id)
    {
        SimulatedMessage? message = long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? Messages.Find(number) : null;
        MessageState? state = message?.StateAt(Now);
        return new JsonObject
        {
            ["MsgID"] = number,
            ["Status"] = state switch
            {
                null => -1,
                MessageState.Queued => 1,
                MessageState.SentToOperator => 2,
                MessageState.Delivered => 6,
                MessageState.NotDelivered => 5,
                _ => 8,
            },
            ["SendTime"] = message is null ? NoTime : Clock(message.AcceptedOn),
            ["DeliverTime"] = state == MessageState.Delivered ? Clock(message!.AcceptedOn + Fates.FinalAfter(Fates.Of(message.Recipient))) : NoTime,
        };
    }

    private static string Clock(DateTime utc) => TehranClock.Iso(utc)[..19].Replace('T', ' ');

    private static SimulatedReply Ok(JsonNode data) => Reply(200, 200, "success", data);

    private static SimulatedReply Fail(int http, int status, string message) => Reply(http, status, message, null);

    private static SimulatedReply Reply(int http, int status, string message, JsonNode? data) => new(
        http,
        "application/json; charset=utf-8",
        new JsonObject { ["meta"] = new JsonObject { ["status"] = status, ["message"] = message }, ["data"] = data }.ToJsonString());

    private static bool IsSoap(SimulatedRequest request) => request.Path.Equals(Inbox, StringComparison.OrdinalIgnoreCase);

    private static JsonObject? Json(string body)
    {
        try
        {
            return JsonNode.Parse(body) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonNode? item, string name) => item is JsonObject map && map[name] is JsonValue value ? value.ToString() : null;

    private sealed record Draft(string? Line, string Number, string? Text);
}
