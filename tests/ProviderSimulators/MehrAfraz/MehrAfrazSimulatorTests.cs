using System.Xml.Linq;
using ProviderSimulators.Hosting;
using ProviderSimulators.Tests.Doubles;
using ProviderSimulators.Time;

namespace ProviderSimulators.Tests.MehrAfraz;

public sealed class MehrAfrazSimulatorTests
{
    private const string Ns = "http://tempuri.org/";
    private const string Right = "<cUserName>mehrafraz-demo</cUserName><cPassword>mehrafraz-demo-9a6e03</cPassword><cDomainName>mehrafraz-demo</cDomainName>";
    private const string Wrong = "<cUserName>mehrafraz-demo</cUserName><cPassword>x</cPassword><cDomainName>mehrafraz-demo</cDomainName>";

    [Fact]
    public async Task Three_wrong_passwords_suspend_the_account_for_three_minutes_also_for_the_right_one()
    {
        ManualTime time = Some.Time();
        await using SimulatorHost host = await SimulatorHost.StartAsync(Some.Setup(time), "mehrafraz");

        string[] tries = [await First(host, Wrong), await First(host, Wrong), await First(host, Wrong), await First(host, Right)];
        time.Advance(TimeSpan.FromMinutes(3));
        string later = await First(host, Right);

        Assert.Equal(["-44", "-45", "-46", "-46"], tries);
        Assert.Equal("1", later);
    }

    [Fact]
    public async Task The_right_password_forgives_the_wrong_ones()
    {
        await using SimulatorHost host = await SimulatorHost.StartAsync(Some.Setup(), "mehrafraz");

        Assert.Equal(["-44", "1", "-44"], [await First(host, Wrong), await First(host, Right), await First(host, Wrong)]);
    }

    [Theory]
    [InlineData("<cUserName>x</cUserName><cPassword>mehrafraz-demo-9a6e03</cPassword><cDomainName>mehrafraz-demo</cDomainName>")]
    [InlineData("<cUserName>mehrafraz-demo</cUserName><cPassword>mehrafraz-demo-9a6e03</cPassword><cDomainName>x</cDomainName>")]
    public async Task User_and_domain_have_to_be_right(string signIn)
    {
        await using SimulatorHost host = await SimulatorHost.StartAsync(Some.Setup(), "mehrafraz");

        Assert.Equal("-2", await First(host, signIn));
    }

    [Fact]
    public async Task Each_message_is_judged_for_itself()
    {
        await using SimulatorHost host = await SimulatorHost.StartAsync(Some.Setup(), "mehrafraz");
        string[] lines = ["", "1", "2000880011", "2000880011", "2000880011", "2000880011"];
        string[] numbers = ["09121117777", "09121117777", "", "02188776655", "09121117777", "09121117777"];
        string[] texts = ["سلام", "سلام", "سلام", "سلام", new('س', 1_001), "سلام"];

        XElement answer = await Call(
            host,
            "SendSms1To1",
            Right + Array("aBody", texts) + Array("aMobileno", numbers) + Array("aGetid", ["1", "2", "3", "4", "5", "6"]) + Array("aFromNumber", lines)
                + Array("aCMessage", lines) + Array("atypeUnicodemessage", lines) + Array("am_SchedulDate", lines));

        Assert.Equal(["-21", "-1", "-6", "-9", "-54", "52000001"], Values(answer, "long"));
    }

    [Fact]
    public async Task Arrays_of_different_length_are_wrong_values()
    {
        await using SimulatorHost host = await SimulatorHost.StartAsync(Some.Setup(), "mehrafraz");

        Assert.Equal(["-1"], Values(await Call(host, "SendSms1To1", Right + Array("aBody", ["سلام"])), "long"));
    }

    [Fact]
    public async Task Reading_what_is_new_marks_it_as_read()
    {
        await using SimulatorHost host = await SimulatorHost.StartAsync(Some.Setup(), "mehrafraz");
        host.Phones.Phone("09121110001").Send("2000880011", "بله");
        string unread = Right + "<lReceiveAllmsg>false</lReceiveAllmsg><cFromnumber>2000880011</cFromnumber>";

        XElement first = await Call(host, "receivesmsLowLevel", unread);
        XElement second = await Call(host, "receivesmsLowLevel", unread);
        XElement all = await Call(host, "receivesmsLowLevel", unread.Replace("false", "true", StringComparison.Ordinal));

        Assert.Equal(["بله", "09121110001", "1405/09/02 11:30:00", "2000880011"], Values(first, "string"));
        Assert.Empty(Values(second, "string"));
        Assert.Equal(4, Values(all, "string").Length);
    }

    private static string Array(string name, string[] values) => "<" + name + ">" + string.Concat(values.Select(value => "<v>" + value + "</v>")) + "</" + name + ">";

    private static string[] Values(XElement answer, string name) => [.. answer.Descendants(XName.Get(name, Ns)).Select(node => node.Value)];

    private static async Task<string> First(SimulatorHost host, string signIn) => Values(await Call(host, "GetuserInfo", signIn), "string")[0];

    private static async Task<XElement> Call(SimulatorHost host, string operation, string content)
    {
        using HttpClient client = Some.ClientThrough(host["mehrafraz"]);
        HttpResponseMessage answer = await client.PostAsync("webservice/service.asmx", Some.Soap(operation, content, Ns));
        return XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!;
    }
}
