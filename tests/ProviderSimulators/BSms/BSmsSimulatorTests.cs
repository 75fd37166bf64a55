using ProviderSimulators.BSms;
using ProviderSimulators.Hosting;
using ProviderSimulators.PayamakPanel;
using ProviderSimulators.Tests.Doubles;

namespace ProviderSimulators.Tests.BSms;

public sealed class BSmsSimulatorTests
{
    private const string SignIn = "<username>bsms-demo</username><password>bsms-demo-c40d17</password>";

    [Fact]
    public async Task It_has_no_Actions_service()
    {
        await using SimulatorHost host = await SimulatorHost.StartAsync(Some.Setup(), "bsms");
        using HttpClient client = Some.ClientThrough(host["bsms"]);

        HttpResponseMessage answer = await client.PostAsync("post/Actions.asmx", Some.Soap("SendMultipleSMS", SignIn, "http://tempuri.org/"));

        Assert.Equal((404, "text/html"), ((int)answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task Its_numbers_folder_and_namespace_can_be_another_panels()
    {
        await using SimulatorHost host = await SimulatorHost.StartAsync(Some.Setup(), "bsms");
        var panel = (BSmsSimulator)host["bsms"];
        panel.Codes = PanelCodes.Rahyab;
        panel.Folder = "/API/";
        panel.Namespace = "http://panel.example.test/ws/";
        panel.Account.IsActive = false;
        using HttpClient client = Some.ClientThrough(panel);

        HttpResponseMessage answer = await client.PostAsync(
            "api/send.asmx", Some.Soap("SendSms", SignIn + "<to><string>09121117777</string></to><from>20004567</from><text>سلام</text>", panel.Namespace));

        Assert.Contains("<SendSmsResult>8<", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
