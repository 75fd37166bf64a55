using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using ProviderSimulators.Generic;
using ProviderSimulators.Hosting;
using ProviderSimulators.Tests.Doubles;

namespace ProviderSimulators.Tests.Generic;

public sealed class GenericSimulatorTests
{
    private const string Two = "{\"from\":\"10002020\",\"messages\":[{\"to\":\"989121117777\",\"text\":\"سلام\",\"clientId\":\"5\"},{\"to\":\"989121110013\",\"text\":\"سلام\",\"clientId\":\"6\"}]}";

    [Fact]
    public async Task A_call_holds_several_messages_and_each_has_an_answer_of_its_own()
    {
        await using SimulatorHost host = await Start();

        (HttpStatusCode status, JsonElement answer) = await Post(host, Two);

        JsonElement[] rows = [.. answer.GetProperty("results").EnumerateArray()];
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.True(answer.GetProperty("ok").GetBoolean());
        Assert.Equal(("5", true, 71_000_001), (rows[0].GetProperty("clientId").GetString(), rows[0].GetProperty("accepted").GetBoolean(), rows[0].GetProperty("id").GetInt64()));
        Assert.Equal("blocked", rows[1].GetProperty("error").GetProperty("code").GetString());
        Assert.Equal("5", host["http"].Messages.All.Single().Reference);
    }

    [Theory]
    [InlineData("{", 400, "bad_request")]
    [InlineData("[]", 400, "bad_request")]
    [InlineData("{\"from\":\"10002020\",\"messages\":[]}", 400, "bad_request")]
    [InlineData("{\"from\":\"1\",\"messages\":[{\"to\":\"989121117777\",\"text\":\"x\"}]}", 422, "bad_line")]
    public async Task A_wrong_call_is_refused_as_a_whole(string body, int status, string code)
    {
        await using SimulatorHost host = await Start();

        (HttpStatusCode answered, JsonElement answer) = await Post(host, body);

        Assert.Equal((status, code), ((int)answered, answer.GetProperty("error").GetProperty("code").GetString()));
        Assert.Equal(0, host["http"].Messages.Count);
    }

    [Fact]
    public async Task Credit_that_ends_refuses_the_rest_and_none_refuses_all()
    {
        await using SimulatorHost host = await Start();
        host["http"].Account.PaidIn = 1_000m;

        (_, JsonElement some) = await Post(host, Two.Replace("0013", "0014", StringComparison.Ordinal));
        (HttpStatusCode status, JsonElement none) = await Post(host, Two.Replace("0013", "0014", StringComparison.Ordinal));

        Assert.Equal([true, false], some.GetProperty("results").EnumerateArray().Select(row => row.GetProperty("accepted").GetBoolean()));
        Assert.Equal((HttpStatusCode.PaymentRequired, "no_credit"), (status, none.GetProperty("error").GetProperty("code").GetString()));
    }

    [Fact]
    public async Task A_wrong_or_sleeping_account_is_told()
    {
        await using SimulatorHost host = await Start();

        HttpStatusCode wrong = (await Get(host, "account", "no-token")).Status;
        host["http"].Account.IsActive = false;
        (HttpStatusCode status, JsonElement asleep) = await Get(host, "account");

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden), (wrong, status));
        Assert.Equal("inactive", asleep.GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public async Task The_inbox_goes_on_behind_an_id()
    {
        await using SimulatorHost host = await Start();
        string[] texts = ["یک", "دو", "سه"];
        foreach (string text in texts)
        {
            host.Phones.Phone("09121110001").Send("10002020", text);
        }

        JsonElement first = (await Get(host, "inbox?line=10002020&after=0&limit=2")).Answer;
        long newest = first.GetProperty("messages")[1].GetProperty("id").GetInt64();
        JsonElement second = (await Get(host, "inbox?line=10002020&after=" + newest + "&limit=2")).Answer;

        Assert.Equal((2, true), (first.GetProperty("messages").GetArrayLength(), first.GetProperty("more").GetBoolean()));
        Assert.Equal(("سه", false), (second.GetProperty("messages")[0].GetProperty("text").GetString(), second.GetProperty("more").GetBoolean()));
        Assert.Equal(HttpStatusCode.BadRequest, (await Get(host, "inbox?line=1&after=0&limit=2")).Status);
    }

    [Fact]
    public async Task The_description_is_part_of_the_account()
    {
        await using SimulatorHost host = await Start();

        Assert.Equal(GenericSimulator.Definition, host["http"].Account.Options["definition"]);
        Assert.Equal("/api/v1/account", JsonDocument.Parse(GenericSimulator.Definition).RootElement.GetProperty("balance").GetProperty("url").GetString());
    }

    private static Task<SimulatorHost> Start() => SimulatorHost.StartAsync(Some.Setup(), "http");

    private static async Task<(HttpStatusCode Status, JsonElement Answer)> Get(SimulatorHost host, string what, string? token = null)
    {
        using HttpClient client = Client(host, token);
        return await Read(await client.GetAsync("api/v1/" + what));
    }

    private static async Task<(HttpStatusCode Status, JsonElement Answer)> Post(SimulatorHost host, string body)
    {
        using HttpClient client = Client(host, null);
        return await Read(await client.PostAsync("api/v1/messages", Some.Json(body)));
    }

    private static async Task<(HttpStatusCode Status, JsonElement Answer)> Read(HttpResponseMessage response) =>
        (response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement);

    private static HttpClient Client(SimulatorHost host, string? token)
    {
        HttpClient client = Some.ClientThrough(host["http"]);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token ?? host["http"].Account.Secret);
        return client;
    }
}
