using System.Text;
using smSys.Messaging.Providers;
using smSys.Providers.PayamakPanel;
using smSys.Providers.Tests.Doubles;

namespace smSys.Providers.Tests.PayamakPanel;

public sealed class PayamakPanelCodesTests
{
    public static TheoryData<string, ProviderFaultKind> Documented => new()
    {
        { "0", ProviderFaultKind.SignIn },
        { "2", ProviderFaultKind.Credit },
        { "3", ProviderFaultKind.SlowDown },
        { "4", ProviderFaultKind.SlowDown },
        { "5", ProviderFaultKind.SignIn },
        { "6", ProviderFaultKind.OutOfService },
        { "7", ProviderFaultKind.Refused },
        { "8", ProviderFaultKind.Refused },
        { "9", ProviderFaultKind.SignIn },
        { "10", ProviderFaultKind.SignIn },
        { "11", ProviderFaultKind.Refused },
        { "12", ProviderFaultKind.SignIn },
        { "14", ProviderFaultKind.Refused },
        { "15", ProviderFaultKind.Refused },
        { "35", ProviderFaultKind.Blocked },
        { "-1", ProviderFaultKind.SignIn },
        { "-2", ProviderFaultKind.Refused },
        { "-3", ProviderFaultKind.SignIn },
        { "-4", ProviderFaultKind.Refused },
        { "-5", ProviderFaultKind.Refused },
        { "-6", ProviderFaultKind.Unclear },
        { "-7", ProviderFaultKind.SignIn },
    };

    public static TheoryData<string, DeliveryStateKind> States => new()
    {
        { "0", DeliveryStateKind.SentToOperator },
        { "1", DeliveryStateKind.Delivered },
        { "2", DeliveryStateKind.NotDelivered },
        { "3", DeliveryStateKind.NotDelivered },
        { "5", DeliveryStateKind.Unknown },
        { "8", DeliveryStateKind.SentToOperator },
        { "16", DeliveryStateKind.Rejected },
        { "35", DeliveryStateKind.Blocked },
        { "100", DeliveryStateKind.Unknown },
        { "200", DeliveryStateKind.SentToOperator },
        { "300", DeliveryStateKind.Rejected },
        { "400", DeliveryStateKind.Queued },
        { "500", DeliveryStateKind.Rejected },
    };

    [Theory]
    [MemberData(nameof(Documented))]
    [InlineData("13", ProviderFaultKind.Unclear)]
    [InlineData("999", ProviderFaultKind.Unclear)]
    [InlineData("نامعلوم", ProviderFaultKind.Unclear)]
    public void Each_code_is_sorted_by_what_to_do_next_wherever_it_stands(string code, ProviderFaultKind kind)
    {
        SendOutcome whole = Soap("SendSms", "<SendSmsResult>" + code + "</SendSmsResult><recId/><status/>");
        SendOutcome simple = Soap("SendSimpleSMS", "<SendSimpleSMSResult><string>" + code + "</string></SendSimpleSMSResult>", ("operation", "SendSimpleSMS"));
        SendOutcome element = Soap("SendSms", "<SendSmsResult>1</SendSmsResult><recId><long>" + code + "</long></recId><status>AA==</status>");
        SendOutcome status = Rest("{\"Value\":\"0\",\"RetStatus\":\"" + code + "\",\"StrRetStatus\":\"\"}");

        Assert.Equal([kind, kind, kind, kind], new[] { whole, simple, element, status }.Select(outcome => outcome.Fault!.Kind));
        Assert.All([whole, simple, element, status], outcome => Assert.Equal(code, outcome.Fault!.Code));
        Assert.Equal([true, false, false, true], new[] { whole, simple, element, status }.Select(outcome => outcome.Fault!.WholeCall));
        Assert.Equal(kind == ProviderFaultKind.Unclear ? SendOutcomeKind.Unknown : SendOutcomeKind.Rejected, whole.Kind);
    }

