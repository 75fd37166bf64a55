using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using ProviderSimulators.Faults;
using ProviderSimulators.Hosting;
using ProviderSimulators.Messages;

namespace ProviderSimulators.PayamakPanel;

/// <summary>
/// payamak-panel: the family's ASMX services, and its REST service under /api/SendSMS, on one host. REST takes several
/// recipients and gives one id then, which is our reading of the silence about it.
/// </summary>
public sealed class PayamakPanelSimulator : PanelSimulator
{
    private const string RestRoot = "/api/SendSMS/";
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public PayamakPanelSimulator(SimulatorSetup setup)
        : this(setup, new SimulatedAccount { UserName = "payamak-demo", Secret = "payamak-demo-83fe2a", Lines = ["50004321", "50008765"] })
    {
    }

    public PayamakPanelSimulator(SimulatorSetup setup, SimulatedAccount account)
        : base("payamakpanel", setup, account, firstId: 5_461_268_600_000)
    {
    }

    protected override string OperationOf(SimulatedRequest request) => IsRest(request) ? "rest/" + request.Path[RestRoot.Length..] : base.OperationOf(request);

    protected override SimulatedReply Answer(SimulatedRequest request) => IsRest(request) ? AnswerRest(request) : base.Answer(request);

    private static bool IsRest(SimulatedRequest request) => request.Path.StartsWith(RestRoot, StringComparison.OrdinalIgnoreCase);

    private SimulatedReply AnswerRest(SimulatedRequest request)
    {
        IDictionary<string, StringValues> form = Form(request);
        string Field(string name) => form.TryGetValue(name, out StringValues value) ? value.ToString() : string.Empty;
        bool known = Field("username") == Account.UserName && Field("password") == Account.Secret && request.Fault != SimulatedFault.Unauthorized;
        string operation = request.Path[RestRoot.Length..].ToLowerInvariant();
        if (operation == "sendsms")
        {
            return SendRest(request, Field, known);
        }

        if (!known)
        {
            JsonObject refused = Verdict("0", Codes.BadLogin, "InvalidUser");
            return operation is "getmessages" or "getusernumbers" ? Reply(new JsonObject { ["MyBase"] = refused, ["Data"] = null }) : Reply(refused);
        }

        return operation switch
        {
            "getdeliveries2" => Reply(Ok(State(Field("recid"), Now).ToString(CultureInfo.InvariantCulture))),
            "getcredit" => Reply(Ok(Credit.ToString("0.0", CultureInfo.InvariantCulture))),
            "getusernumbers" => List(Account.Lines.Select(line => (JsonNode)new JsonObject { ["Number"] = line })),
            "getmessages" => List(InboxPage(Field("location"), Field("from"), Number(Field("index")), Math.Clamp(Number(Field("count")), 0, 100)).Select(Row)),
            _ => new SimulatedReply(404, "application/json; charset=utf-8", "{\"Message\":\"No HTTP resource was found.\"}"),
        };
    }

    private SimulatedReply SendRest(SimulatedRequest request, Func<string, string> field, bool known)
    {
        string[] recipients = field("to").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (WholeError(request, known, field("from"), recipients.Length, field("text").Length > 0) is int error)
        {
            return Reply(Verdict("0", error, error == Codes.BadLogin ? "InvalidUser" : "InvalidData"));
        }

        (long[] answers, IReadOnlyList<SimulatedMessage> accepted) = Take(field("from"), recipients, [.. recipients.Select(_ => field("text"))]);
        return (accepted.Count == 0 ? Reply(Verdict("0", (int)answers[0], "InvalidData")) : Reply(Ok(accepted[0].Id.ToString(CultureInfo.InvariantCulture))))
            with { Fault = FaultOf(accepted) };
    }

    private static JsonNode Row(InboundMessage message) => new JsonObject
    {
        ["MsgID"] = message.Id,
        ["Body"] = message.Text,
        ["SendDate"] = Clock(message.ReceivedOn),
        ["Sender"] = message.Sender,
        ["Receiver"] = message.Line,
        ["FirstLocation"] = 1,
        ["CurrentLocation"] = 1,
        ["Parts"] = Subscriber.Parts(message.Text),
        ["IsUnicode"] = true,
    };

    private static SimulatedReply List(IEnumerable<JsonNode> rows) => Reply(new JsonObject { ["MyBase"] = Ok("1"), ["Data"] = new JsonArray([.. rows]) });

    private static JsonObject Ok(string value) => Verdict(value, 1, "Ok");

    private static JsonObject Verdict(string value, int status, string words) => new() { ["Value"] = value, ["RetStatus"] = status, ["StrRetStatus"] = words };

    private static SimulatedReply Reply(JsonObject body) => new(200, "application/json; charset=utf-8", body.ToJsonString(Options));

    private static IDictionary<string, StringValues> Form(SimulatedRequest request)
    {
        if (request.Body.TrimStart().StartsWith('{') && JsonNode.Parse(request.Body) is JsonObject map)
        {
            return map.ToDictionary(pair => pair.Key, pair => new StringValues(pair.Value?.ToString()), StringComparer.OrdinalIgnoreCase);
        }

        return new Dictionary<string, StringValues>(QueryHelpers.ParseQuery("?" + request.Body), StringComparer.OrdinalIgnoreCase);
    }
}
