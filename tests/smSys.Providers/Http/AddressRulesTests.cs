using smSys.Messaging.Providers;
using smSys.Providers.Http;

namespace smSys.Providers.Tests.Http;

public sealed class AddressRulesTests
{
    [Theory]
    [InlineData("https://gateway.ghasedak.me/", false)]
    [InlineData("http://rahyabbulk.ir:8020/WebService/SMS.asmx", true)]
    public void Names_over_https_and_chosen_plain_http_may_be_called(string address, bool plain) =>
        Assert.Null(AddressRules.Judge(new Uri(address), plain));

    [Theory]
    [InlineData("http://gateway.ghasedak.me/", false, "address-http")]
    [InlineData("ftp://gateway.ghasedak.me/", true, "address-scheme")]
    [InlineData("https://127.0.0.1/", true, "address-ip")]
    [InlineData("https://10.1.2.3:8443/", true, "address-ip")]
    [InlineData("https://[::1]/", true, "address-ip")]
    [InlineData("http://localhost:8080/", true, "address-local")]
    [InlineData("https://sms.localhost/", true, "address-local")]
    [InlineData("https://localhost./", true, "address-local")]
    [InlineData("https://user:word@gateway.ghasedak.me/", true, "address-credentials")]
    [InlineData("WebService/SMS.asmx", true, "address")]
    public void What_Dynamics_refuses_is_refused_with_a_reason_that_pauses_the_setting(string address, bool plain, string code)
    {
        ProviderFault? fault = AddressRules.Judge(new Uri(address, UriKind.RelativeOrAbsolute), plain);

        Assert.Equal(code, fault!.Code);
        Assert.Equal(ProviderFaultKind.SignIn, fault.Kind);
    }

    [Fact]
    public void A_white_label_keeps_its_own_path()
    {
        Assert.Equal("https://a.test/usual/path", AddressRules.Endpoint(new Uri("https://a.test"), "/usual/path").AbsoluteUri);
        Assert.Equal("https://a.test/own.asmx", AddressRules.Endpoint(new Uri("https://a.test/own.asmx"), "/usual/path").AbsoluteUri);
    }
}
