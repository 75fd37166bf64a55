using System.Text;
using smSys.Messaging.Providers;
using smSys.Providers.Atieh;
using smSys.Providers.Tests.Doubles;

namespace smSys.Providers.Tests.Atieh;

public sealed class AtiehCodesTests
{
    public static TheoryData<string, ProviderFaultKind> Documented => new()
    {
        { "1", ProviderFaultKind.SignIn },
        { "2", ProviderFaultKind.SignIn },
        { "3", ProviderFaultKind.SignIn },
        { "5", ProviderFaultKind.Credit },
        { "7", ProviderFaultKind.Refused },
        { "10", ProviderFaultKind.SignIn },
        { "15", ProviderFaultKind.SlowDown },
    };

    [Theory]
    [MemberData(nameof(Documented))]
    [InlineData("4", ProviderFaultKind.Unclear)]
    [InlineData("-1", ProviderFaultKind.Unclear)]
    public void Each_code_is_sorted_by_what_to_do_next(string code, ProviderFaultKind kind)
    {
        SendOutcome same = Send("<status>" + code + "</status>");
        SendOutcome different = Provider(200, "sendMultiple", "<status>" + code + "</status><id/>").Send(Some.Messages(2))[1];
        ProviderFault balance = Provider(200, "getBalance", "<status>" + code + "</status>").GetBalance().Fault!;
        ReferenceAnswer answer = Provider(200, "statusReport", "<status>" + code + "</status>").Ask([1]).Single();

        Assert.All([same.Fault!, different.Fault!, balance, answer.Fault!], fault => Assert.Equal((kind, code, true), (fault.Kind, fault.Code, fault.WholeCall)));
        Assert.Contains("Code " + code, same.Fault!.Words, StringComparison.Ordinal);
        Assert.Equal(kind == ProviderFaultKind.Unclear ? SendOutcomeKind.Unknown : SendOutcomeKind.Rejected, same.Kind);
        Assert.Equal(ReferenceAnswerKind.CannotSay, answer.Kind);
    }

    [Fact]
    public void Every_row_of_the_error_table_is_tested_above() => Assert.Equal(
        Documented.Select(row => (string)row[0]).Order(StringComparer.Ordinal),
        AtiehCodes.Errors.Rows.Select(row => row.Key).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("PENDING", DeliveryStateKind.SentToOperator)]
    [InlineData("DELIVERED", DeliveryStateKind.Delivered)]
    [InlineData("UNDELIVERABLE", DeliveryStateKind.NotDelivered)]
    [InlineData("1", DeliveryStateKind.Unknown)]
    public void Each_documented_state_has_its_canonical_one(string code, DeliveryStateKind kind) => Assert.Equal(kind, AtiehCodes.States.Judge(code));

    [Theory]
    [InlineData("<status>0</status>", "unmatched")]
    [InlineData("<status>0</status><id/>", "unmatched")]
    [InlineData("<status>0</status><id><id>900001</id><id>900002</id></id>", "unmatched")]
    [InlineData("<status>0</status><id><id>0</id></id>", "0")]
    [InlineData("<status>0</status><id><id>99999999999999999999</id></id>", "99999999999999999999")]
    [InlineData("<status>5</status><id><id>900001</id></id>", "contradiction")]
    [InlineData("<id><id>900001</id></id>", "odd")]
    [InlineData("", "odd")]
    public void Odd_answers_are_unclear(string result, string code)
    {
        SendOutcome outcome = Send(result);

        Assert.Equal((SendOutcomeKind.Unknown, code), (outcome.Kind, outcome.Fault!.Code));
    }

    [Fact]
    public void A_SOAP_fault_proves_nothing_and_keeps_its_words()
    {
        string fault = "<soapenv:Envelope xmlns:soapenv='http://schemas.xmlsoap.org/soap/envelope/'><soapenv:Body><soapenv:Fault>"
            + "<faultcode>soapenv:Server.userException</faultcode><faultstring>java.lang.NullPointerException</faultstring></soapenv:Fault></soapenv:Body></soapenv:Envelope>";

        SendOutcome outcome = Provider(500, fault).Send([Some.Message()]).Single();

        Assert.Equal((SendOutcomeKind.Unknown, "soap-fault", "java.lang.NullPointerException"), (outcome.Kind, outcome.Fault!.Code, outcome.Fault.Words));
    }

    [Theory]
    [InlineData("<status>0</status>")]
    [InlineData("<status>0</status><report><report><status>1</status><clientId>1</clientId></report></report>")]
    [InlineData("<status>0</status><report><report><id>5</id><status>1</status><clientId>99</clientId></report></report>")]
    public void Odd_reports_cannot_say(string report) =>
        Assert.Equal(ReferenceAnswerKind.CannotSay, Provider(200, "statusReport", report).Ask([1]).Single().Kind);

    [Fact]
    public void Pushes_go_by_the_names_of_the_answers()
    {
        ICallbackReader reader = ProviderCatalog.CreateCallbackReader("atieh", new Dictionary<string, string> { ["callback.states"] = "4=Delivered" });

        CallbackAnswer answer = reader.Read(new CallbackRequest
        {
            Body = "<push><report><id>900011</id><status>4</status><clientId>11</clientId></report><messages><content>لغو</content><from>989121110001</from><id>7002</id><to>9820001234</to></messages></push>",
        });

        Assert.Equal(new DeliveryState("900011", DeliveryStateKind.Delivered, "4", null, 11), Assert.Single(answer.Receipts));
        Assert.Equal(new ReceivedMessage("7002", "989121110001", "9820001234", "لغو", null), Assert.Single(answer.Messages));
    }

    private static SendOutcome Send(string result) => Provider(200, "send", result).Send([Some.Message(1001)]).Single();

    private static ISmsProvider Provider(int status, string operation, string result) => Provider(
        status,
        "<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'><e:Body><" + operation + "Response xmlns='http://www.adpdigital.com/services/messaging'><"
            + operation + "Return>" + result + "</" + operation + "Return></" + operation + "Response></e:Body></e:Envelope>");

    private static ISmsProvider Provider(int status, string body) => ProviderCatalog.Create(
        "atieh",
        Some.Account("https://ws.adpdigital.com/"),
        Some.Handled(ReplayHandler.Answering(status, "text/xml; charset=utf-8", Encoding.UTF8.GetBytes(body))));
}
