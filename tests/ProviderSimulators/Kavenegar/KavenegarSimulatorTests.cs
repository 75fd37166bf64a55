using System.Text;
using System.Text.Json.Nodes;
using ProviderSimulators.Hosting;
using ProviderSimulators.Tests.Doubles;
using ProviderSimulators.Time;

namespace ProviderSimulators.Tests.Kavenegar;

public sealed class KavenegarSimulatorTests
{
    private const string Key = "6B61766568536D5344656D6F";

    [Theory]
    [InlineData("[\"09121117777\"]", "[\"10004321\"]", "[\"سلام\"]", "1", 200)]
    [InlineData("[\"09121117777\"]", "[\"1\"]", "[\"سلام\"]", "1", 412)]
    [InlineData("[\"02188776655\"]", "[\"10004321\"]", "[\"سلام\"]", "1", 411)]
    [InlineData("[\"09121117777\"]", "[\"10004321\"]", "[\"\"]", "1", 413)]
    [InlineData("[\"09121117777\",\"09121117778\"]", "[\"10004321\"]", "[\"سلام\"]", "1", 419)]
    [InlineData("[\"09121117777\"]", "[\"10004321\"]", "[\"سلام\"]", "1,2", 419)]
    [InlineData("nonsense", "[\"10004321\"]", "[\"سلام\"]", "1", 400)]
    public async Task A_batch_is_judged_as_a_whole(string receptors, string senders, string texts, string references, int status)
    {
        await using SimulatorHost host = await SimulatorHost.StartAsync(Some.Setup(), "kavenegar");

        (int http, JsonNode answer) = await Call(
            host, "sms/sendarray", ("receptor", receptors), ("sender", senders), ("message", texts), ("localmessageids", references));

        Assert.Equal((status, status), (http, (int)answer["return"]!["status"]!));
        Assert.Equal(status == 200 ? 1 : 0, host["kavenegar"].Messages.Count);
    }

    [Fact]
    public async Task A_repeated_local_id_gives_the_stored_message_back()
    {
        await using SimulatorHost host = await SimulatorHost.StartAsync(Some.Setup(), "kavenegar");

        (_, JsonNode first) = await Send(host, "09121117777", "77");
        (_, JsonNode second) = await Send(host, "09121117777", "77");

        Assert.Equal((long)first["entries"]![0]!["messageid"]!, (long)second["entries"]![0]!["messageid"]!);
        Assert.Equal(1, host["kavenegar"].Messages.Count);
    }

    [Fact]
    public async Task A_block_list_is_an_accepted_message_with_status_14_that_costs_nothing()
    {
        await using SimulatorHost host = await SimulatorHost.StartAsync(Some.Setup(), "kavenegar");
        decimal before = host["kavenegar"].Credit;

        (_, JsonNode answer) = await Send(host, "09121110013", "1");

        Assert.Equal((14, 0), ((int)answer["entries"]![0]!["status"]!, (int)answer["entries"]![0]!["cost"]!));
        Assert.Equal(before, host["kavenegar"].Credit);
    }

    [Fact]
    public async Task References_are_forgotten_after_twelve_hours_and_states_after_two_days()
    {
        ManualTime time = Some.Time();
        await using SimulatorHost host = await SimulatorHost.StartAsync(Some.Setup(time), "kavenegar");
        (_, JsonNode sent) = await Send(host, "09121117777", "77");
        string id = sent["entries"]![0]!["messageid"]!.ToString();

        time.Advance(TimeSpan.FromHours(11));
        int known = await Status(host, "sms/statuslocalmessageid", ("localid", "77"));
        time.Advance(TimeSpan.FromHours(2));
        int forgotten = await Status(host, "sms/statuslocalmessageid", ("localid", "77"));
        int byId = await Status(host, "sms/status", ("messageid", id));
        time.Advance(TimeSpan.FromHours(36));
        int gone = await Status(host, "sms/status", ("messageid", id));

        Assert.Equal((10, 100, 10, 100), (known, forgotten, byId, gone));
    }

    [Fact]
    public async Task Reading_marks_as_read_and_the_read_ones_come_in_pages()
    {
        await using SimulatorHost host = await SimulatorHost.StartAsync(Some.Setup(), "kavenegar");
        host.Phones.Phone("09121110001").Send("10004321", "بله");

        (_, JsonNode first) = await Call(host, "sms/receive", ("linenumber", "10004321"), ("isread", "0"));
        (_, JsonNode second) = await Call(host, "sms/receive", ("linenumber", "10004321"), ("isread", "0"));
        (_, JsonNode paged) = await Call(host, "sms/inboxpaged", ("linenumber", "10004321"), ("isread", "1"), ("pagenumber", "1"), ("startdate", "1795334400"), ("enddate", "1795420860"));
        (int wide, _) = await Call(host, "sms/inboxpaged", ("linenumber", "10004321"), ("isread", "1"), ("startdate", "1795000000"), ("enddate", "1795420860"));

        Assert.Equal((1, 0, 1), (first["entries"]!.AsArray().Count, second["entries"]!.AsArray().Count, paged["entries"]!.AsArray().Count));
        Assert.Equal("1", (string?)paged["metadata"]!["totalpages"]);
        Assert.Equal(417, wide);
    }

    [Theory]
    [InlineData("wrong-key", "account/info", 403)]
    [InlineData(Key, "account/info", 200)]
    [InlineData(Key, "sms/unheard", 404)]
    public async Task The_key_stands_in_the_path(string key, string operation, int status)
    {
        await using SimulatorHost host = await SimulatorHost.StartAsync(Some.Setup(), "kavenegar");
        using HttpClient client = Some.ClientThrough(host["kavenegar"]);

        HttpResponseMessage answer = await client.GetAsync("v1/" + key + "/" + operation + ".json");

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task A_send_by_GET_is_refused()
    {
        await using SimulatorHost host = await SimulatorHost.StartAsync(Some.Setup(), "kavenegar");
        using HttpClient client = Some.ClientThrough(host["kavenegar"]);

        Assert.Equal(405, (int)(await client.GetAsync("v1/" + Key + "/sms/sendarray.json")).StatusCode);
    }

    private static Task<(int Http, JsonNode Answer)> Send(SimulatorHost host, string receptor, string reference) => Call(
        host, "sms/sendarray", ("receptor", "[\"" + receptor + "\"]"), ("sender", "[\"10004321\"]"), ("message", "[\"سلام\"]"), ("localmessageids", reference));

    private static async Task<int> Status(SimulatorHost host, string operation, (string, string) field) =>
        (int)(await Call(host, operation, field)).Answer["entries"]![0]!["status"]!;

    private static async Task<(int Http, JsonNode Answer)> Call(SimulatorHost host, string operation, params (string Name, string Value)[] fields)
    {
        using HttpClient client = Some.ClientThrough(host["kavenegar"]);
        string form = string.Join('&', fields.Select(field => field.Name + "=" + Uri.EscapeDataString(field.Value)));
        HttpResponseMessage answer = await client.PostAsync(
            "v1/" + Key + "/" + operation + ".json", new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded"));
        return ((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }
}
