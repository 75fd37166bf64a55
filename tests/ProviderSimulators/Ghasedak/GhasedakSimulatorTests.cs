using System.Net;
using System.Text.Json;
using ProviderSimulators.Ghasedak;
using ProviderSimulators.Hosting;
using ProviderSimulators.Tests.Doubles;

namespace ProviderSimulators.Tests.Ghasedak;

public sealed class GhasedakSimulatorTests
{
    private const string Root = "rest/api/v1/WebService/";

    [Fact]
    public async Task A_send_is_stored_and_answered_in_the_vendors_spelling()
    {
        await using SimulatorHost host = await SimulatorHost.StartAsync(Some.Setup(), "ghasedak");

        JsonElement data = (await Post(host, "SendSingleSMS", "{\"lineNumber\":\"30001234\",\"receptor\":\"09121117777\",\"message\":\"سلام\",\"clientReferenceId\":\"5\",\"udh\":false}")).GetProperty("data");

        Assert.Equal(["lineNumber", "receptor", "messageId", "cost", "clientReferenceId", "sendDate", "message"], data.EnumerateObject().Select(property => property.Name));
        Assert.Equal(JsonValueKind.String, data.GetProperty("messageId").ValueKind);
        Assert.Equal("2026-11-23T11:30:00.0000000+03:30", data.GetProperty("sendDate").GetString());
        Assert.Equal("5", host["ghasedak"].Messages.All.Single().Reference);
    }

    [Fact]
    public async Task PascalCase_can_be_switched_on()
    {
        await using SimulatorHost host = await SimulatorHost.StartAsync(Some.Setup(), "ghasedak");
        ((GhasedakSimulator)host["ghasedak"]).PascalCase = true;

        JsonElement root = await Get(host, "GetAccountInformation");

        Assert.True(root.GetProperty("IsSuccess").GetBoolean());
        Assert.True(root.GetProperty("Data").GetProperty("Credit").GetInt64() > 0);
    }

    [Theory]
    [InlineData("{\"receptor\":\"02188\",\"message\":\"x\"}", 400)]
    [InlineData("{\"receptor\":\"09121110013\",\"message\":\"x\"}", 400)]
    [InlineData("{\"receptor\":\"09121117777\",\"message\":\"\"}", 400)]
    [InlineData("{\"receptor\":\"09121117777\",\"message\":\"x\",\"lineNumber\":\"1\"}", 400)]
    [InlineData("[1]", 400)]
    [InlineData("{", 400)]
    public async Task A_wrong_call_is_refused_as_a_whole(string body, int status)
    {
        await using SimulatorHost host = await SimulatorHost.StartAsync(Some.Setup(), "ghasedak");

        JsonElement root = await Post(host, "SendSingleSMS", body);

        Assert.Equal(status, root.GetProperty("statusCode").GetInt32());
        Assert.False(root.GetProperty("isSuccess").GetBoolean());
        Assert.Equal(JsonValueKind.Null, root.GetProperty("data").ValueKind);
        Assert.Equal(0, host["ghasedak"].Messages.Count);
    }

    [Fact]
    public async Task Limits_and_the_key_are_kept()
    {
        await using SimulatorHost host = await SimulatorHost.StartAsync(Some.Setup(), "ghasedak");
        string items = string.Join(',', Enumerable.Repeat("{\"lineNumber\":\"30001234\",\"receptor\":\"09121117777\",\"message\":\"x\"}", 101));
        using HttpClient keyless = Some.ClientThrough(host["ghasedak"]);

        JsonElement tooMany = await Post(host, "SendPairToPairSMS", "{\"items\":[" + items + "]}");
        JsonElement tooManyIds = await Get(host, "CheckSmsStatus?Type=1&Ids=" + string.Join(',', Enumerable.Range(1, 101)));
        HttpResponseMessage unauthorized = await keyless.GetAsync(Root + "GetAccountInformation");

        Assert.Equal(400, tooMany.GetProperty("statusCode").GetInt32());
        Assert.Equal(400, tooManyIds.GetProperty("statusCode").GetInt32());
        Assert.Equal(HttpStatusCode.Unauthorized, unauthorized.StatusCode);
    }

    [Theory]
    [InlineData("1", "MessageId")]
    [InlineData("2", "clientreferenceid")]
    public async Task States_are_asked_by_number_or_name_of_the_type(string number, string name)
    {
        await using SimulatorHost host = await SimulatorHost.StartAsync(Some.Setup(), "ghasedak");
        long id = host["ghasedak"].Messages.Accept([Some.Message(reference: "42")]).Single().Id;
        string asked = number == "1" ? id.ToString() : "42";

        foreach (string type in new[] { number, name })
        {
            JsonElement rows = (await Get(host, "CheckSmsStatus?Ids=" + asked + ",999&Type=" + type)).GetProperty("data");

            Assert.Equal(id.ToString(), rows.EnumerateArray().Single().GetProperty("messageId").GetString());
        }
    }

    [Fact]
    public async Task Reading_marks_as_read()
    {
        await using SimulatorHost host = await SimulatorHost.StartAsync(Some.Setup(), "ghasedak");
        host.Phones.Phone("09121110001").Send("30001234", "یک");

        int[] counts =
        [
            await Count("GetReceivedSmses?LineNumber=30001234&IsRead=1"), await Count("GetReceivedSmses?LineNumber=30001234&IsRead=0"),
            await Count("GetReceivedSmsesPaging?LineNumber=30001234&IsRead=false&PageIndex=1"), await Count("GetReceivedSmsesPaging?LineNumber=30001234&IsRead=true&PageIndex=1"),
            await Count("GetReceivedSmsesPaging?LineNumber=30001234&IsRead=true&PageIndex=1&StartDate=2026-11-23T11:30:01"),
        ];

        Assert.Equal([0, 1, 0, 1, 0], counts);

        async Task<int> Count(string query) => (await Get(host, query)).GetProperty("data").GetProperty("items").GetArrayLength();
    }

    private static async Task<JsonElement> Get(SimulatorHost host, string query)
    {
        using HttpClient client = Client(host);
        return JsonDocument.Parse(await (await client.GetAsync(Root + query)).Content.ReadAsStringAsync()).RootElement;
    }

    private static async Task<JsonElement> Post(SimulatorHost host, string operation, string body)
    {
        using HttpClient client = Client(host);
        return JsonDocument.Parse(await (await client.PostAsync(Root + operation, Some.Json(body))).Content.ReadAsStringAsync()).RootElement;
    }

    private static HttpClient Client(SimulatorHost host)
    {
        HttpClient client = Some.ClientThrough(host["ghasedak"]);
        client.DefaultRequestHeaders.Add("ApiKey", host["ghasedak"].Account.Secret);
        return client;
    }
}
