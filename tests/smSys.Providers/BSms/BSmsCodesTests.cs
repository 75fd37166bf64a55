using System.Text;
using smSys.Messaging.Providers;
using smSys.Providers.BSms;
using smSys.Providers.PayamakPanel;
using smSys.Providers.Tests.Doubles;

namespace smSys.Providers.Tests.BSms;

public sealed class BSmsCodesTests
{
    public static TheoryData<string, ProviderFaultKind> Documented => new()
    {
        { "0", ProviderFaultKind.SignIn },
        { "2", ProviderFaultKind.Credit },
        { "3", ProviderFaultKind.SlowDown },
        { "4", ProviderFaultKind.SlowDown },
        { "5", ProviderFaultKind.SignIn },
        { "6", ProviderFaultKind.Refused },
        { "7", ProviderFaultKind.Refused },
        { "8", ProviderFaultKind.SignIn },
        { "9", ProviderFaultKind.Refused },
        { "100", ProviderFaultKind.SignIn },
    };

    [Theory]
    [MemberData(nameof(Documented))]
    [InlineData("10", ProviderFaultKind.Unclear)]
    [InlineData("35", ProviderFaultKind.Unclear)]
    public void Each_code_of_Rahyabs_panel_is_sorted_by_what_to_do_next(string code, ProviderFaultKind kind)
    {
        SendOutcome rahyab = Send("rahyab", code, ("system", "panel"));
        SendOutcome table = Send("bsms", code, ("table", "Rahyab"));

        Assert.Equal([(kind, code, true), (kind, code, true)], new[] { rahyab, table }.Select(outcome => (outcome.Fault!.Kind, outcome.Fault.Code, outcome.Fault.WholeCall)));
    }

    [Fact]
    public void Every_row_of_Rahyabs_table_is_tested_above() => Assert.Equal(
        Documented.Select(row => (string)row[0]).Append(PayamakPanelCodes.NotSent).Order(StringComparer.Ordinal),
        BSmsCodes.RahyabPanel.Rows.Select(row => row.Key).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("6", ProviderFaultKind.OutOfService)]
    [InlineData("35", ProviderFaultKind.Blocked)]
    public void Unless_told_the_table_is_payamak_panels(string code, ProviderFaultKind kind) => Assert.Equal(kind, Send("bsms", code).Fault!.Kind);

    [Fact]
    public void A_row_of_the_administrator_goes_before_the_table() =>
        Assert.Equal(ProviderFaultKind.Credit, Send("bsms", "6", ("codes", "6=Credit")).Fault!.Kind);

    private static SendOutcome Send(string kind, string code, params (string, string)[] options)
    {
        string envelope = "<soap:Envelope xmlns:soap='http://schemas.xmlsoap.org/soap/envelope/'><soap:Body><SendSmsResponse xmlns='http://tempuri.org/'><SendSmsResult>"
            + code + "</SendSmsResult><recId/><status/></SendSmsResponse></soap:Body></soap:Envelope>";
        return ProviderCatalog.Create(
            kind,
            Some.Account("https://panel.example.test/", options: options),
            Some.Handled(ReplayHandler.Answering(200, "text/xml; charset=utf-8", Encoding.UTF8.GetBytes(envelope)))).Send([Some.Message(1001)]).Single();
    }
}