    [Fact]
    public void Every_row_of_the_error_table_is_tested_above() => Assert.Equal(
        Documented.Select(row => (string)row[0]).Append(PayamakPanelCodes.NotSent).Order(StringComparer.Ordinal),
        PayamakPanelCodes.Errors.Rows.Select(row => row.Key).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(States))]
    [InlineData("4", DeliveryStateKind.Unknown)]
    public void Each_documented_state_has_its_canonical_one(string code, DeliveryStateKind kind) => Assert.Equal(kind, PayamakPanelCodes.States.Judge(code));

    [Fact]
    public void Every_row_of_the_state_table_is_tested_above() => Assert.Equal(
        States.Select(row => (string)row[0]).Order(StringComparer.Ordinal), PayamakPanelCodes.States.Rows.Select(row => row.Key).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("<SendSmsResult>1</SendSmsResult><recId><long>5461268600001</long></recId><status>AA==</status>")]
    [InlineData("<SendSmsResult>1</SendSmsResult><recId><long>5461268600001</long></recId><status>0</status>")]
    [InlineData("<SendSmsResult>1</SendSmsResult><recId><long>5461268600001</long></recId><status><unsignedByte>0</unsignedByte></status>")]
    [InlineData("<SendSmsResult>1</SendSmsResult><recId><long>5461268600001</long></recId>")]
    [InlineData("<SendSmsResult>5461268600001</SendSmsResult><recId/><status/>")]
    [InlineData("<SendSmsResult><string>5461268600001</string></SendSmsResult>")]
    [InlineData("<SendSmsResult><string>0-5461268600001</string></SendSmsResult>")]
    public void An_accepted_message_is_known_in_all_forms_of_the_family(string content) =>
        Assert.Equal("5461268600001", Soap("SendSms", content).ProviderMessageId);

    [Theory]
    [InlineData("<SendSmsResult>1</SendSmsResult><recId/><status/>", "unmatched")]
    [InlineData("<SendSmsResult>1</SendSmsResult><recId><long>5461268600001</long><long>5461268600002</long></recId>", "unmatched")]
    [InlineData("<SendSmsResult>1</SendSmsResult><recId><long>77</long></recId>", "77")]
    [InlineData("<SendSmsResult>1</SendSmsResult><recId><long>0123456</long></recId>", "0123456")]
    [InlineData("<SendSmsResult></SendSmsResult>", "odd")]
    [InlineData("<OtherResult>1</OtherResult>", "odd")]
    public void Odd_answers_are_unclear(string content, string code)
    {
        SendOutcome outcome = Soap("SendSms", content);

        Assert.Equal((SendOutcomeKind.Unknown, code), (outcome.Kind, outcome.Fault!.Code));
    }

    [Theory]
    [InlineData("<SendSmsResult>1</SendSmsResult><recId><long>5461268600001</long></recId><status>AQ==</status>", "status-1")]
    [InlineData("<SendSmsResult>1</SendSmsResult><recId><long>35</long></recId><status>1</status>", "35")]
    public void What_the_status_array_calls_not_sent_is_rejected(string content, string code)
    {
        SendOutcome outcome = Soap("SendSms", content);

        Assert.Equal((SendOutcomeKind.Rejected, code), (outcome.Kind, outcome.Fault!.Code));
    }

    [Theory]
    [InlineData("{\"Value\":\"15\",\"RetStatus\":1,\"StrRetStatus\":\"Ok\"}", ProviderFaultKind.Refused, "15")]
    [InlineData("{\"Value\":\"1500\",\"RetStatus\":1,\"StrRetStatus\":\"Ok\"}", ProviderFaultKind.Unclear, "no-id")]
    [InlineData("{\"Value\":null,\"RetStatus\":1,\"StrRetStatus\":\"Ok\"}", ProviderFaultKind.Unclear, "no-id")]
    [InlineData("{\"Value\":\"5461268600001204\",\"RetStatus\":35,\"StrRetStatus\":\"InvalidData\"}", ProviderFaultKind.Unclear, "contradiction")]
    [InlineData("{\"Value\":\"2\",\"RetStatus\":35,\"StrRetStatus\":\"InvalidData\"}", ProviderFaultKind.Credit, "2")]
    [InlineData("{\"Value\":\"5461268600001204\"}", ProviderFaultKind.Unclear, "unreadable")]
    [InlineData("\"5461268600001204\"", ProviderFaultKind.Unclear, "unreadable")]
    public void A_short_value_is_a_code_and_the_rest_is_unclear(string body, ProviderFaultKind kind, string code)
    {
        SendOutcome outcome = Rest(body);

        Assert.Equal((kind, code), (outcome.Fault!.Kind, outcome.Fault.Code));
    }

    [Fact]
    public void A_SOAP_fault_proves_nothing()
    {
        string fault = "<soap:Envelope xmlns:soap='http://schemas.xmlsoap.org/soap/envelope/'><soap:Body><soap:Fault><faultcode>soap:Server</faultcode><faultstring>Timeout expired</faultstring></soap:Fault></soap:Body></soap:Envelope>";

        SendOutcome outcome = Send("https://api.payamak-panel.com/", 500, "text/xml; charset=utf-8", fault);

        Assert.Equal((SendOutcomeKind.Unknown, "soap-fault", "Timeout expired"), (outcome.Kind, outcome.Fault!.Code, outcome.Fault.Words));
    }

    private static SendOutcome Soap(string operation, string content, params (string, string)[] options) => Send(
        "https://api.payamak-panel.com/",
        200,
        "text/xml; charset=utf-8",
        "<soap:Envelope xmlns:soap='http://schemas.xmlsoap.org/soap/envelope/'><soap:Body><" + operation + "Response xmlns='http://tempuri.org/'>" + content + "</" + operation + "Response></soap:Body></soap:Envelope>",
        options);

    private static SendOutcome Rest(string body) => Send("https://rest.payamak-panel.com/", 200, "application/json; charset=utf-8", body);

    private static SendOutcome Send(string address, int status, string type, string body, params (string, string)[] options) => ProviderCatalog.Create(
        "payamakpanel",
        Some.Account(address, options: options),
        Some.Handled(ReplayHandler.Answering(status, type, Encoding.UTF8.GetBytes(body)))).Send([Some.Message(1001)]).Single();
}
