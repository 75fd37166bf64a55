using System.Xml.Linq;
using ProviderSimulators.Faults;
using ProviderSimulators.Hosting;
using ProviderSimulators.Tests.Doubles;

namespace ProviderSimulators.Tests.Tooba;

public sealed class ToobaSimulatorTests
{
    private const string Right = "<username>tooba-demo</username><password>tooba-demo-6b72ce</password>";

    [Fact]
    public async Task Each_message_is_judged_for_itself_and_an_array_of_one_counts_for_all()
    {
        await using SimulatorHost host = await SimulatorHost.StartAsync(Some.Setup(), "tooba");

        string[] values = await Integers(host, "sendSms", Right + Array("sms_number", "3000770011") + Array("mobile", "09121117777", "0218877", "09121116666")
            + Array("msg", "سلام") + Array("mclass", "1") + "<messageid>77</messageid>");
        string[] check = await Integers(host, "WsdlCheckSend", Right + "<messageid>77</messageid>");

        Assert.Equal(["310000001", "-6", "310000002"], values);
        Assert.Equal(["310000001", "310000002"], check);
        Assert.Equal(["-24"], await Integers(host, "WsdlCheckSend", Right + "<messageid>78</messageid>"));
    }

    [Theory]
    [InlineData("<username>tooba-demo</username><password>x</password>", "-8")]
    [InlineData(Right, "-16")]
    public async Task What_is_wrong_with_the_call_is_one_error(string signIn, string error)
    {
        await using SimulatorHost host = await SimulatorHost.StartAsync(Some.Setup(), "tooba");

        Assert.Equal([error], await Integers(host, "sendSms", signIn + Array("sms_number", "1", "2") + Array("mobile", "09121117777", "09121117777", "09121117777") + Array("msg", "سلام")));
    }

    [Theory]
    [InlineData(SimulatedFault.TooFast, "-12")]
    [InlineData(SimulatedFault.CreditGone, "-14")]
    [InlineData(SimulatedFault.Unauthorized, "-8")]
    public async Task Faults_on_demand_have_its_own_codes(SimulatedFault fault, string code)
    {
        await using SimulatorHost host = await SimulatorHost.StartAsync(Some.Setup(), "tooba");
        host["tooba"].Faults.Order(fault);

        Assert.Equal([code], await Integers(host, "sendSms", Right + Array("sms_number", "3000770011") + Array("mobile", "09121117777") + Array("msg", "سلام")));
    }

    [Fact]
    public async Task More_than_a_hundred_are_too_many()
    {
        await using SimulatorHost host = await SimulatorHost.StartAsync(Some.Setup(), "tooba");
        string[] numbers = [.. Enumerable.Repeat("09121117777", 101)];

        Assert.Equal(["-17"], await Integers(host, "sendSms", Right + Array("sms_number", "3000770011") + Array("mobile", numbers) + Array("msg", "سلام")));
        Assert.Equal(["-38"], await Integers(host, "GetDeliverySms", Right + Array("recipientIds", numbers)));
    }

    [Fact]
    public async Task Its_spelling_is_kept_and_an_empty_inbox_says_so()
    {
        await using SimulatorHost host = await SimulatorHost.StartAsync(Some.Setup(), "tooba");

        XElement info = await Call(host, "UserInfo", Right);
        XElement inbox = await Call(host, "GetSmsReceivedId", Right + "<id>0</id>");

        Assert.Equal(["3000770011", "3000770022"], info.Descendants("sms_numebrs").Single().Elements("item").Select(item => item.Value));
        Assert.Equal("-43", inbox.Descendants("status").Single().Value);
    }

    private static string Array(string name, params string[] values) => "<" + name + ">" + string.Concat(values.Select(value => "<item>" + value + "</item>")) + "</" + name + ">";

    private static async Task<string[]> Integers(SimulatorHost host, string operation, string content) =>
        [.. (await Call(host, operation, content)).Descendants("item").Select(item => item.Value)];

    private static async Task<XElement> Call(SimulatorHost host, string operation, string content)
    {
        using HttpClient client = Some.ClientThrough(host["tooba"]);
        string body = "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body><m:" + operation + " xmlns:m='http://sms.tsms.ir/'>" + content + "</m:" + operation + "></s:Body></s:Envelope>";
        HttpResponseMessage answer = await client.PostAsync("soapWSDL/", new StringContent(body));
        return XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!;
    }
}
