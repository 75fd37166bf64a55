using System.Text;
using smSys.Messaging.Providers;
using smSys.Providers.Ghasedak;
using smSys.Providers.Tests.Doubles;

namespace smSys.Providers.Tests.Ghasedak;

public sealed class GhasedakCodesTests
{
    [Theory]
    [InlineData(400, ProviderFaultKind.Refused)]
    [InlineData(401, ProviderFaultKind.SignIn)]
    [InlineData(402, ProviderFaultKind.Credit)]
    [InlineData(403, ProviderFaultKind.SignIn)]
    [InlineData(429, ProviderFaultKind.SlowDown)]
    [InlineData(404, ProviderFaultKind.Unclear)]
    [InlineData(418, ProviderFaultKind.Unclear)]
    [InlineData(500, ProviderFaultKind.Unclear)]
    public void Each_code_is_sorted_by_what_to_do_next_and_keeps_the_words(int status, ProviderFaultKind kind)
    {
        string body = "{\"isSuccess\":false,\"statusCode\":" + status + ",\"message\":\"خطای شماره " + status + "\",\"data\":null}";

        SendOutcome outcome = Send(status, "application/json", body);

        Assert.Equal(kind, outcome.Fault!.Kind);
        Assert.Equal(kind == ProviderFaultKind.Unclear ? SendOutcomeKind.Unknown : SendOutcomeKind.Rejected, outcome.Kind);
        Assert.Equal(status.ToString(), outcome.Fault.Code);
        Assert.Equal("خطای شماره " + status, outcome.Fault.Words);
        Assert.True(outcome.Fault.WholeCall);
    }

    [Fact]
    public void Every_row_of_the_error_table_is_tested_above() =>
        Assert.Equal(["400", "401", "402", "403", "429"], GhasedakCodes.Errors.Rows.Select(row => row.Key).Order());

    [Theory]
    [InlineData("0", DeliveryStateKind.Queued)]
    [InlineData("1", DeliveryStateKind.Rejected)]
    [InlineData("2", DeliveryStateKind.Blocked)]
    [InlineData("3", DeliveryStateKind.SentToOperator)]
    [InlineData("4", DeliveryStateKind.NotDelivered)]
    [InlineData("5", DeliveryStateKind.Delivered)]
    [InlineData("6", DeliveryStateKind.Rejected)]
    [InlineData("7", DeliveryStateKind.Unknown)]
    [InlineData("8", DeliveryStateKind.Unknown)]
    [InlineData("9", DeliveryStateKind.Unknown)]
    [InlineData("17", DeliveryStateKind.Unknown)]
    public void Each_documented_state_has_its_canonical_one(string code, DeliveryStateKind kind) => Assert.Equal(kind, GhasedakCodes.States.Judge(code));

    [Theory]
    [InlineData(200, "application/json", "{\"isSuccess\":false,\"statusCode\":401,\"message\":\"\"}", ProviderFaultKind.SignIn, "401")]
    [InlineData(200, "application/json", "{\"isSuccess\":false}", ProviderFaultKind.Unclear, "200")]
    [InlineData(500, "application/json", "{\"isSuccess\":true,\"statusCode\":200,\"data\":{\"messageId\":\"5\"}}", ProviderFaultKind.Unclear, "200")]
    [InlineData(200, "application/json", "{\"isSuccess\":true,\"data\":null}", ProviderFaultKind.Unclear, "no-id")]
    [InlineData(200, "application/json", "{\"isSuccess\":true,\"data\":{\"messageId\":\"0\",\"clientReferenceId\":\"1001\"}}", ProviderFaultKind.Unclear, "no-id")]
    [InlineData(200, "application/json", "{\"isSuccess\":true,\"data\":{\"messageId\":\"7\",\"clientReferenceId\":\"9\"}}", ProviderFaultKind.Unclear, "unmatched")]
    [InlineData(200, "application/json", "", ProviderFaultKind.Unclear, "empty")]
    [InlineData(200, "application/json", "[1,2", ProviderFaultKind.Unclear, "unreadable")]
    [InlineData(200, "text/html", "<html>{\"isSuccess\":true}</html>", ProviderFaultKind.Unclear, "html")]
    [InlineData(403, "text/html; charset=utf-8", "<html><h1>Forbidden</h1></html>", ProviderFaultKind.Unclear, "http-403")]
    [InlineData(502, "text/html", "<html>Bad Gateway</html>", ProviderFaultKind.Unclear, "http-502")]
    [InlineData(401, "", "", ProviderFaultKind.SignIn, "401")]
    [InlineData(401, "text/html", "<html>proxy</html>", ProviderFaultKind.Unclear, "http-401")]
    [InlineData(302, "text/html", "", ProviderFaultKind.Unclear, "http-302")]
    public void Odd_answers_are_unclear_unless_the_protocol_proves_otherwise(int status, string type, string body, ProviderFaultKind kind, string code)
    {
        SendOutcome outcome = Send(status, type, body);

        Assert.Equal((kind, code), (outcome.Fault!.Kind, outcome.Fault.Code));
    }

    [Fact]
    public void An_administrator_adds_codes_that_the_provider_told_him()
    {
        string body = "{\"isSuccess\":false,\"statusCode\":418,\"message\":\"اعتبار\"}";

        SendOutcome outcome = Send(400, "application/json", body, ("codes", "418=Credit; 412 = signin;nonsense;9=Nothing"));

        Assert.Equal(ProviderFaultKind.Credit, outcome.Fault!.Kind);
    }

    private static SendOutcome Send(int status, string type, string body, params (string, string)[] options) => ProviderCatalog.Create(
        "ghasedak",
        Some.Account("https://gateway.ghasedak.me/", options: options),
        Some.Handled(ReplayHandler.Answering(status, type, Encoding.UTF8.GetBytes(body)))).Send([Some.Message(1001)]).Single();
}
