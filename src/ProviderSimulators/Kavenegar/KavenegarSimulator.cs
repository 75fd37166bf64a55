using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using ProviderSimulators.Faults;
using ProviderSimulators.Hosting;
using ProviderSimulators.Messages;

namespace ProviderSimulators.Kavenegar;

/// <summary>
/// api.kavenegar.com, REST v1, the key in the path. The status of the envelope is the HTTP status too. A repeated local id
/// gives the stored record back. Where the documents are silent this is our choice: a blocked recipient is accepted with
/// status 14 and costs nothing, and everything else that is wrong with one element refuses the whole call.
/// </summary>
public sealed class KavenegarSimulator : ProviderSimulator
{
    private const string Root = "/v1/";
    private const int MostMessages = 200;
    private const int MostIds = 500;

    public KavenegarSimulator(SimulatorSetup setup)
        : this(setup, new SimulatedAccount { Secret = "6B61766568536D5344656D6F", Lines = ["10004321", "10008765"] })
    {
    }

    public KavenegarSimulator(SimulatorSetup setup, SimulatedAccount account)
        : base("kavenegar", setup, account, firstId: 854_000_000)
    {
    }

    protected override string OperationOf(SimulatedRequest request)
    {
        string[] path = request.Path.Split('/');
        return path.Length < 2 ? request.Path : path[^2] + "/" + path[^1].Replace(".json", string.Empty, StringComparison.OrdinalIgnoreCase);
    }

    protected override SimulatedReply Answer(SimulatedRequest request)
    {
        string key = request.Path.StartsWith(Root, StringComparison.OrdinalIgnoreCase) ? request.Path[Root.Length..].Split('/')[0] : string.Empty;
        if (request.Fault == SimulatedFault.Unauthorized || key != Account.Secret)
        {
            return KavenegarJson.Failure(403, "کد شناسایی API-Key معتبر نمی‌باشد");
        }

        if (!Account.IsActive)
        {
            return KavenegarJson.Failure(401, "حساب کاربری غیرفعال شده است");
        }

        if (request.Fault == SimulatedFault.TooFast)
        {
            return KavenegarJson.Failure(409, "سرور قادر به پاسخگوئی نیست بعدا تلاش کنید");
        }

        IDictionary<string, StringValues> form = QueryHelpers.ParseQuery("?" + request.Body);
        string Field(string name) => form.TryGetValue(name, out StringValues value) ? value.ToString() : request.Query[name].ToString();
        try
        {
            return OperationOf(request).ToLowerInvariant() switch
            {
                "sms/sendarray" when request.Method != "POST" => KavenegarJson.Failure(405, "متد با GET فراخوانی شده است"),
                "sms/sendarray" => Send(request, Field),
                "sms/status" => Status(Field("messageid")),
                "sms/statuslocalmessageid" => StatusByReference(Field("localid")),
                "sms/receive" => KavenegarInboxAnswer.Receive(this, Field),
                "sms/inboxpaged" => KavenegarInboxAnswer.Page(this, Field),
                "account/info" => KavenegarJson.Success(new JsonObject
                {
                    ["remaincredit"] = (long)Credit,
                    ["expiredate"] = KavenegarJson.Unix(Now.AddYears(1)),
                    ["type"] = "Master",
                }),
                _ => KavenegarJson.Failure(404, "متدی با این نام پیدا نشده است"),
            };
        }
        catch (JsonException)
        {
            return KavenegarJson.Failure(400, "پارامترها ناقص هستند");
        }
    }

    private SimulatedReply Send(SimulatedRequest request, Func<string, string> field)
    {
        string[] receptors = KavenegarJson.Texts(field("receptor"));
        string[] senders = KavenegarJson.Texts(field("sender"));
        string[] texts = KavenegarJson.Texts(field("message"));
        string[] references = field("localmessageids").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (receptors.Length == 0 || receptors.Length != senders.Length || receptors.Length != texts.Length
            || (references.Length > 0 && references.Length != receptors.Length))
        {
            return KavenegarJson.Failure(419, "طول آرایه متن و گیرنده و فرستنده هم اندازه نیست");
        }

        if (receptors.Length > MostMessages || senders.Any(sender => !Account.Lines.Contains(sender)))
        {
            return KavenegarJson.Failure(412, "ارسال کننده نامعتبر است");
        }

        if (texts.Any(text => text.Length == 0) || receptors.Any(receptor => Subscriber.Parse(receptor) is null))
        {
            return texts.Any(text => text.Length == 0)
                ? KavenegarJson.Failure(413, "پیام خالی است و یا طول پیام بیش از حد مجاز می‌باشد")
                : KavenegarJson.Failure(411, "دریافت کننده نامعتبر است");
        }

        SimulatedMessage?[] stored = [.. receptors.Select((_, i) => references.Length == 0 ? null : Stored(references[i]))];
        SimulatedMessage[] drafts =
        [
            .. receptors.Select((receptor, i) => Draft(receptor, senders[i], texts[i], references.Length == 0 ? null : references[i]))
                .Where((_, i) => stored[i] is null),
        ];
        if (request.Fault == SimulatedFault.CreditGone || drafts.Sum(draft => draft.Cost) > Credit)
        {
            return KavenegarJson.Failure(418, "اعتبار شما کافی نمی‌باشد");
        }

        IReadOnlyList<SimulatedMessage> accepted = drafts.Length == 0 ? [] : Messages.Accept(drafts);
        var fresh = new Queue<SimulatedMessage>(accepted);
        JsonNode[] rows = [.. stored.Select((known, i) => Sent(known ?? fresh.Dequeue(), receptors[i]))];
        return KavenegarJson.Success(new JsonArray(rows)) with { Fault = FaultOf(accepted) };
    }

