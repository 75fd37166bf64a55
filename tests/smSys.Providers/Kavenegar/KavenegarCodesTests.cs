using System.Text;
using smSys.Messaging.Providers;
using smSys.Providers.Kavenegar;
using smSys.Providers.Tests.Doubles;

namespace smSys.Providers.Tests.Kavenegar;

public sealed class KavenegarCodesTests
{
    public static TheoryData<int, ProviderFaultKind> Documented => new()
    {
        { 400, ProviderFaultKind.Refused },
        { 401, ProviderFaultKind.SignIn },
        { 403, ProviderFaultKind.SignIn },
        { 405, ProviderFaultKind.Refused },
        { 407, ProviderFaultKind.SignIn },
        { 409, ProviderFaultKind.OutOfService },
        { 411, ProviderFaultKind.Refused },
        { 412, ProviderFaultKind.SignIn },
        { 413, ProviderFaultKind.Refused },
        { 414, ProviderFaultKind.Refused },
        { 417, ProviderFaultKind.Refused },
        { 418, ProviderFaultKind.Credit },
        { 419, ProviderFaultKind.Refused },
        { 607, ProviderFaultKind.Refused },
    };

    public static TheoryData<string, DeliveryStateKind> States => new()
    {
        { "1", DeliveryStateKind.Queued },
        { "2", DeliveryStateKind.Queued },
        { "4", DeliveryStateKind.SentToOperator },
        { "5", DeliveryStateKind.SentToOperator },
        { "6", DeliveryStateKind.Rejected },
        { "10", DeliveryStateKind.Delivered },
        { "11", DeliveryStateKind.NotDelivered },
        { "13", DeliveryStateKind.Rejected },
        { "14", DeliveryStateKind.Blocked },
        { "50", DeliveryStateKind.Unknown },
        { "100", DeliveryStateKind.Unknown },
    };

    [Theory]
    [MemberData(nameof(Documented))]
    [InlineData(404, ProviderFaultKind.Unclear)]
    [InlineData(429, ProviderFaultKind.Unclear)]
    [InlineData(500, ProviderFaultKind.Unclear)]
    [InlineData(99, ProviderFaultKind.Unclear)]
    public void Each_code_is_sorted_by_what_to_do_next_and_keeps_the_words(int status, ProviderFaultKind kind)
    {
        string body = "{\"return\":{\"status\":" + status + ",\"message\":\"خطای شماره " + status + "\"},\"entries\":null}";

        SendOutcome outcome = Send(status is > 399 and < 599 ? status : 200, "application/json", body);

        Assert.Equal(kind, outcome.Fault!.Kind);
        Assert.Equal(kind == ProviderFaultKind.Unclear ? SendOutcomeKind.Unknown : SendOutcomeKind.Rejected, outcome.Kind);
        Assert.Equal((status.ToString(), "خطای شماره " + status, true), (outcome.Fault.Code, outcome.Fault.Words, outcome.Fault.WholeCall));
    }

    [Fact]
    public void Every_row_of_the_error_table_is_tested_above() => Assert.Equal(
        Documented.Select(row => row[0].ToString()).Order(StringComparer.Ordinal),
        KavenegarCodes.Errors.Rows.Select(row => row.Key).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(States))]
    [InlineData("7", DeliveryStateKind.Unknown)]
    public void Each_documented_state_has_its_canonical_one(string code, DeliveryStateKind kind) => Assert.Equal(kind, KavenegarCodes.States.Judge(code));

    [Fact]
    public void Every_row_of_the_state_table_is_tested_above() => Assert.Equal(
        States.Select(row => (string)row[0]).Order(StringComparer.Ordinal), KavenegarCodes.States.Rows.Select(row => row.Key).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData(500, "application/json", "{\"return\":{\"status\":200},\"entries\":[{\"messageid\":5}]}", ProviderFaultKind.Unclear, "200")]
    [InlineData(502, "application/json", "{\"return\":{\"status\":418},\"entries\":null}", ProviderFaultKind.Unclear, "418")]
    [InlineData(200, "application/json", "{\"return\":{\"status\":200},\"entries\":null}", ProviderFaultKind.Unclear, "unmatched")]
    [InlineData(200, "application/json", "{\"return\":{\"status\":200},\"entries\":[{\"messageid\":0,\"receptor\":\"09121234567\"}]}", ProviderFaultKind.Unclear, "no-id")]
    [InlineData(200, "application/json", "{\"return\":{\"status\":200},\"entries\":[{\"messageid\":7,\"receptor\":\"09129999999\"}]}", ProviderFaultKind.Unclear, "unmatched")]
    [InlineData(200, "application/json", "{\"entries\":[{\"messageid\":7}]}", ProviderFaultKind.Unclear, "unreadable")]
    [InlineData(200, "application/json", "", ProviderFaultKind.Unclear, "empty")]
    [InlineData(403, "text/html", "<html>{\"return\":{\"status\":403}}</html>", ProviderFaultKind.Unclear, "http-403")]
    [InlineData(302, "text/html", "", ProviderFaultKind.Unclear, "http-302")]
    public void Odd_answers_are_unclear(int status, string type, string body, ProviderFaultKind kind, string code)
    {
        SendOutcome outcome = Send(status, type, body);

        Assert.Equal((kind, code), (outcome.Fault!.Kind, outcome.Fault.Code));
    }

    private static SendOutcome Send(int status, string type, string body) => ProviderCatalog.Create(
        "kavenegar",
        Some.Account("https://api.kavenegar.com/"),
        Some.Handled(ReplayHandler.Answering(status, type, Encoding.UTF8.GetBytes(body)))).Send([Some.Message(1001)]).Single();
}
