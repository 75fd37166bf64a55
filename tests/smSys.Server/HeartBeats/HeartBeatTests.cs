using Microsoft.Extensions.Time.Testing;
using smSys.Server.Faults;
using smSys.Server.HeartBeats;
using smSys.Server.Tests.Doubles;
using smSys.Server.WebApi;

namespace smSys.Server.Tests.HeartBeats;

public sealed class HeartBeatTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(Some.Now));
    private readonly CollectingLog<HeartBeat> _log = new();
    private TinyCrm _crm = null!;
    private WebApiClient _api = null!;

    public async Task InitializeAsync()
    {
        _crm = await TinyCrm.StartAsync();
        _api = new WebApiClient(Some.Options(_crm), _time);
    }

    public async Task DisposeAsync()
    {
        _api.Dispose();
        await _crm.DisposeAsync();
    }

    [Fact]
    public async Task Due_processes_are_asked_to_run_and_others_are_left_alone()
    {
        var due = _crm.Process(Some.Now.AddSeconds(-1));
        var running = _crm.Process(Some.Now.AddSeconds(-1), row => row["statuscode"] = 100000000);
        var later = _crm.Process(Some.Now.AddSeconds(30));
        var never = _crm.Process(null);
        var paused = _crm.Process(Some.Now.AddSeconds(-1), row => row["statuscode"] = 100000001);
        var over = _crm.Process(Some.Now.AddSeconds(-1), row => (row["statecode"], row["statuscode"]) = (1, 2));
        var held = _crm.Process(Some.Now.AddSeconds(-1), row => row["smsys_leaseuntil"] = Some.Text(Some.Now.AddSeconds(100)));

        var count = await Heart().BeatOnceAsync();

        Assert.Equal(2, count);
        Assert.Equal(Some.Text(Some.Now), (string?)_crm.Row(Some.Processes, due)["smsys_requestedon"]);
        Assert.Equal(Some.Text(Some.Now), (string?)_crm.Row(Some.Processes, running)["smsys_requestedon"]);
        Assert.All([later, never, paused, over, held], id => Assert.Equal(0, _crm.WritesTo(id)));
    }

    [Fact]
    public async Task A_second_beat_and_a_second_replica_leave_alone_what_was_just_asked_for()
    {
        var process = _crm.Process(Some.Now);
        await Heart().BeatOnceAsync();
        _time.Advance(TimeSpan.FromSeconds(5));

        var again = await Heart().BeatOnceAsync();

        Assert.Equal(0, again);
        Assert.Equal(1, _crm.WritesTo(process));
    }

    [Fact]
    public async Task Two_replicas_at_the_same_moment_do_no_harm()
    {
        var processes = Enumerable.Range(0, 40).Select(_ => _crm.Process(Some.Now)).ToArray();
        var (first, second) = (Heart(), Heart());

        await Task.WhenAll(first.BeatOnceAsync(), second.BeatOnceAsync());

        Assert.All(processes, id => Assert.InRange(_crm.WritesTo(id), 1, 2));
        Assert.All(_crm.Writes.Where(write => write.Id != HeartBeat.RowId), write => Assert.Equal("smsys_requestedon", Assert.Single(write.Body.Properties()).Name));
    }

    [Fact]
    public async Task All_pages_are_read()
    {
        for (var i = 0; i < 1203; i++)
        {
            _crm.Process(Some.Now.AddSeconds(-i));
        }

        var count = await Heart().BeatOnceAsync();

        Assert.Equal(1203, count);
        Assert.Equal(3, _crm.Queries.Count(query => query.Contains("leaseuntil", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_heart_beat_row_is_created_once_and_written_every_half_minute()
    {
        var heart = Heart();

        await heart.BeatOnceAsync();
        var row = _crm.Row(Some.Processes, HeartBeat.RowId);
        var first = (string?)row["smsys_lastbeaton"];
        _time.Advance(TimeSpan.FromSeconds(29));
        await heart.BeatOnceAsync();
        var second = (string?)row["smsys_lastbeaton"];
        _time.Advance(TimeSpan.FromSeconds(1));
        await heart.BeatOnceAsync();

        Assert.Equal(100000000, (int?)row["smsys_processkind"]);
        Assert.Equal(Some.Text(Some.Now), first);
        Assert.Equal(first, second);
        Assert.Equal(Some.Text(Some.Now.AddSeconds(30)), (string?)row["smsys_lastbeaton"]);
    }

    [Fact]
    public async Task Active_settings_are_told_every_five_minutes_and_only_by_one_replica()
    {
        var setting = _crm.Setting(null);
        var old = _crm.Setting(Some.Now.AddHours(-2));
        var inactive = _crm.Setting(null, state: 1);

        await Heart().BeatOnceAsync();
        await Heart().BeatOnceAsync();

        Assert.Equal(Some.Text(Some.Now), (string?)_crm.Row(Some.Settings, setting)["smsys_lastbeaton"]);
        Assert.Equal(1, _crm.WritesTo(setting));
        Assert.Equal(1, _crm.WritesTo(old));
        Assert.Equal(0, _crm.WritesTo(inactive));
    }

    [Fact]
    public async Task A_row_that_CRM_refuses_does_not_stop_the_others_and_is_left_alone_for_a_while()
    {
        var bad = _crm.Process(Some.Now.AddSeconds(-50));
        var good = _crm.Process(Some.Now.AddSeconds(-1));
        _crm.Fault = async context =>
        {
            var isBad = context.Request.Method == "PATCH" && context.Request.Path.Value!.Contains(bad.ToString(), StringComparison.Ordinal);
            if (isBad)
            {
                await TinyCrm.FaultAsync(context, 403, "0x80040220", "SecLib::AccessCheckEx failed.");
            }

            return isBad;
        };
        var heart = Heart();

        var first = await heart.BeatOnceAsync();
        await heart.BeatOnceAsync();

        Assert.Equal(1, first);
        Assert.Equal(1, _crm.WritesTo(good));
        Assert.True(heart.Status.IsCrmReachable);
        var line = Assert.Single(_log.Lines, line => line.Line.Contains(bad.ToString(), StringComparison.Ordinal));
        Assert.Contains("0x80040220", line.Line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_went_away_is_not_made_anew()
    {
        var process = _crm.Process(Some.Now);
        _crm.Fault = context =>
        {
            if (context.Request.Method == "PATCH")
            {
                _crm.Rows.TryRemove((Some.Processes, process), out _);
            }

            return Task.FromResult(false);
        };

        var count = await Heart().BeatOnceAsync();

        Assert.Equal(0, count);
        Assert.DoesNotContain((Some.Processes, process), _crm.Rows.Keys);
    }

    [Fact]
    public async Task While_CRM_is_away_the_heart_tries_ever_more_rarely_and_wakes_what_waited_when_it_is_back()
    {
        var process = _crm.Process(Some.Now);
        var isAway = true;
        var tries = new SemaphoreSlim(0);
        _crm.Fault = context =>
        {
            if (isAway)
            {
                context.Abort();
                tries.Release();
            }

            return Task.FromResult(isAway);
        };
        var heart = Heart(new HeartBeatOptions { Parallel = 1 });
        using var stop = new CancellationTokenSource();
        var run = heart.RunAsync(stop.Token);

        // A GET is repeated by the platform when the peer hangs up, so tries are counted by the heart's own lines.
        await _time.AdvanceUntilAsync(() => _log.Lines.Count(line => line.Line.Contains("could not reach CRM", StringComparison.Ordinal)) >= 3);
        var waitedSoFar = _time.GetUtcNow().UtcDateTime - Some.Now;
        var whileAway = heart.Status;
        isAway = false;
        await _time.AdvanceUntilAsync(() => _crm.WritesTo(process) == 1 && heart.Status.IsCrmReachable);
        await stop.CancelAsync();
        await run;

        // Lines are written after failures 1, 2 and 4; before the fourth lie pauses of 5, 10 and 20 s.
        Assert.True(waitedSoFar >= TimeSpan.FromSeconds(35), waitedSoFar.ToString());
        Assert.False(whileAway.IsCrmReachable);
        Assert.Contains("CRM answers again", _log.Text, StringComparison.Ordinal);
        Assert.True(heart.Status.IsCrmReachable);
    }

    [Fact]
    public async Task A_busy_CRM_is_left_alone_as_long_as_it_asks()
    {
        _crm.Process(Some.Now);
        _crm.Fault = async context =>
        {
            context.Response.Headers.RetryAfter = "37";
            await TinyCrm.FaultAsync(context, 429, "0x80072322", "Number of requests exceeded the limit.");
            return true;
        };

        var fault = await Assert.ThrowsAsync<CrmFaultException>(() => Heart().BeatOnceAsync());

        Assert.Equal(CrmFaultKind.Busy, fault.Kind);
        Assert.Equal(TimeSpan.FromSeconds(37), new RetryPause(TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(1)).After(fault));
    }

    private HeartBeat Heart(HeartBeatOptions? options = null) => new(new WebApiDoor(_api), _time, options ?? new HeartBeatOptions(), _log);
}
