using System.Text;
using smSys.Messaging.Providers;
using smSys.Providers.ParsGreen;
using smSys.Providers.Tests.Doubles;

namespace smSys.Providers.Tests.ParsGreen;

public sealed class ParsGreenCodesTests
{
    public static TheoryData<string, ProviderFaultKind> Documented => new()
    {
        { "-1", ProviderFaultKind.SignIn },
        { "-64", ProviderFaultKind.Unclear },
        { "401", ProviderFaultKind.SignIn },
    };

    public static TheoryData<string, DeliveryStateKind> States => new()
    {
        { "40", DeliveryStateKind.Queued },
        { "41", DeliveryStateKind.Delivered },
        { "42", DeliveryStateKind.NotDelivered },
        { "43", DeliveryStateKind.NotDelivered },
        { "44", DeliveryStateKind.Rejected },
        { "45", DeliveryStateKind.Rejected },
        { "46", DeliveryStateKind.Unknown },
        { "47", DeliveryStateKind.Unknown },
    };

    [Theory]
    [MemberData(nameof(Documented))]
    [InlineData("0", ProviderFaultKind.Unclear)]
    [InlineData("12", ProviderFaultKind.Unclear)]
    public void Each_code_is_sorted_by_what_to_do_next_and_keeps_the_words(string code, ProviderFaultKind kind)
    {
        SendOutcome outcome = Send(200, "application/json", "{\"R_Success\":false,\"R_Code\":" + code + ",\"R_Error\":\"خطای " + code + "\",\"DataList\":[]}");

        Assert.Equal((kind, code, "خطای " + code, true), (outcome.Fault!.Kind, outcome.Fault.Code, outcome.Fault.Words, outcome.Fault.WholeCall));
    }

    [Fact]
    public void Every_row_of_the_error_table_is_tested_above() => Assert.Equal(
        Documented.Select(row => (string)row[0]).Order(StringComparer.Ordinal), ParsGreenCodes.Errors.Rows.Select(row => row.Key).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(States))]
    [InlineData("1", DeliveryStateKind.Unknown)]
    public void Each_documented_state_has_its_canonical_one(string code, DeliveryStateKind kind) => Assert.Equal(kind, ParsGreenCodes.States.Judge(code));

    [Fact]
    public void Every_row_of_the_state_table_is_tested_above() => Assert.Equal(
        States.Select(row => (string)row[0]).Order(StringComparer.Ordinal), ParsGreenCodes.States.Rows.Select(row => row.Key).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData(401, "application/json", "{\"Message\":\"Authorization has been denied for this request.\"}", ProviderFaultKind.SignIn, "401")]
    [InlineData(401, "", "", ProviderFaultKind.SignIn, "401")]
    [InlineData(401, "text/html", "<html>proxy</html>", ProviderFaultKind.Unclear, "http-401")]
    [InlineData(403, "text/html", "<html>Forbidden</html>", ProviderFaultKind.Unclear, "http-403")]
    [InlineData(500, "application/json", "{\"R_Success\":false,\"R_Code\":-1}", ProviderFaultKind.Unclear, "-1")]
    [InlineData(500, "application/json", "{\"R_Success\":true,\"R_Code\":0,\"DataList\":[{\"Mobile\":\"09121234567\",\"ReqID\":5}]}", ProviderFaultKind.Unclear, "contradiction")]
    [InlineData(200, "application/json", "{\"R_Success\":true,\"R_Code\":9,\"DataList\":[{\"Mobile\":\"09121234567\",\"ReqID\":5}]}", ProviderFaultKind.Unclear, "contradiction")]
    [InlineData(200, "application/json", "{\"R_Success\":true,\"R_Code\":0,\"DataList\":null}", ProviderFaultKind.Unclear, "unmatched")]
    [InlineData(200, "application/json", "{\"R_Success\":true,\"R_Code\":0,\"DataList\":[{\"Mobile\":\"09129999999\",\"ReqID\":5}]}", ProviderFaultKind.Unclear, "unmatched")]
    [InlineData(200, "application/json", "{\"R_Success\":true,\"R_Code\":0,\"DataList\":[{\"Mobile\":\"09121234567\",\"ReqID\":0}]}", ProviderFaultKind.Unclear, "no-id")]
    [InlineData(200, "application/json", "{\"SuccessCount\":1}", ProviderFaultKind.Unclear, "unreadable")]
    [InlineData(200, "application/json", "", ProviderFaultKind.Unclear, "empty")]
    [InlineData(200, "text/html", "<html>{\"R_Success\":true}</html>", ProviderFaultKind.Unclear, "html")]
    public void Odd_answers_are_unclear_unless_the_protocol_proves_otherwise(int status, string type, string body, ProviderFaultKind kind, string code)
    {
        SendOutcome outcome = Send(status, type, body);

        Assert.Equal((kind, code), (outcome.Fault!.Kind, outcome.Fault.Code));
    }

    [Theory]
    [InlineData("<GetMessagePageingResult>-1</GetMessagePageingResult>", ProviderFaultKind.SignIn, "-1")]
    [InlineData("<GetMessagePageingResult>نامعلوم</GetMessagePageingResult>", ProviderFaultKind.Unclear, "نامعلوم")]
    [InlineData("<Other/>", ProviderFaultKind.Unclear, "unreadable")]
    public void An_inbox_that_is_no_list_is_a_fault(string content, ProviderFaultKind kind, string code)
    {
        string envelope = "<soap:Envelope xmlns:soap='http://schemas.xmlsoap.org/soap/envelope/'><soap:Body><GetMessagePageingResponse xmlns='http://tempuri.org/'>"
            + content + "</GetMessagePageingResponse></soap:Body></soap:Envelope>";

        ProviderFault fault = Provider(200, "text/xml; charset=utf-8", envelope).Receive(new ReceiveRequest("10009182", null, default, default)).Fault!;

        Assert.Equal((kind, code), (fault.Kind, fault.Code));
    }

    private static SendOutcome Send(int status, string type, string body) => Provider(status, type, body).Send([Some.Message(1001)]).Single();

    private static ISmsProvider Provider(int status, string type, string body) => ProviderCatalog.Create(
        "parsgreen", Some.Account("https://sms.parsgreen.ir/"), Some.Handled(ReplayHandler.Answering(status, type, Encoding.UTF8.GetBytes(body))));
}
