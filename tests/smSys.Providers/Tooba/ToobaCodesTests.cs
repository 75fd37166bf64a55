using System.Text;
using smSys.Messaging.Providers;
using smSys.Providers.Tests.Doubles;
using smSys.Providers.Tooba;

namespace smSys.Providers.Tests.Tooba;

public sealed class ToobaCodesTests
{
    public static TheoryData<string, ProviderFaultKind> Documented => new()
    {
        { "-1", ProviderFaultKind.Unclear },
        { "-3", ProviderFaultKind.Unclear },
        { "-5", ProviderFaultKind.Refused },
        { "-6", ProviderFaultKind.Refused },
        { "-8", ProviderFaultKind.SignIn },
        { "-10", ProviderFaultKind.SignIn },
        { "-11", ProviderFaultKind.SignIn },
        { "-12", ProviderFaultKind.SlowDown },
        { "-13", ProviderFaultKind.Refused },
        { "-14", ProviderFaultKind.Credit },
        { "-15", ProviderFaultKind.Refused },
        { "-16", ProviderFaultKind.Refused },
        { "-17", ProviderFaultKind.Refused },
        { "-24", ProviderFaultKind.OutOfService },
        { "-30", ProviderFaultKind.Unclear },
        { "-31", ProviderFaultKind.Unclear },
        { "-32", ProviderFaultKind.Unclear },
        { "-33", ProviderFaultKind.Unclear },
        { "-34", ProviderFaultKind.Unclear },
        { "-35", ProviderFaultKind.Unclear },
        { "-36", ProviderFaultKind.Unclear },
        { "-37", ProviderFaultKind.Refused },
        { "-38", ProviderFaultKind.Refused },
        { "-39", ProviderFaultKind.Unclear },
        { "-40", ProviderFaultKind.Unclear },
        { "-41", ProviderFaultKind.Unclear },
        { "-42", ProviderFaultKind.Refused },
        { "-43", ProviderFaultKind.Unclear },
        { "-44", ProviderFaultKind.Unclear },
        { "-45", ProviderFaultKind.Unclear },
        { "-46", ProviderFaultKind.Unclear },
        { "-47", ProviderFaultKind.Unclear },
        { "-48", ProviderFaultKind.Refused },
        { "-49", ProviderFaultKind.Refused },
    };

    [Theory]
    [MemberData(nameof(Documented))]
    public void Each_code_is_sorted_by_what_to_do_next(string code, ProviderFaultKind kind)
    {
        SendOutcome item = Provider("sendSms", Items(code)).Send([Some.Message(1)]).Single();
        SendOutcome place = Provider("sendSms", Items("310000001", code)).Send(Some.Messages(2))[1];
        SendOutcome call = Provider("sendSms", Items(code)).Send(Some.Messages(3))[2];
        ProviderFault balance = Provider("UserInfo", "<item><credit>" + code + "</credit></item>").GetBalance().Fault!;

        Assert.All([item.Fault!, place.Fault!, call.Fault!, balance], fault => Assert.Equal((kind, code), (fault.Kind, fault.Code)));
        Assert.Equal((false, true), (place.Fault!.WholeCall, call.Fault!.WholeCall));
        Assert.Equal(kind == ProviderFaultKind.Unclear ? SendOutcomeKind.Unknown : SendOutcomeKind.Rejected, item.Kind);
        Assert.StartsWith("Code " + code + ": ", item.Fault!.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_row_of_the_error_table_is_tested_above() => Assert.Equal(
        Documented.Select(row => (string)row[0]).Order(StringComparer.Ordinal),
        ToobaCodes.Errors.Rows.Select(row => row.Key).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("1", DeliveryStateKind.Delivered)]
    [InlineData("2", DeliveryStateKind.NotDelivered)]
    [InlineData("5", DeliveryStateKind.SentToOperator)]
    [InlineData("9", DeliveryStateKind.SentToOperator)]
    [InlineData("-39", DeliveryStateKind.Unknown)]
    [InlineData("-40", DeliveryStateKind.Queued)]
    [InlineData("-41", DeliveryStateKind.Unknown)]
    [InlineData("3", DeliveryStateKind.Unknown)]
    public void Each_documented_state_has_its_canonical_one(string code, DeliveryStateKind kind)
    {
        DeliveryState state = Provider("GetDeliverySms", Items(code)).GetStates(["310000001"]).Value.Single();

        Assert.Equal((kind, code), (state.Kind, state.Code));
    }

    [Theory]
    [InlineData("-99", "-99")]
    [InlineData("0", "0")]
    [InlineData("14", "14")]
    [InlineData("99999999999999999999", "99999999999999999999")]
    [InlineData("310000001,310000002", "unmatched")]
    [InlineData("", "unmatched")]
    public void Odd_values_are_unclear(string values, string code)
    {
        SendOutcome outcome = Provider("sendSms", Items(values.Split(',', StringSplitOptions.RemoveEmptyEntries))).Send([Some.Message(1)]).Single();

        Assert.Equal((SendOutcomeKind.Unknown, code), (outcome.Kind, outcome.Fault!.Code));
    }

    [Theory]
    [InlineData("-8", ProviderFaultKind.SignIn)]
    [InlineData("-99", ProviderFaultKind.Unclear)]
    public void An_inbox_that_answers_an_error_is_a_fault_in_every_form(string code, ProviderFaultKind kind)
    {
        string[] forms = [code, "<item>" + code + "</item>", "<item><status>" + code + "</status><id>0</id></item>"];

        Assert.All(forms, form => Assert.Equal((kind, code), Fault(Provider("GetSmsReceivedId", form).Receive(new ReceiveRequest("1", null, default, default)))));
    }

    [Theory]
    [InlineData("-43")]
    [InlineData("<item>-43</item>")]
    [InlineData("")]
    public void An_empty_inbox_is_no_fault(string result) =>
        Assert.Empty(Provider("GetSmsReceivedId", result).Receive(new ReceiveRequest("1", null, default, default)).Value.Messages);

    [Fact]
    public void Incoming_messages_are_pushed_by_a_template_of_ours()
    {
        ICallbackReader reader = ProviderCatalog.CreateCallbackReader("tooba", new Dictionary<string, string>());

        CallbackAnswer answer = reader.Read(new CallbackRequest { Query = "from=09121110001&to=3000770011&text=%D9%84%D8%BA%D9%88&udh=" });

        Assert.Equal(new ReceivedMessage(null, "09121110001", "3000770011", "لغو", null), Assert.Single(answer.Messages));
    }

    private static (ProviderFaultKind Kind, string Code) Fault<T>(ProviderAnswer<T> answer)
        where T : class => (answer.Fault!.Kind, answer.Fault.Code);

    private static string Items(params string[] values) => string.Concat(values.Select(value => "<item>" + value + "</item>"));

    private static ISmsProvider Provider(string operation, string result) => ProviderCatalog.Create(
        "tooba",
        Some.Account("https://www.tsms.ir/"),
        Some.Handled(ReplayHandler.Answering(200, "text/xml; charset=utf-8", Encoding.UTF8.GetBytes(
            "<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'><e:Body><m:" + operation + "Response xmlns:m='http://sms.tsms.ir/'><"
            + operation + "Result>" + result + "</" + operation + "Result></m:" + operation + "Response></e:Body></e:Envelope>"))));
}
