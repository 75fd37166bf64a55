using System.Xml.Linq;
using ProviderSimulators.Hosting;
using ProviderSimulators.Tests.Doubles;
using ProviderSimulators.Time;

namespace ProviderSimulators.Tests.Rahyab;

public sealed class RahyabSimulatorTests
{
    private const string SignIn = "<uUsername>rahyab-demo</uUsername><uPassword>rahyab-demo-5d20c8</uPassword>";

    [Fact]
    public async Task Sends_that_come_faster_than_three_seconds_are_turned_away()
    {
        ManualTime time = Some.Time();
        await using SimulatorHost host = await SimulatorHost.StartAsync(Some.Setup(time), "rahyab");

        string first = await Send(host, SignIn, Item(1));
        string second = await Send(host, SignIn, Item(2));
        time.Advance(TimeSpan.FromSeconds(3));
        string third = await Send(host, SignIn, Item(3));

        Assert.Equal(["Send OK.", "Error! Server temporarily out of service, please try later.", "Send OK."], [Status(first), Status(second), Status(third)]);
        Assert.Equal(2, host["rahyab"].Messages.Count);
    }

    [Fact]
    public async Task Questions_for_deliveries_and_the_inbox_have_their_pace_too()
    {
        ManualTime time = Some.Time();
        await using SimulatorHost host = await SimulatorHost.StartAsync(Some.Setup(time), "rahyab");
        string user = "<uUsername>rahyab-demo</uUsername><uReturnIDs>1</uReturnIDs>";

        string[] answers =
        [
            await Call(host, "doGetDelivery", user), await Call(host, "doGetDelivery", user),
            await Call(host, "doReceiveSMSArray", SignIn), await Call(host, "doReceiveSMSArray", SignIn),
        ];

        Assert.Contains(">-1<", answers[0], StringComparison.Ordinal);
        Assert.Contains("please try later.", answers[1], StringComparison.Ordinal);
        Assert.DoesNotContain("RowID", answers[2], StringComparison.Ordinal);
        Assert.Contains("please try later.", answers[3], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<ShortCode>1</ShortCode><Cellphone>09121117777</Cellphone><Message>x</Message>", "Error! ShortCode is invalid.")]
    [InlineData("<ShortCode>50001234</ShortCode><Cellphone>0218877</Cellphone><Message>x</Message>", "Error! Valid cellphone not found.")]
    [InlineData("<ShortCode>50001234</ShortCode><Cellphone>09121110013</Cellphone><Message>x</Message>", "Error! Valid cellphone not found or maybe blocked.")]
    [InlineData("<ShortCode>50001234</ShortCode><Cellphone>09121117777</Cellphone><Message></Message>", "Error! Your message filtered because it has invalid content.")]
    public async Task Each_item_is_judged_for_itself(string item, string status)
    {
        await using SimulatorHost host = await SimulatorHost.StartAsync(Some.Setup(), "rahyab");

        string answer = await Send(host, SignIn, "<DataSendIn><ClientID>1</ClientID>" + item + "</DataSendIn>" + Item(2));

        string[] values = [.. XDocument.Parse(answer).Descendants().Where(node => node.Name.LocalName is "Status").Select(node => node.Value)];
        Assert.Equal([status, "Send OK."], values);
        Assert.Equal(1, host["rahyab"].Messages.Count);
    }

    [Fact]
    public async Task Deliveries_are_forgotten_after_a_day()
    {
        ManualTime time = Some.Time();
        await using SimulatorHost host = await SimulatorHost.StartAsync(Some.Setup(time), "rahyab");
        long id = host["rahyab"].Messages.Accept([Some.Message()]).Single().Id;
        string user = "<uUsername>rahyab-demo</uUsername><uReturnIDs>" + id + "</uReturnIDs>";

        time.Advance(TimeSpan.FromHours(23));
        string day = await Call(host, "doGetDelivery", user);
        time.Advance(TimeSpan.FromHours(2));
        string later = await Call(host, "doGetDelivery", user);

        Assert.Contains("<doGetDeliveryResult>2<", day, StringComparison.Ordinal);
        Assert.Contains("<doGetDeliveryResult>-1<", later, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_namespace_or_broken_XML_is_a_SOAP_fault_with_status_500()
    {
        await using SimulatorHost host = await SimulatorHost.StartAsync(Some.Setup(), "rahyab");
        using HttpClient client = Some.ClientThrough(host["rahyab"]);

        HttpResponseMessage other = await client.PostAsync("WebService/SMS.asmx", Some.Soap("doGetInfo", SignIn, "http://tempuri.org/"));
        HttpResponseMessage broken = await client.PostAsync("WebService/SMS.asmx", Some.Json("{}"));

        Assert.Equal([500, 500], [(int)other.StatusCode, (int)broken.StatusCode]);
        Assert.Contains("<faultstring>", await other.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<uUsername>rahyab-demo</uUsername><uPassword>wrong</uPassword>", "Error! Authentication Failed.")]
    [InlineData("<uUsername>tok-4b61e9d7</uUsername><uPassword>1234</uPassword>", "Error! Authentication Failed.")]
    [InlineData("<uUsername>tok-4b61e9d7</uUsername><uPassword>12345</uPassword>", "OK;50000000000;2027/11/23;")]
    [InlineData(SignIn, "OK;50000000000;2027/11/23;")]
    public async Task Signing_in_takes_a_password_or_a_token(string signIn, string result)
    {
        await using SimulatorHost host = await SimulatorHost.StartAsync(Some.Setup(), "rahyab");

        Assert.Contains("<doGetInfoResult>" + result + "<", await Call(host, "doGetInfo", signIn), StringComparison.Ordinal);
    }

    private static string Item(int id) =>
        "<DataSendIn><ClientID>" + id + "</ClientID><ShortCode>50001234</ShortCode><Cellphone>09121117777</Cellphone><Message>سلام</Message><Farsi>true</Farsi><Flash>false</Flash></DataSendIn>";

    private static string Status(string answer) => XDocument.Parse(answer).Descendants().Single(node => node.Name.LocalName == "Status").Value;

    private static Task<string> Send(SimulatorHost host, string signIn, string items) =>
        Call(host, "doSendSMSArrayC", signIn + "<uDataSendIn>" + items + "</uDataSendIn>");

    private static async Task<string> Call(SimulatorHost host, string operation, string content)
    {
        using HttpClient client = Some.ClientThrough(host["rahyab"]);
        return await (await client.PostAsync("WebService/SMS.asmx", Some.Soap(operation, content))).Content.ReadAsStringAsync();
    }
}
