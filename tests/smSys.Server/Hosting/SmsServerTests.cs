using System.Net;
using System.Text;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using smSys.Server.Callbacks;
using smSys.Server.Hosting;
using smSys.Server.Tests.Doubles;

namespace smSys.Server.Tests.Hosting;

public sealed class SmsServerTests : IAsyncLifetime
{
    private const string Secret = "a secret for these tests";
    private readonly TempFolder _folder = new();
    private readonly CollectingLog<SmsServer> _log = new();
    private readonly CallbackTarget _target = new(CallbackTarget.Content, "rahyab", Guid.NewGuid());
    private TinyCrm _crm = null!;

    public async Task InitializeAsync() => _crm = await TinyCrm.StartAsync();

    public async Task DisposeAsync()
    {
        await _crm.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_push_becomes_a_row_that_a_process_takes_with_everything_that_was_sent()
    {
        await using var server = await StartAsync();
        using var client = new HttpClient { BaseAddress = server.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, CallbackKey.PathOf(Secret, _target) + "?from=0912%20123")
        {
            Content = new StringContent("{\"text\":\"مشکل حاد: ذخیره نشدن فرم‌های برنامه\"}", Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Authorization", "Basic aHVzaA==");

        var answer = await client.SendAsync(request);
        await VirtualTime.UntilAsync(() => Carriers().Any(row => row["smsys_requestedon"] is not null));

        var row = Assert.Single(Carriers());
        var item = Input(row)["items"]![0]!;
        Assert.Equal((HttpStatusCode.OK, "OK"), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        Assert.Equal(100000004, (int?)row["smsys_processkind"]);
        Assert.Equal("/smsys_smssettings(" + _target.Row + ")", (string?)row["smsys_SettingId@odata.bind"]);
        Assert.NotNull((string?)row["smsys_nextrunon"]);
        Assert.Equal(("rahyab", _target.Row.ToString()), ((string?)Input(row)["provider"], (string?)Input(row)["setting"]));
        Assert.Equal(("POST", "from=0912%20123", "application/json; charset=utf-8"), ((string?)item["method"], (string?)item["query"], (string?)item["contentType"]));
        Assert.Equal("{\"text\":\"مشکل حاد: ذخیره نشدن فرم‌های برنامه\"}", (string?)item["body"]);
        Assert.DoesNotContain("aHVzaA==", row.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bell_wakes_its_process_now()
    {
        var process = _crm.Process(DateTime.UtcNow.AddHours(1));
        await using var server = await StartAsync();
        using var client = new HttpClient { BaseAddress = server.Address };

        var answer = await client.GetAsync(CallbackKey.PathOf(Secret, new CallbackTarget(CallbackTarget.Bell, string.Empty, process)) + "?id=1");
        await VirtualTime.UntilAsync(() => (string?)_crm.Row(Some.Processes, process)["smsys_requestedon"] is not null);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(Carriers());
    }

    [Fact]
    public async Task Strangers_get_404_and_guessers_are_slowed_down()
    {
        await using var server = await StartAsync();
        using var client = new HttpClient { BaseAddress = server.Address };
        var right = CallbackKey.PathOf(Secret, _target);
        var wrong = right[..^4] + (right.EndsWith("0000", StringComparison.Ordinal) ? "1111" : "0000");
        string[] strange = [wrong, right.Replace("rahyab", "ghasedak", StringComparison.Ordinal), right.Replace("rahyab", "nobody", StringComparison.Ordinal), "/callback", "/"];

        var answers = new List<HttpStatusCode>();
        foreach (var path in strange)
        {
            answers.Add((await client.PostAsync(path, new StringContent("x=1"))).StatusCode);
        }

        for (var i = 0; i < 70; i++)
        {
            answers.Add((await client.GetAsync(wrong)).StatusCode);
        }

        Assert.All(answers.Take(strange.Length), status => Assert.Equal(HttpStatusCode.NotFound, status));
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        Assert.Empty(_folder.Spooled);
    }

    [Fact]
    public async Task Without_a_secret_nothing_is_taken()
    {
        await using var server = await StartAsync(options => options.Ear.Secret = "");
        using var client = new HttpClient { BaseAddress = server.Address };

        var answer = await client.GetAsync(CallbackKey.PathOf("", _target) + "?x=1");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Too_long_too_many_and_packed_pushes_are_refused_and_nothing_is_echoed()
    {
        await using var server = await StartAsync(options => (options.Ear.BodyBytes, options.Ear.PushesPerMinute) = (2048, 4));
        using var client = new HttpClient { BaseAddress = server.Address };
        var path = CallbackKey.PathOf(Secret, _target);
        var packed = new StringContent("x=1");
        packed.Headers.ContentEncoding.Add("gzip");

        var tooLong = await client.PostAsync(path, new StringContent(new string('a', 4000)));
        var isPacked = await client.PostAsync(path, packed);
        var good = await client.PostAsync(path, new StringContent("text=<script>"));
        var tryOut = await client.GetAsync(path);
        var tooMany = await client.PostAsync(path, new StringContent("x=2"));

        Assert.Equal(
            [HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.UnsupportedMediaType, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests],
            new[] { tooLong, isPacked, good, tryOut, tooMany }.Select(answer => answer.StatusCode));
        Assert.Equal("OK", await good.Content.ReadAsStringAsync());
        Assert.NotNull(tooMany.Headers.RetryAfter);
    }

    [Theory]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("192.0.2.9", HttpStatusCode.TooManyRequests)]
    public async Task Only_a_known_proxy_is_believed_about_where_a_push_comes_from(string proxy, HttpStatusCode second)
    {
        await using var server = await StartAsync(options => (options.Ear.Proxies, options.Ear.PushesPerMinute) = ([proxy], 1));
        using var client = new HttpClient { BaseAddress = server.Address };
        var statuses = new List<HttpStatusCode>();

        foreach (var source in new[] { "203.0.113.1", "203.0.113.2" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, CallbackKey.PathOf(Secret, _target) + "?x=1");
            request.Headers.Add("X-Forwarded-For", source);
            statuses.Add((await client.SendAsync(request)).StatusCode);
        }

        Assert.Equal([HttpStatusCode.OK, second], statuses);
    }

    [Fact]
    public async Task A_provider_gets_the_reply_it_wants()
    {
        await using var server = await StartAsync(options => options.Ear.Replies["rahyab"] = "1");
        using var client = new HttpClient { BaseAddress = server.Address };

        Assert.Equal("1", await client.GetStringAsync(CallbackKey.PathOf(Secret, _target) + "?x=1"));
    }

    [Fact]
    public async Task Neither_key_nor_content_nor_secret_is_logged()
    {
        _crm.Fault = async context =>
        {
            await TinyCrm.FaultAsync(context, 500, "0x80040216", "An unexpected error occurred.");
            return true;
        };
        await using var server = await StartAsync(options => options.LogLevel = LogLevel.Trace);
        using var client = new HttpClient { BaseAddress = server.Address };
        var key = CallbackKey.Of(Secret, _target);

        await client.PostAsync(CallbackKey.PathOf(Secret, _target), new StringContent("text=راز بزرگ"));
        await VirtualTime.UntilAsync(() => _log.Text.Contains("refuses pushes", StringComparison.Ordinal));

        Assert.DoesNotContain(key, _log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("راز", _log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, _log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_tells_how_the_heart_and_the_spool_are()
    {
        var isAway = false;
        _crm.Fault = context =>
        {
            if (isAway)
            {
                context.Abort();
            }

            return Task.FromResult(isAway);
        };
        await using var server = await StartAsync(options => options.Heart.Interval = TimeSpan.FromMilliseconds(100));
        using var client = new HttpClient { BaseAddress = server.Address };
        await VirtualTime.UntilAsync(() => server.Heart.Status.IsCrmReachable);
        var (wellStatus, well) = await HealthAsync(client, "/health");

        isAway = true;
        await VirtualTime.UntilAsync(() => !server.Heart.Status.IsCrmReachable);
        await client.PostAsync(CallbackKey.PathOf(Secret, _target), new StringContent("x=1"));
        var (sickStatus, sick) = await HealthAsync(client, "/health");
        var (earStatus, _) = await HealthAsync(client, "/health/ear");

        Assert.Equal((HttpStatusCode.OK, "ok", true), (wellStatus, (string?)well["status"], (bool)well["crmReachable"]!));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "unreachable"), (sickStatus, (string?)sick["crmFault"]));
        Assert.Equal((1, HttpStatusCode.OK), ((int)sick["spoolItems"]!, earStatus));
        Assert.NotNull((string?)sick["spoolOldestOn"]);
        Assert.DoesNotContain("127.0.0.1", sick.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_servers_on_one_folder_deliver_everything_once()
    {
        await using var first = await StartAsync();
        await using var second = await StartAsync();
        var bodies = Enumerable.Range(0, 200).Select(i => "text=" + i).ToArray();
        using var one = new HttpClient { BaseAddress = first.Address };
        using var two = new HttpClient { BaseAddress = second.Address };

        await Parallel.ForEachAsync(bodies, async (body, stop) =>
        {
            var client = body.Length % 2 == 0 ? one : two;
            (await client.PostAsync(CallbackKey.PathOf(Secret, _target), new StringContent(body), stop)).EnsureSuccessStatusCode();
        });
        await VirtualTime.UntilAsync(() => _folder.Spooled.All(file => new FileInfo(file) is not { Exists: true, Length: > 0 }));

        var delivered = Carriers().SelectMany(row => Input(row)["items"]!).Select(item => (string)item["body"]!);
        Assert.Equal(bodies.Order(), delivered.Order());
    }

    private static async Task<(HttpStatusCode Status, JObject Page)> HealthAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path);
        return (answer.StatusCode, JObject.Parse(await answer.Content.ReadAsStringAsync()));
    }

    private JObject[] Carriers() => [.. _crm.Rows.Values.Where(row => row["smsys_input"] is not null)];

    private static JObject Input(JObject row) =>
        JsonConvert.DeserializeObject<JObject>((string)row["smsys_input"]!, new JsonSerializerSettings { DateParseHandling = DateParseHandling.None })!;

    private async Task<SmsServer> StartAsync(Action<ServerOptions>? change = null)
    {
        var options = new ServerOptions { Listen = "http://127.0.0.1:0", Crm = Some.Options(_crm) };
        (options.Ear.Folder, options.Ear.Secret, options.Ear.Linger) = (_folder.Path, Secret, TimeSpan.FromMilliseconds(20));
        change?.Invoke(options);
        var server = SmsServer.Build(options, surroundings: builder => builder.Logging.ClearProviders().AddProvider(_log));
        await server.StartAsync();
        return server;
    }
}
