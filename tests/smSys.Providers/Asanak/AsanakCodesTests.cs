using System.Globalization;
using System.Text;
using smSys.Messaging.Providers;
using smSys.Providers.Asanak;
using smSys.Providers.Tests.Doubles;

namespace smSys.Providers.Tests.Asanak;

public sealed class AsanakCodesTests
{
    public static TheoryData<int, int, ProviderFaultKind> Documented => new()
    {
        { 429, 429, ProviderFaultKind.SlowDown },
        { 1001, 400, ProviderFaultKind.Refused },
        { 1002, 400, ProviderFaultKind.SignIn },
        { 1003, 400, ProviderFaultKind.Refused },
        { 1004, 500, ProviderFaultKind.Unclear },
        { 1005, 402, ProviderFaultKind.Credit },
        { 1006, 402, ProviderFaultKind.Credit },
        { 1008, 400, ProviderFaultKind.Refused },
        { 1008, 401, ProviderFaultKind.SignIn },
        { 1009, 200, ProviderFaultKind.SlowDown },
        { 1009, 401, ProviderFaultKind.SignIn },
        { 1010, 406, ProviderFaultKind.Refused },
        { 1012, 400, ProviderFaultKind.Refused },
        { 1013, 400, ProviderFaultKind.SlowDown },
        { 1014, 400, ProviderFaultKind.Refused },
        { 1015, 401, ProviderFaultKind.SignIn },
    };

    [Theory]
    [MemberData(nameof(Documented))]
    [InlineData(1004, 200, ProviderFaultKind.Unclear)]
    [InlineData(1007, 400, ProviderFaultKind.Unclear)]
    [InlineData(1006, 500, ProviderFaultKind.Unclear)]
    [InlineData(200, 400, ProviderFaultKind.Unclear)]
    public void Each_code_is_sorted_by_what_to_do_next_and_keeps_the_words(int code, int http, ProviderFaultKind kind)
    {
        string body = "{\"meta\":{\"status\":" + code + ",\"message\":\"خطای شماره " + code + "\"}}";

        SendOutcome outcome = Send(http, "application/json", body);
        ProviderFault balance = Provider(http, "application/json", body).GetBalance().Fault!;
        ProviderFault states = Provider(http, "application/json", body).GetStates(["7"]).Fault!;

        Assert.All([outcome.Fault!, balance, states], fault => Assert.Equal((kind, "خطای شماره " + code, true), (fault.Kind, fault.Words, fault.WholeCall)));
        Assert.Equal(code.ToString(CultureInfo.InvariantCulture), outcome.Fault!.Code.Split('/')[0]);
        Assert.Equal(kind == ProviderFaultKind.Unclear ? SendOutcomeKind.Unknown : SendOutcomeKind.Rejected, outcome.Kind);
    }

    [Fact]
    public void Every_row_of_the_error_table_is_tested_above() => Assert.All(
        AsanakCodes.Errors.Rows,
        row => Assert.Contains(Documented, tested => row.Key == tested[0].ToString() || row.Key == tested[0] + "/" + tested[1]));

    [Fact]
    public void A_code_without_words_is_explained() => Assert.Equal(
        "Code 1014: the sender line may not send links.", Send(400, "application/json", "{\"meta\":{\"status\":1014}}").Fault!.Words);

    [Theory]
    [InlineData("-1", DeliveryStateKind.Unknown)]
    [InlineData("1", DeliveryStateKind.Queued)]
    [InlineData("2", DeliveryStateKind.SentToOperator)]
    [InlineData("4", DeliveryStateKind.SentToOperator)]
    [InlineData("5", DeliveryStateKind.NotDelivered)]
    [InlineData("6", DeliveryStateKind.Delivered)]
    [InlineData("7", DeliveryStateKind.NotDelivered)]
    [InlineData("8", DeliveryStateKind.Blocked)]
    [InlineData("9", DeliveryStateKind.SentToOperator)]
    [InlineData("10", DeliveryStateKind.SentToOperator)]
    [InlineData("11", DeliveryStateKind.Unknown)]
    [InlineData("12", DeliveryStateKind.SentToOperator)]
    [InlineData("13", DeliveryStateKind.SentToOperator)]
    [InlineData("20", DeliveryStateKind.Queued)]
    [InlineData("3", DeliveryStateKind.Unknown)]
    public void Each_documented_state_has_its_canonical_one(string code, DeliveryStateKind kind) => Assert.Equal(kind, AsanakCodes.States.Judge(code));

