using System.Xml.Linq;
using ProviderSimulators.Faults;
using ProviderSimulators.Hosting;
using ProviderSimulators.Tests.Doubles;
using ProviderSimulators.Time;

namespace ProviderSimulators.Tests.Atieh;

public sealed class AtiehSimulatorTests
{
    private const string Ns = "http://www.adpdigital.com/services/messaging";
    private const string SignIn = "<userName>atieh-demo</userName><password>atieh-demo-8e1f47</password>";

    [Theory]
    [InlineData("<userName>x</userName><password>atieh-demo-8e1f47</password>", "9820001234", "989121117777", "1")]
    [InlineData("<userName>atieh-demo</userName><password>x</password>", "9820001234", "989121117777", "2")]
    [InlineData(SignIn, "1", "989121117777", "3")]
    [InlineData(SignIn, "9820001234", "02188776655", "7")]
    [InlineData(SignIn, "9820001234", "989121110013", "7")]
    [InlineData(SignIn, "9820001234", "989121117777", "0")]
    public async Task A_send_is_judged_as_a_whole(string signIn, string line, string number, string status)
    {
        await using SimulatorHost host = await SimulatorHost.StartAsync(Some.Setup(), "atieh");

        XElement answer = await Call(host, "send", signIn + Content(line, "989121116666", number));

        Assert.Equal(status, Value(answer, "status"));
        Assert.Equal(status == "0" ? 2 : 0, host["atieh"].Messages.Count);
        Assert.Equal(status == "0" ? 3 : 0, answer.Descendants(XName.Get("id", Ns)).Count());
    }

    [Theory]
    [InlineData(SimulatedFault.TooFast, "15")]
    [InlineData(SimulatedFault.CreditGone, "5")]
    [InlineData(SimulatedFault.Unauthorized, "2")]
    public async Task Faults_on_demand_have_its_own_codes(SimulatedFault fault, string status)
    {
        await using SimulatorHost host = await SimulatorHost.StartAsync(Some.Setup(), "atieh");
        host["atieh"].Faults.Order(fault);

        Assert.Equal(status, Value(await Call(host, "send", SignIn + Content("9820001234", "989121117777")), "status"));
        Assert.Equal("0", Value(await Call(host, "send", SignIn + Content("9820001234", "989121117777")), "status"));
    }

    [Fact]
    public async Task An_account_that_is_disabled_says_so()
    {
        await using SimulatorHost host = await SimulatorHost.StartAsync(Some.Setup(), "atieh");
        host["atieh"].Account.IsActive = false;

        Assert.Equal("10", Value(await Call(host, "getBalance", SignIn + "<facilityId>1</facilityId>"), "status"));
    }

    [Fact]
    public async Task The_state_of_an_id_is_told_without_credentials()
    {
        ManualTime time = Some.Time();
        await using SimulatorHost host = await SimulatorHost.StartAsync(Some.Setup(time), "atieh");
        long id = host["atieh"].Messages.Accept([Some.Message()]).Single().Id;

        string before = (await Call(host, "getStatus", "<messageId>" + id + "</messageId>")).Value;
        time.Advance(TimeSpan.FromMinutes(1));
        string after = (await Call(host, "getStatus", "<messageId>" + id + "</messageId>")).Value;

        Assert.Equal(("0", "1"), (before, after));
    }

    [Fact]
    public async Task Incoming_messages_are_shown_from_an_id_on()
    {
        await using SimulatorHost host = await SimulatorHost.StartAsync(Some.Setup(), "atieh");
        string[] texts = ["یک", "دو", "سه"];
        long[] ids = [.. texts.Select(text => host.Phones.Phone("09121110001").Send("9820001234", text).Id)];

        XElement answer = await Call(host, "receive", SignIn + "<shortNumber>9820001234</shortNumber><start>" + ids[1] + "</start><maxSize>1</maxSize>");

        Assert.Equal("دو", Value(answer, "content"));
        Assert.Single(answer.Descendants(XName.Get("content", Ns)));
    }

    private static string Content(string line, params string[] numbers) =>
        "<sourceNo>" + line + "</sourceNo>" + string.Concat(numbers.Select(number => "<destNo>" + number + "</destNo>")) + "<clientId>1</clientId><content>سلام</content>";

    private static string Value(XElement answer, string name) => answer.Descendants(XName.Get(name, Ns)).First().Value;

    private static async Task<XElement> Call(SimulatorHost host, string operation, string content)
    {
        using HttpClient client = Some.ClientThrough(host["atieh"]);
        HttpResponseMessage answer = await client.PostAsync("services/MessagingService", Some.Soap(operation, content, Ns));
        return XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!;
    }
}