    private SimulatedMessage? Stored(string reference)
    {
        IReadOnlyList<SimulatedMessage> stored = Messages.WithReference(reference);
        return stored.Count == 0 ? null : stored[0];
    }

    private SimulatedMessage Draft(string receptor, string sender, string text, string? reference)
    {
        string recipient = Subscriber.Parse(receptor)!;
        decimal cost = Fates.Of(recipient) == Fate.BlockedAtHandOver ? 0 : Subscriber.Parts(text) * Account.PartPrice;
        return new SimulatedMessage(0, sender, recipient, text, reference, Now, cost);
    }

    private JsonObject Sent(SimulatedMessage message, string receptor)
    {
        int status = Fates.Of(message.Recipient) == Fate.BlockedAtHandOver ? 14 : StateOf(message);
        return new JsonObject
        {
            ["messageid"] = message.Id,
            ["message"] = message.Text,
            ["status"] = status,
            ["statustext"] = KavenegarJson.StatusText(status),
            ["sender"] = message.Line,
            ["receptor"] = receptor,
            ["date"] = KavenegarJson.Unix(message.AcceptedOn),
            ["cost"] = (long)message.Cost,
        };
    }

    private SimulatedReply Status(string ids)
    {
        string[] split = ids.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return split.Length is 0 ? KavenegarJson.Failure(400, "پارامترها ناقص هستند")
            : split.Length > MostIds ? KavenegarJson.Failure(414, "حجم درخواست بیشتر از حد مجاز است")
            : KavenegarJson.Success(new JsonArray([.. split.Select(id => Row(id, Find(id, TimeSpan.FromHours(48)), null))]));
    }

    private SimulatedReply StatusByReference(string references)
    {
        string[] split = references.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (split.Length is 0 or > MostIds)
        {
            return KavenegarJson.Failure(split.Length == 0 ? 400 : 414, "پارامترها ناقص هستند");
        }

        var rows = new JsonArray();
        foreach (string reference in Faults.References == ReferenceShow.Short ? split.Take((split.Length + 1) / 2) : split)
        {
            SimulatedMessage? shown = Messages.WithReference(reference).FirstOrDefault(IsShown);
            rows.Add(Row(shown?.Id.ToString(CultureInfo.InvariantCulture) ?? "0", shown, reference));
            if (shown is not null && Faults.References == ReferenceShow.Twice)
            {
                rows.Add(Row((shown.Id + 500_000).ToString(CultureInfo.InvariantCulture), shown, reference));
            }
        }

        return KavenegarJson.Success(rows);
    }

    private bool IsShown(SimulatedMessage message) => Now - message.AcceptedOn <= TimeSpan.FromHours(12) && Faults.References switch
    {
        ReferenceShow.Never => false,
        ReferenceShow.Late => Now - message.AcceptedOn >= Faults.LateBy,
        _ => true,
    };

    private SimulatedMessage? Find(string id, TimeSpan window) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
        && Messages.Find(number) is SimulatedMessage message && Now - message.AcceptedOn <= window
            ? message
            : null;

    private JsonObject Row(string id, SimulatedMessage? message, string? reference)
    {
        int status = message is null ? 100 : StateOf(message);
        var row = new JsonObject { ["messageid"] = long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : 0 };
        if (reference is not null)
        {
            row["localid"] = reference;
        }

        row["status"] = status;
        row["statustext"] = KavenegarJson.StatusText(status);
        return row;
    }

    private int StateOf(SimulatedMessage message) => message.StateAt(Now) switch
    {
        MessageState.SentToOperator => 5,
        MessageState.Delivered => 10,
        MessageState.NotDelivered => 11,
        MessageState.Blocked => 14,
        _ => 1,
    };
}
