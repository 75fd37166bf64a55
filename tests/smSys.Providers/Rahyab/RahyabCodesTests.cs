using System.Text;
using smSys.Messaging.Providers;
using smSys.Providers.Rahyab;
using smSys.Providers.Tests.Doubles;

namespace smSys.Providers.Tests.Rahyab;

public sealed class RahyabCodesTests
{
    public static TheoryData<string, ProviderFaultKind> Documented => new()
    {
        { "Error! Authentication Failed.", ProviderFaultKind.SignIn },
        { "Error! Account is not active.", ProviderFaultKind.SignIn },
        { "Error! Account date is expired.", ProviderFaultKind.SignIn },
        { "Error! Credit is not enough.", ProviderFaultKind.Credit },
        { "Error! Debug ID (123).", ProviderFaultKind.Unclear },
        { "Error! Server temporarily out of service, please try later.", ProviderFaultKind.OutOfService },
        { "Error! ShortCode is invalid.", ProviderFaultKind.SignIn },
        { "Error! IP is invalid.", ProviderFaultKind.SignIn },
        { "Error!.", ProviderFaultKind.Unclear },
        { "Error! Invalid XML file format.", ProviderFaultKind.Refused },
        { "Error! Valid XML not found.", ProviderFaultKind.Refused },
        { "Error! Your message filtered because it has invalid content.", ProviderFaultKind.Refused },
        { "Error! Valid cellphone not found or maybe blocked.", ProviderFaultKind.Blocked },
        { "Error! Valid cellphone not found.", ProviderFaultKind.Refused },
        { "Error! Invalid arguments length.", ProviderFaultKind.Refused },
    };

    [Theory]
    [MemberData(nameof(Documented))]
    [InlineData("Error! The moon is full.", ProviderFaultKind.Unclear)]
    public void Each_text_is_sorted_by_what_to_do_next_wherever_it_stands(string text, ProviderFaultKind kind)
    {
        SendOutcome item = Send(200, Sent("<DataSendOut><ClientID>1001</ClientID><ServerID>-1</ServerID><Status>" + text + "</Status></DataSendOut>"));
        SendOutcome fault = Send(500, "<soap:Fault><faultcode>soap:Server</faultcode><faultstring>" + text + "</faultstring></soap:Fault>");
        ProviderFault balance = Provider(200, Result("doGetInfo", text)).GetBalance().Fault!;

        Assert.Equal([kind, kind, kind], [item.Fault!.Kind, fault.Fault!.Kind, balance.Kind]);
        Assert.Equal([text, text, text], [item.Fault.Words, fault.Fault.Words, balance.Words]);
        Assert.Equal(kind == ProviderFaultKind.Unclear ? SendOutcomeKind.Unknown : SendOutcomeKind.Rejected, item.Kind);
    }

    [Fact]
    public void Every_row_of_the_error_table_is_tested_above() => Assert.Equal(
        Documented.Select(row => RahyabCodes.Key((string)row[0])).Append("-1").Order(StringComparer.Ordinal),
        RahyabCodes.Errors.Rows.Select(row => row.Key).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("0", DeliveryStateKind.SentToOperator)]
    [InlineData("2", DeliveryStateKind.Delivered)]
    [InlineData("5", DeliveryStateKind.NotDelivered)]
    [InlineData("9", DeliveryStateKind.Blocked)]
    [InlineData("-1", DeliveryStateKind.Unknown)]
    [InlineData("4", DeliveryStateKind.Unknown)]
    public void Each_documented_state_has_its_canonical_one(string code, DeliveryStateKind kind) => Assert.Equal(kind, RahyabCodes.States.Judge(code));

    [Theory]
    [InlineData("<ClientID>1001</ClientID><ServerID>-1</ServerID>", ProviderFaultKind.Blocked, "-1")]
    [InlineData("<ClientID>1001</ClientID><ServerID>81</ServerID><Status>Error! Credit is not enough.</Status>", ProviderFaultKind.Unclear, "contradiction")]
    [InlineData("<ClientID>1001</ClientID><ServerID>0</ServerID>", ProviderFaultKind.Unclear, "0")]
    [InlineData("<ClientID>1001</ClientID>", ProviderFaultKind.Unclear, "odd")]
    [InlineData("<ClientID>1001</ClientID><ServerID>99999999999999999999</ServerID>", ProviderFaultKind.Unclear, "99999999999999999999")]
    [InlineData("<ClientID>2002</ClientID><ServerID>81</ServerID>", ProviderFaultKind.Unclear, "unmatched")]
    public void Odd_items_are_unclear(string item, ProviderFaultKind kind, string code)
    {
        SendOutcome outcome = Send(200, Sent("<DataSendOut>" + item + "</DataSendOut>"));

        Assert.Equal((kind, code), (outcome.Fault!.Kind, outcome.Fault.Code));
    }

    [Fact]
    public void One_row_that_names_nobody_refuses_the_whole_call()
    {
        ISmsProvider provider = Provider(200, Sent("<DataSendOut><ClientID>0</ClientID><ServerID>-1</ServerID><Status>Error! Authentication Failed.</Status></DataSendOut>"));

        IReadOnlyList<SendOutcome> outcomes = provider.Send(Some.Messages(3));

        Assert.All(outcomes, outcome => Assert.Equal(ProviderFaultKind.SignIn, outcome.Fault!.Kind));
        Assert.All(outcomes, outcome => Assert.True(outcome.Fault!.WholeCall));
    }

    [Fact]
    public void An_inbox_that_answers_an_error_row_is_a_fault()
    {
        string row = "<MessageReceive><RowID>-1</RowID><Message>Error! IP is invalid.</Message></MessageReceive>";
        ISmsProvider provider = Provider(200, Result("doReceiveSMSArray", row));

        Assert.Equal(ProviderFaultKind.SignIn, provider.Receive(new ReceiveRequest("50001234", null, default, default)).Fault!.Kind);
    }

    private static SendOutcome Send(int status, string body) => Provider(status, body).Send([Some.Message(1001)]).Single();

    private static string Sent(string rows) => Result("doSendSMSArrayC", rows);

    private static string Result(string operation, string content) =>
        "<" + operation + "Response xmlns='http://srv-pardis.sms1000.ir/'><" + operation + "Result>" + content + "</" + operation + "Result></" + operation + "Response>";

    private static ISmsProvider Provider(int status, string body)
    {
        string envelope = "<soap:Envelope xmlns:soap='http://schemas.xmlsoap.org/soap/envelope/'><soap:Body>" + body + "</soap:Body></soap:Envelope>";
        return ProviderCatalog.Create(
            "rahyab",
            Some.Account("https://rahyabbulk.example.test/"),
            Some.Handled(ReplayHandler.Answering(status, "text/xml; charset=utf-8", Encoding.UTF8.GetBytes(envelope))));
    }
}
