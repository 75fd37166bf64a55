using smSys.Server.Crm;
using smSys.Server.Heartbeat;

namespace smSys.Server.Tests;

public class HeartTests
{
    private static readonly DateTime Now = new(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task A_beat_asks_for_the_due_process_and_writes_the_heart_beat_row()
    {
        await using var crm = await StandInCrm.StartAsync();
        var id = Guid.NewGuid();
        crm.Answer = method => method == "GET"
            ? (200, $$"""{"value":[{"smsys_smsprocessid":"{{id:D}}","smsys_nextrunon":"2026-11-23T07:59:00Z","smsys_requestedon":null,"smsys_leaseuntil":null}]}""")
            : (204, "");
        var heart = new Heart(new WebApiTarget(new CrmWebApi(crm.Client())), () => Now);

        var report = await heart.BeatAsync(CancellationToken.None);

        Assert.Equal(new BeatReport(Now, 1, null), report);
        var calls = crm.Calls.ToArray();
        Assert.Contains("smsys_nextrunon le 2026-11-23T08:00:00Z", calls[0].Path, StringComparison.Ordinal);
        Assert.Equal(("PATCH", $"/api/data/v9.0/smsys_smsprocesses({id:D})", """{"smsys_requestedon":"2026-11-23T08:00:00Z"}"""), calls[1]);
        Assert.Contains(calls, call => call.Body.Contains("smsys_lastbeaton", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refused_sign_in_is_reported_in_a_sentence_and_the_next_beat_tries_again()
    {
        await using var crm = await StandInCrm.StartAsync();
        crm.Answer = _ => (401, "");
        var heart = new Heart(new WebApiTarget(new CrmWebApi(crm.Client())), () => Now);

        var first = await heart.BeatAsync(CancellationToken.None);
        crm.Answer = _ => (200, """{"value":[]}""");
        var second = await heart.BeatAsync(CancellationToken.None);

        Assert.Contains("check user, password or application", first.Problem, StringComparison.Ordinal);
        Assert.Null(second.Problem);
    }

    [Fact]
    public async Task An_address_that_answers_with_a_page_is_reported_and_does_not_stop_the_heart()
    {
        await using var crm = await StandInCrm.StartAsync();
        crm.Answer = _ => (200, "<html>sign in</html>");
        var heart = new Heart(new WebApiTarget(new CrmWebApi(crm.Client())), () => Now);

        var report = await heart.BeatAsync(CancellationToken.None);

        Assert.Contains("did not answer with JSON", report.Problem, StringComparison.Ordinal);
    }
}
