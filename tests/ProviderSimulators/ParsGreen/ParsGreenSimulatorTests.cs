using System.Text.Json.Nodes;
using System.Xml.Linq;
using ProviderSimulators.Hosting;
using ProviderSimulators.Tests.Doubles;
using ProviderSimulators.Time;

namespace ProviderSimulators.Tests.ParsGreen;

public sealed class ParsGreenSimulatorTests
{
    private const string Key = "9B1C64F0-52A7-4D1E-8C35-70D2A6E4F913";

    [Theory]
    [InlineData("{\"SmsBody\":\"سلام\",\"Mobiles\":[\"09121117777\"],\"SmsNumber\":\"10009182\"}", 0)]
    [InlineData("{\"SmsBody\":\"سلام\",\"Mobiles\":[\"09121117777\"]}", 0)]
    [InlineData("{\"SmsBody\":\"سلام\",\"Mobiles\":[\"09121117777\"],\"SmsNumber\":\"1\"}", 4)]
    [InlineData("{\"SmsBody\":\"سلام\",\"Mobiles\":[\"0218877\"]}", 5)]
    [InlineData("{\"SmsBody\":\"\",\"Mobiles\":[\"09121117777\"]}", 5)]
    [InlineData("nonsense", 5)]
    [InlineData("{\"SmsBody\":\"سلام\",\"Mobiles\":[\"09121117777\",\"09121110013\"]}", 7)]
    public async Task Failures_come_with_HTTP_200_and_refuse_the_call(string body, int code)
    {
        await using SimulatorHost host = await SimulatorHost.StartAsync(Some.Setup(), "parsgreen");

        (int status, JsonNode answer) = await Rest(host, "Message/SendSms", body, "basic apikey:" + Key);

        Assert.Equal((200, code, code == 0), (status, (int)answer["R_Code"]!, (bool)answer["R_Success"]!));
        Assert.Equal(code == 0 ? 1 : 0, host["parsgreen"].Messages.Count);
    }

    [Theory]
    [InlineData("basic apikey:" + Key, 200)]
    [InlineData("BASIC APIKEY:" + Key, 200)]
    [InlineData("Bearer " + Key, 401)]
    [InlineData("basic apikey:wrong", 401)]
    public async Task The_key_stands_in_the_header_in_either_case(string header, int expected)
    {
        await using SimulatorHost host = await SimulatorHost.StartAsync(Some.Setup(), "parsgreen");

        (int status, _) = await Rest(host, "User/Credit", "{}", header);

        Assert.Equal(expected, status);
    }

    [Fact]
    public async Task A_state_is_told_by_either_name_of_the_id()
    {
        ManualTime time = Some.Time();
        await using SimulatorHost host = await SimulatorHost.StartAsync(Some.Setup(time), "parsgreen");
        long id = host["parsgreen"].Messages.Accept([Some.Message()]).Single().Id;

        (_, JsonNode waiting) = await Rest(host, "Message/CheckDelivery", "{\"ReqID\":" + id + "}", "basic apikey:" + Key);
        time.Advance(TimeSpan.FromSeconds(5));
        (_, JsonNode delivered) = await Rest(host, "Message/CheckDelivery", "{\"RecId\":\"" + id + "\"}", "basic apikey:" + Key);
        (_, JsonNode unknown) = await Rest(host, "Message/CheckDelivery", "{\"ReqID\":1}", "basic apikey:" + Key);
        (_, JsonNode invalid) = await Rest(host, "Message/CheckDelivery", "{}", "basic apikey:" + Key);

        Assert.Equal([40, 41, 46, 47], new[] { waiting, delivered, unknown, invalid }.Select(answer => (int)answer["DeliveryStatus"]!));
    }

    [Fact]
    public async Task The_inbox_is_a_DataSet_newest_first_at_location_1()
    {
        await using SimulatorHost host = await SimulatorHost.StartAsync(Some.Setup(), "parsgreen");
        host.Phones.Phone("09121110001").Send("10009182", "یک");
        host.Phones.Phone("09121110001").Send("10009182", "دو");

        XElement all = await Inbox(host, Key, "1", 10, 1);
        XElement page = await Inbox(host, Key, "1", 1, 2);
        XElement sent = await Inbox(host, Key, "2", 10, 1);
        XElement stranger = await Inbox(host, "wrong", "1", 10, 1);

        Assert.Equal(["دو", "یک"], all.Descendants("Body").Select(body => body.Value));
        Assert.Equal(["یک"], page.Descendants("Body").Select(body => body.Value));
        Assert.Empty(sent.Descendants("Body"));
        Assert.Equal("signature is not valid", stranger.Descendants("faultstring").Single().Value);
    }

    private static async Task<(int Status, JsonNode Answer)> Rest(SimulatorHost host, string operation, string body, string authorization)
    {
        using HttpClient client = Some.ClientThrough(host["parsgreen"]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "Apiv2/" + operation) { Content = Some.Json(body) };
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        HttpResponseMessage answer = await client.SendAsync(request);
        return ((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }

    private static async Task<XElement> Inbox(SimulatorHost host, string signature, string location, int rows, int page)
    {
        using HttpClient client = Some.ClientThrough(host["parsgreen"]);
        string content = "<signature>" + signature + "</signature><location>" + location + "</location><isRead>false</isRead><rowInPage>" + rows + "</rowInPage><startPage>" + page + "</startPage>";
        HttpResponseMessage answer = await client.PostAsync("Api/MsgService.asmx", Some.Soap("GetMessagePageing", content, "http://tempuri.org/"));
        return XElement.Parse(await answer.Content.ReadAsStringAsync());
    }
}
