using System.Net.Http.Json;
using System.Text.Json;
using ProviderSimulators.Faults;
using ProviderSimulators.Hosting;
using ProviderSimulators.Tests.Doubles;
using ProviderSimulators.Time;

namespace ProviderSimulators.Tests.Asanak;

public sealed class AsanakSimulatorTests
{
    [Theory]
    [InlineData("9821001234", "09121117777", "سلام", 200, 200)]
    [InlineData("9821001234", "989121117777", "سلام", 200, 200)]
    [InlineData("1", "+989121117777", "سلام", 400, 1002)]
    [InlineData("9821001234", "+989121117777", "سلام", 406, 1010)]
    [InlineData("9821001234", "09121117777,09121110013", "سلام", 406, 1010)]
    [InlineData("9821001234", "09121117777", "", 400, 1012)]
    public async Task The_line_is_judged_before_the_recipients(string source, string destination, string message, int http, int status)
    {
        await using SimulatorHost host = await SimulatorHost.StartAsync(Some.Setup(), "asanak");

        (int Http, JsonElement Answer) answer = await Call(host, "sendsms", new { username = "asanak-demo", password = "asanak-demo-3c95b2", source, destination, message });

        Assert.Equal((http, status), (answer.Http, Status(answer.Answer)));
        Assert.Equal(status == 200 ? 1 : 0, host["asanak"].Messages.Count);
    }

    [Theory]
    [InlineData(SimulatedFault.TooFast, 429, 429)]
    [InlineData(SimulatedFault.CreditGone, 402, 1006)]
    [InlineData(SimulatedFault.Unauthorized, 401, 1008)]
    public async Task Faults_on_demand_have_its_own_codes(SimulatedFault fault, int http, int status)
    {
        await using SimulatorHost host = await SimulatorHost.StartAsync(Some.Setup(), "asanak");
        host["asanak"].Faults.Order(fault);

        (int Http, JsonElement Answer) answer = await Call(
            host, "sendsms", new { username = "asanak-demo", password = "asanak-demo-3c95b2", source = "9821001234", destination = "09121117777", message = "سلام" });

        Assert.Equal((http, status), (answer.Http, Status(answer.Answer)));
    }

    [Fact]
    public async Task States_come_with_the_time_of_delivery_and_an_unknown_id_is_minus_one()
    {
        ManualTime time = Some.Time();
        await using SimulatorHost host = await SimulatorHost.StartAsync(Some.Setup(time), "asanak");
        long id = host["asanak"].Messages.Accept([Some.Message()]).Single().Id;
        time.Advance(TimeSpan.FromMinutes(1));

        (_, JsonElement answer) = await Call(host, "msgstatus", new { username = "asanak-demo", password = "asanak-demo-3c95b2", msgid = id + ",5" });

        JsonElement rows = answer.GetProperty("data");
        Assert.Equal((6, "2026-11-23 11:30:03"), (rows[0].GetProperty("Status").GetInt32(), rows[0].GetProperty("DeliverTime").GetString()));
        Assert.Equal((-1, "0000-00-00 00:00:00"), (rows[1].GetProperty("Status").GetInt32(), rows[1].GetProperty("DeliverTime").GetString()));
    }

    [Fact]
    public async Task The_older_gateway_shows_incoming_messages_from_a_time_on_with_its_own_spelling()
    {
        ManualTime time = Some.Time();
        await using SimulatorHost host = await SimulatorHost.StartAsync(Some.Setup(time), "asanak");
        host.Phones.Phone("09121110001").Send("9821001234", "زود");
        time.Advance(TimeSpan.FromSeconds(1));
        host.Phones.Phone("09121110001").Send("9821001234", "دیر");
        string from = new DateTimeOffset(time.UtcNow).ToUnixTimeMilliseconds().ToString();
        using HttpClient client = Some.ClientThrough(host["asanak"]);
        string body = "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body><m:getReceivedMsg xmlns:m='http://webService.compositeSmsGateway.services.sdp.peykasa.com/'>"
            + "<userCredential><password>asanak-demo-3c95b2</password><username>asanak-demo</username></userCredential><destAddresses>9821001234</destAddresses><fromTime>"
            + from + "</fromTime><maxReturnedMsg>10</maxReturnedMsg></m:getReceivedMsg></s:Body></s:Envelope>";

        HttpResponseMessage answer = await client.PostAsync("services/CompositeSmsGateway", new StringContent(body));
        string text = await answer.Content.ReadAsStringAsync();

        Assert.Contains("<receivedMegs><body>دیر</body>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("زود", text, StringComparison.Ordinal);
    }

    private static int Status(JsonElement answer) => answer.GetProperty("meta").GetProperty("status").GetInt32();

    private static async Task<(int Http, JsonElement Answer)> Call(SimulatorHost host, string operation, object body)
    {
        using HttpClient client = Some.ClientThrough(host["asanak"]);
        HttpResponseMessage answer = await client.PostAsJsonAsync("webservice/v2rest/" + operation, body);
        return ((int)answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }
}