    [Theory]
    [InlineData(200, "application/json", "{\"meta\":{\"status\":200},\"data\":[]}", "unmatched")]
    [InlineData(200, "application/json", "{\"meta\":{\"status\":200},\"data\":null}", "unmatched")]
    [InlineData(200, "application/json", "{\"meta\":{\"status\":200},\"data\":[1,2]}", "unmatched")]
    [InlineData(200, "application/json", "{\"meta\":{\"status\":200},\"data\":[-5]}", "no-id")]
    [InlineData(200, "application/json", "{\"meta\":{\"status\":200},\"data\":[\"7' OR 1=1\"]}", "no-id")]
    [InlineData(200, "application/json", "{\"meta\":{\"status\":200},\"data\":[99999999999999999999]}", "no-id")]
    [InlineData(200, "application/json", "{\"meta\":{\"status\":200},\"data\":[{\"destination\":\"0935\",\"msgid\":7}]}", "unmatched")]
    [InlineData(200, "application/json", "{\"data\":[70010001]}", "unreadable")]
    [InlineData(200, "application/json", "[70010001]", "unreadable")]
    [InlineData(200, "text/html", "<html>{}</html>", "html")]
    [InlineData(403, "text/html; charset=utf-8", "<html><h1>Access denied</h1></html>", "http-403")]
    [InlineData(200, "application/json", "", "empty")]
    public void Odd_answers_are_unclear(int status, string type, string body, string code)
    {
        SendOutcome outcome = Send(status, type, body);

        Assert.Equal((SendOutcomeKind.Unknown, code), (outcome.Kind, outcome.Fault!.Code));
    }

    [Fact]
    public void One_item_may_be_refused_by_its_own_code()
    {
        ISmsProvider provider = Provider(200, "application/json", "{\"meta\":{\"status\":200},\"data\":[{\"msgid\":7},{\"status\":1010,\"message\":\"گیرنده نامعتبر\"}]}");

        IReadOnlyList<SendOutcome> outcomes = provider.Send(Some.Messages(2));

        Assert.Equal("7", outcomes[0].ProviderMessageId);
        Assert.Equal((ProviderFaultKind.Refused, "گیرنده نامعتبر", false), (outcomes[1].Fault!.Kind, outcomes[1].Fault!.Words, outcomes[1].Fault!.WholeCall));
    }

    [Fact]
    public void Incoming_messages_are_pushed_as_a_gateway_on_its_lines_takes_them()
    {
        ICallbackReader reader = ProviderCatalog.CreateCallbackReader("asanak", new Dictionary<string, string>());

        ReceivedMessage message = Assert.Single(reader.Read(new CallbackRequest { Query = "destAddress=9821001234&srcAddress=989121110001&msgBody=%D9%84%D8%BA%D9%88" }).Messages);
        DeliveryState receipt = Assert.Single(reader.Read(new CallbackRequest { Query = "MsgID=70010001&Status=8&DeliverTime=0000-00-00" }).Receipts);

        Assert.Equal(new ReceivedMessage(null, "989121110001", "9821001234", "لغو", null), message);
        Assert.Equal(new DeliveryState("70010001", DeliveryStateKind.Blocked, "8"), receipt);
    }

    private static SendOutcome Send(int status, string type, string body) => Provider(status, type, body).Send([Some.Message(1001)]).Single();

    private static ISmsProvider Provider(int status, string type, string body) => ProviderCatalog.Create(
        "asanak", Some.Account("https://sms.asanak.ir/"), Some.Handled(ReplayHandler.Answering(status, type, Encoding.UTF8.GetBytes(body))));
}
