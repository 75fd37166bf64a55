using System.Text;
using smSys.Messaging.Providers;
using smSys.Providers.MehrAfraz;
using smSys.Providers.Tests.Doubles;

namespace smSys.Providers.Tests.MehrAfraz;

public sealed class MehrAfrazCodesTests
{
    public static TheoryData<string, ProviderFaultKind> Documented => new()
    {
        { "-1", ProviderFaultKind.Refused },
        { "-2", ProviderFaultKind.SignIn },
        { "-3", ProviderFaultKind.SignIn },
        { "-4", ProviderFaultKind.Credit },
        { "-5", ProviderFaultKind.SignIn },
        { "-6", ProviderFaultKind.Refused },
        { "-9", ProviderFaultKind.Refused },
        { "-21", ProviderFaultKind.SignIn },
        { "-44", ProviderFaultKind.SignIn },
        { "-45", ProviderFaultKind.SignIn },
        { "-46", ProviderFaultKind.SignIn },
        { "-54", ProviderFaultKind.Refused },
    };

    [Theory]
    [MemberData(nameof(Documented))]
    public void Each_code_is_sorted_by_what_to_do_next_wherever_it_stands(string code, ProviderFaultKind kind)
    {
        string array = "<long>" + code + "</long>";
        SendOutcome item = Provider("SendSms1To1", array).Send([Some.Message(1)]).Single();
        SendOutcome call = Provider("SendSms1To1", array).Send(Some.Messages(3))[2];
        SendOutcome text = Provider("SendSms", code, ("operation", "SendSms")).Send([Some.Message(1)]).Single();
        ProviderFault asked = Provider("getMessageIds1to1", array).Ask([1, 2])[1].Fault!;
        ProviderFault states = Provider("GetMessageDelivery1to1", "<int>" + code + "</int>").GetStates(["52000001"]).Fault!;
        ProviderFault balance = Provider("GetuserInfo", "<string>" + code + "</string>").GetBalance().Fault!;

        Assert.All([item.Fault!, call.Fault!, text.Fault!, asked, states, balance], fault => Assert.Equal((kind, code), (fault.Kind, fault.Code)));
        Assert.True(call.Fault!.WholeCall);
        Assert.Equal((SendOutcomeKind.Rejected, SendOutcomeKind.Rejected, SendOutcomeKind.Rejected), (item.Kind, call.Kind, text.Kind));
        Assert.StartsWith("Code " + code + ": ", item.Fault!.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_row_of_the_error_table_is_tested_above() => Assert.Equal(
        Documented.Select(row => (string)row[0]).Order(StringComparer.Ordinal),
        MehrAfrazCodes.Errors.Rows.Select(row => row.Key).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("0", DeliveryStateKind.Queued)]
    [InlineData("1", DeliveryStateKind.SentToOperator)]
    [InlineData("2", DeliveryStateKind.Delivered)]
    [InlineData("3", DeliveryStateKind.NotDelivered)]
    [InlineData("4", DeliveryStateKind.Blocked)]
    [InlineData("5", DeliveryStateKind.Queued)]
    [InlineData("6", DeliveryStateKind.Rejected)]
    [InlineData("7", DeliveryStateKind.NotDelivered)]
    [InlineData("8", DeliveryStateKind.SentToOperator)]
    [InlineData("12", DeliveryStateKind.Rejected)]
    [InlineData("16", DeliveryStateKind.NotDelivered)]
    [InlineData("9", DeliveryStateKind.Unknown)]
    public void Each_documented_state_has_its_canonical_one(string code, DeliveryStateKind kind) => Assert.Equal(kind, MehrAfrazCodes.States.Judge(code));

    [Theory]
    [InlineData("<long>-99</long>", "-99")]
    [InlineData("<long>0</long>", "0")]
    [InlineData("<long>999</long>", "999")]
    [InlineData("<long>99999999999999999999</long>", "99999999999999999999")]
    [InlineData("<long>52000001</long><long>52000002</long>", "unmatched")]
    [InlineData("", "unmatched")]
    public void Odd_values_are_unclear(string result, string code)
    {
        SendOutcome outcome = Provider("SendSms1To1", result).Send([Some.Message(1)]).Single();

        Assert.Equal((SendOutcomeKind.Unknown, code), (outcome.Kind, outcome.Fault!.Code));
    }

    [Fact]
    public void Nothing_means_absent_until_an_option_says_so()
    {
        Assert.Equal(ReferenceAnswerKind.CannotSay, Provider("getMessageIds1to1", "<long>0</long>").Ask([1]).Single().Kind);
        Assert.Equal(ReferenceAnswerKind.Absent, Provider("getMessageIds1to1", "<long>0</long>", ("absent", "0")).Ask([1]).Single().Kind);
        Assert.Equal(ReferenceAnswerKind.Absent, Provider("getMessageIds1to1", "<long>-1</long>", ("absent", "0; -1")).Ask([1]).Single().Kind);
    }

    [Fact]
    public void A_text_that_looks_like_an_error_is_a_text()
    {
        string arrays = "<aBody><string>-4</string></aBody><aMobileno><string>09121110001</string></aMobileno><aMessageid><long>7001</long></aMessageid>";

        ProviderAnswer<ReceivedPage> message = Receive(arrays);
        ProviderAnswer<ReceivedPage> error = Receive("<aBody><string>-4</string></aBody>");
        ProviderAnswer<ReceivedPage> other = Receive("<aMessageid><long>-3</long></aMessageid>");
        ProviderAnswer<ReceivedPage> nothing = Receive(string.Empty);

        Assert.Equal("-4", message.Value.Messages.Single().Text);
        Assert.Equal((ProviderFaultKind.Credit, ProviderFaultKind.SignIn), (error.Fault!.Kind, other.Fault!.Kind));
        Assert.Empty(nothing.Value.Messages);
    }

    [Fact]
    public void Pushes_go_by_the_names_of_the_services_parameters()
    {
        ICallbackReader reader = ProviderCatalog.CreateCallbackReader("mehrafraz", new Dictionary<string, string>());

        Assert.Equal(
            new DeliveryState("52000001", DeliveryStateKind.Blocked, "4", null, 11),
            Assert.Single(reader.Read(new CallbackRequest { Query = "messageid=52000001&status=4&getid=11" }).Receipts));
        Assert.Equal("لغو", Assert.Single(reader.Read(new CallbackRequest { Query = "from=09121110001&to=2000880011&text=%D9%84%D8%BA%D9%88" }).Messages).Text);
    }

    private static ProviderAnswer<ReceivedPage> Receive(string arrays) =>
        Enveloped("<receivesmsLowLevelResponse xmlns='http://tempuri.org/'>" + arrays + "</receivesmsLowLevelResponse>")
            .Receive(new ReceiveRequest("2000880011", "0", default, default));

    private static ISmsProvider Provider(string operation, string result, params (string, string)[] options) => Enveloped(
        "<" + operation + "Response xmlns='http://tempuri.org/'><" + operation + "Result>" + result + "</" + operation + "Result></" + operation + "Response>", options);

    private static ISmsProvider Enveloped(string body, params (string, string)[] options) => ProviderCatalog.Create(
        "mehrafraz",
        Some.Account("https://mehrafraz.com/", options: options),
        Some.Handled(ReplayHandler.Answering(
            200, "text/xml; charset=utf-8", Encoding.UTF8.GetBytes("<soap:Envelope xmlns:soap='http://schemas.xmlsoap.org/soap/envelope/'><soap:Body>" + body + "</soap:Body></soap:Envelope>"))));
}
