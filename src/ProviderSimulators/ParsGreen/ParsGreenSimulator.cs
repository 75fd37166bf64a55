using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ProviderSimulators.Faults;
using ProviderSimulators.Hosting;
using ProviderSimulators.Messages;

namespace ProviderSimulators.ParsGreen;

/// <summary>
/// sms.parsgreen.ir, REST Apiv2, and MsgService.asmx for the inbox. The R_Codes of its failures are our choice, because the
/// vendor's list is not public; the account's options tell an adapter what they mean. Whatever is wrong with one recipient
/// refuses the whole call.
/// </summary>
public sealed class ParsGreenSimulator : ProviderSimulator
{
    private const string Root = "/Apiv2/";
    private const int Most = 100;
    private const int NoCredit = 3;
    private const int BadLine = 4;
    private const int BadRequest = 5;
    private const int TooFast = 6;
    private const int Blocked = 7;
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public ParsGreenSimulator(SimulatorSetup setup)
        : this(setup, new SimulatedAccount
        {
            Secret = "9B1C64F0-52A7-4D1E-8C35-70D2A6E4F913",
            Lines = ["10009182", "10007364"],
            Options = new Dictionary<string, string> { ["codes"] = "3=Credit;4=SignIn;5=Refused;6=SlowDown;7=Blocked" },
        })
    {
    }

    public ParsGreenSimulator(SimulatorSetup setup, SimulatedAccount account)
        : base("parsgreen", setup, account, firstId: 20_456_000)
    {
    }

    protected override string OperationOf(SimulatedRequest request) => request.Path.StartsWith(Root, StringComparison.OrdinalIgnoreCase)
        ? request.Path[Root.Length..]
        : SoapService.Operation(request.Body)?.Name.LocalName ?? "unreadable";

    protected override SimulatedReply Answer(SimulatedRequest request)
    {
        if (!request.Path.StartsWith(Root, StringComparison.OrdinalIgnoreCase))
        {
            return ParsGreenInboxAnswer.Page(this, request);
        }

        bool known = request.Headers.Authorization.ToString().Equals("basic apikey:" + Account.Secret, StringComparison.OrdinalIgnoreCase);
        if (!known || !Account.IsActive || request.Fault == SimulatedFault.Unauthorized)
        {
            return new SimulatedReply(401, "application/json; charset=utf-8", "{\"Message\":\"Authorization has been denied for this request.\"}");
        }

        if (request.Fault == SimulatedFault.TooFast)
        {
            return Fail(TooFast, "تعداد درخواست بیش از حد مجاز است");
        }

        try
        {
            JsonObject body = JsonNode.Parse(request.Body, new JsonNodeOptions { PropertyNameCaseInsensitive = true }) as JsonObject ?? [];
            return (request.Method, OperationOf(request).ToLowerInvariant()) switch
            {
                ("POST", "message/sendsms") => Send(request, body),
                ("POST", "message/checkdelivery") => Ok(("DeliveryStatus", State(body["ReqID"]?.ToString() ?? body["RecId"]?.ToString()))),
                ("POST", "user/credit") => Ok(("Amount", Credit)),
                ("POST", "user/smsnumber") => Ok(("DataList", new JsonArray([.. Account.Lines.Select(line => new JsonObject { ["SmsNumber"] = line, ["IsDefault"] = line == Account.Lines[0] })]))),
                _ => new SimulatedReply(404, "application/json; charset=utf-8", "{\"Message\":\"No HTTP resource was found.\"}"),
            };
        }
        catch (JsonException)
        {
            return Fail(BadRequest, "درخواست معتبر نیست");
        }
    }

    private SimulatedReply Send(SimulatedRequest request, JsonObject body)
    {
        string text = body["SmsBody"]?.ToString() ?? string.Empty;
        string[] mobiles = body["Mobiles"] is JsonArray array ? [.. array.Select(mobile => mobile?.ToString() ?? string.Empty)] : [];
        string line = body["SmsNumber"]?.ToString() ?? Account.Lines[0];
        if (mobiles.Length is 0 or > Most || text.Length == 0 || mobiles.Any(mobile => Subscriber.Parse(mobile) is null))
        {
            return Fail(BadRequest, "شماره گیرنده یا متن معتبر نیست");
        }

        if (!Account.Lines.Contains(line))
        {
            return Fail(BadLine, "شماره فرستنده معتبر نیست");
        }

        SimulatedMessage[] drafts = [.. mobiles.Select(mobile => new SimulatedMessage(0, line, Subscriber.Parse(mobile)!, text, null, Now, Subscriber.Parts(text) * Account.PartPrice))];
        if (drafts.Any(draft => Fates.Of(draft.Recipient) == Fate.BlockedAtHandOver))
        {
            return Fail(Blocked, "گیرنده در لیست سیاه است");
        }

        if (request.Fault == SimulatedFault.CreditGone || drafts.Sum(draft => draft.Cost) > Credit)
        {
            return Fail(NoCredit, "اعتبار کافی نیست");
        }

        IReadOnlyList<SimulatedMessage> accepted = Messages.Accept(drafts);
        JsonNode[] rows = [.. accepted.Select((message, i) => new JsonObject { ["Mobile"] = mobiles[i], ["ReqID"] = message.Id })];
        return Ok(("SuccessCount", rows.Length), ("DataList", new JsonArray(rows))) with { Fault = FaultOf(accepted) };
    }

    private int State(string? id) =>
        !long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? 47
            : Messages.Find(number) is not SimulatedMessage message ? 46
            : message.StateAt(Now) switch
            {
                MessageState.Delivered => 41,
                MessageState.NotDelivered => 42,
                MessageState.Blocked => 44,
                _ => 40,
            };

    private static SimulatedReply Ok(params (string Name, JsonNode Value)[] fields) => Reply(true, 0, null, fields);

    private static SimulatedReply Fail(int code, string error) => Reply(false, code, error, []);

    /// <summary>Failures come with HTTP 200 too.</summary>
    private static SimulatedReply Reply(bool success, int code, string? error, (string Name, JsonNode Value)[] fields)
    {
        var body = new JsonObject { ["R_Success"] = success, ["R_Code"] = code, ["R_Error"] = error, ["R_Message"] = string.Empty };
        foreach ((string name, JsonNode value) in fields)
        {
            body[name] = value;
        }

        return new SimulatedReply(200, "application/json; charset=utf-8", body.ToJsonString(Options));
    }
}
