using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using ProviderSimulators.Hosting;
using ProviderSimulators.Tests.Doubles;

namespace ProviderSimulators.Tests.PayamakPanel;

public sealed class PayamakPanelSimulatorTests
{
    private const string Namespace = "http://tempuri.org/";
    private const string SignIn = "<username>payamak-demo</username><password>payamak-demo-83fe2a</password>";

    [Theory]
    [InlineData("<username>payamak-demo</username><password>x</password>", "50004321", "سلام", "0")]
    [InlineData(SignIn, "1", "سلام", "5")]
    [InlineData(SignIn, "50004321", "", "11")]
    [InlineData(SignIn, "50004321", "سلام", "1")]
    public async Task A_call_is_judged_as_a_whole(string signIn, string line, string text, string result)
    {
        await using SimulatorHost host = await SimulatorHost.StartAsync(Some.Setup(), "payamakpanel");

        XElement answer = await Soap(host, "Send.asmx", "SendSms", signIn + To("09121117777") + "<from>" + line + "</from><text>" + text + "</text>");

        Assert.Equal(result, Value(answer, "SendSmsResult"));
        Assert.Equal(result == "1" ? 1 : 0, host["payamakpanel"].Messages.Count);
    }

    [Fact]
    public async Task Each_element_has_an_id_or_a_code_and_a_state()
    {
        await using SimulatorHost host = await SimulatorHost.StartAsync(Some.Setup(), "payamakpanel");

        XElement answer = await Soap(
            host, "Actions.asmx", "SendMultipleSMS", SignIn + To("09121117777", "09121110013", "0218877") + "<from>50004321</from><text><string>یک</string><string>دو</string><string>سه</string></text>");

        Assert.Equal(["5461268600001", "35", "11"], answer.Descendants(XName.Get("long", Namespace)).Select(id => id.Value));
        Assert.Equal([0, 1, 1], Convert.FromBase64String(Value(answer, "status")));
    }

    [Fact]
    public async Task Credit_may_end_in_mid_array()
    {
        await using SimulatorHost host = await SimulatorHost.StartAsync(Some.Setup(), "payamakpanel");
        host["payamakpanel"].Account.PaidIn = 1_500m;

        XElement answer = await Soap(host, "Send.asmx", "SendSms", SignIn + To("09121117777", "09121117778") + "<from>50004321</from><text>سلام</text>");

        Assert.Equal(["5461268600001", "2"], answer.Descendants(XName.Get("long", Namespace)).Select(id => id.Value));
    }

    [Fact]
    public async Task The_simple_operation_gives_texts()
    {
        await using SimulatorHost host = await SimulatorHost.StartAsync(Some.Setup(), "payamakpanel");

        XElement answer = await Soap(host, "Send.asmx", "SendSimpleSMS", SignIn + To("09121117777", "09121110013") + "<from>50004321</from><text>سلام</text>");

        Assert.Equal(["5461268600001", "35"], answer.Descendants(XName.Get("string", Namespace)).Select(id => id.Value));
    }

    [Theory]
    [InlineData("Send.asmx", "SendMultipleSMS", Namespace)]
    [InlineData("Send.asmx", "GetCredit", "http://other.example.test/")]
    [InlineData("Other.asmx", "GetCredit", Namespace)]
    public async Task What_a_service_does_not_know_is_a_SOAP_fault(string service, string operation, string ns)
    {
        await using SimulatorHost host = await SimulatorHost.StartAsync(Some.Setup(), "payamakpanel");
        using HttpClient client = Some.ClientThrough(host["payamakpanel"]);

        HttpResponseMessage answer = await client.PostAsync("post/" + service, Some.Soap(operation, SignIn, ns));

        Assert.Equal(500, (int)answer.StatusCode);
        Assert.Contains("<faultstring>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task REST_is_the_same_account()
    {
        await using SimulatorHost host = await SimulatorHost.StartAsync(Some.Setup(), "payamakpanel");
        string signIn = "username=payamak-demo&password=payamak-demo-83fe2a";

        JsonNode sent = await Rest(host, "SendSMS", signIn + "&to=09121117777&from=50004321&text=a", "application/x-www-form-urlencoded");
        JsonNode json = await Rest(host, "SendSMS", "{\"UserName\":\"payamak-demo\",\"PassWord\":\"payamak-demo-83fe2a\",\"to\":\"09121110013\",\"from\":\"50004321\",\"text\":\"a\"}", "application/json");
        JsonNode stranger = await Rest(host, "GetCredit", "username=a&password=b", "application/x-www-form-urlencoded");
        JsonNode lines = await Rest(host, "GetUserNumbers", signIn, "application/x-www-form-urlencoded");

        Assert.Equal(("5461268600001", 1), ((string?)sent["Value"], (int)sent["RetStatus"]!));
        Assert.Equal(35, (int)json["RetStatus"]!);
        Assert.Equal(0, (int)stranger["RetStatus"]!);
        Assert.Equal("50004321", (string?)lines["Data"]![0]!["Number"]);
    }

    [Fact]
    public async Task The_inbox_counts_from_the_newest_back()
    {
        await using SimulatorHost host = await SimulatorHost.StartAsync(Some.Setup(), "payamakpanel");
        host.Phones.Phone("09121110001").Send("50004321", "یک");
        host.Phones.Phone("09121110001").Send("50004321", "دو");

        XElement answer = await Soap(host, "Receive.asmx", "GetMessages", SignIn + "<location>1</location><from>50004321</from><index>1</index><count>5</count>");

        Assert.Equal(["یک"], answer.Descendants(XName.Get("Body", Namespace)).Select(body => body.Value));
        Assert.Equal("2026-11-23T11:30:00.000", Value(answer, "SendDate"));
    }

    private static string To(params string[] numbers) => "<to>" + string.Concat(numbers.Select(number => "<string>" + number + "</string>")) + "</to>";

    private static string Value(XElement answer, string name) => answer.Descendants(XName.Get(name, Namespace)).First().Value;

    private static async Task<XElement> Soap(SimulatorHost host, string service, string operation, string content)
    {
        using HttpClient client = Some.ClientThrough(host["payamakpanel"]);
        HttpResponseMessage answer = await client.PostAsync("post/" + service, Some.Soap(operation, content, Namespace));
        return XElement.Parse(await answer.Content.ReadAsStringAsync());
    }

    private static async Task<JsonNode> Rest(SimulatorHost host, string operation, string body, string type)
    {
        using HttpClient client = Some.ClientThrough(host["payamakpanel"]);
        HttpResponseMessage answer = await client.PostAsync("api/SendSMS/" + operation, new StringContent(body, Encoding.UTF8, type));
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }
}
