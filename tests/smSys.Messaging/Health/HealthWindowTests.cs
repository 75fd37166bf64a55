using CsCheck;
using smSys.Messaging.Health;
using smSys.Messaging.Providers;

namespace smSys.Messaging.Tests.Health;

public class HealthWindowTests
{
    private static readonly DateTime _now = new(2026, 11, 23, 12, 0, 30, DateTimeKind.Utc);
    private static readonly HealthLimits _limits = new();

    private static readonly Gen<CallTally> _tallies = Gen.Select(Gen.Int[0, 20], Gen.Int[0, 20], Gen.Int[0, 30_000])
        .Select((well, ill, ms) => new CallTally(well, ill, TimeSpan.FromMilliseconds(ms)));

    [Fact]
    public void Too_few_calls_say_nothing() =>
        Assert.Equal(HealthVerdict.Unsure, Window(new CallTally(0, 4, TimeSpan.Zero)).Judge(_limits, _now));

    [Fact]
    public void Half_of_the_calls_failing_is_ill_and_fewer_is_well()
    {
        Assert.Equal(HealthVerdict.Ill, Window(new CallTally(5, 5, TimeSpan.Zero)).Judge(_limits, _now));
        Assert.Equal(HealthVerdict.Well, Window(new CallTally(9, 1, TimeSpan.Zero)).Judge(_limits, _now));
        Assert.Equal(HealthVerdict.Ill, Window(new CallTally(9, 1, TimeSpan.Zero)).Judge(_limits with { ErrorPercent = 10 }, _now));
    }

    [Fact]
    public void Slow_is_ill_too() =>
        Assert.Equal(HealthVerdict.Ill, Window(new CallTally(5, 0, TimeSpan.FromSeconds(100))).Judge(_limits, _now));

    [Fact]
    public void What_is_past_the_window_is_forgotten()
    {
        var window = Window(new CallTally(0, 10, TimeSpan.Zero));

        Assert.Equal(HealthVerdict.Ill, window.Judge(_limits, _now.AddMinutes(14)));
        Assert.Equal(HealthVerdict.Unsure, window.Judge(_limits, _now.AddMinutes(16)));
    }

    [Fact]
    public void A_refused_recipient_and_too_fast_are_answers_of_a_healthy_provider()
    {
        Assert.Equal(0, Tally(ProviderFaultKind.Refused, ProviderFaultKind.Blocked, ProviderFaultKind.SlowDown).Ill);
        Assert.Equal(1, Tally(ProviderFaultKind.Unreachable, ProviderFaultKind.Unclear, ProviderFaultKind.Refused).Ill);
        Assert.Equal(1, Tally(ProviderFaultKind.OutOfService).Ill);
    }

    [Fact]
    public void The_record_keeps_the_window_and_never_grows_beyond_it() =>
        Gen.Select(_tallies, Gen.Int[0, 400]).Array[0, 60].Sample(samples =>
        {
            var window = HealthWindow.Read(null);
            var now = _now;
            var all = new List<(DateTime On, CallTally Calls)>();
            foreach (var (calls, seconds) in samples)
            {
                now = now.AddSeconds(seconds);
                window = HealthWindow.Read(window.With(calls, now).ToString());
                all.Add((now, calls));
            }

            var minute = now.Ticks / TimeSpan.TicksPerMinute;
            var inside = all.Where(entry => minute - (entry.On.Ticks / TimeSpan.TicksPerMinute) < HealthWindow.Minutes).ToArray();
            var sum = window.Sum(now);
            Assert.Equal(inside.Sum(entry => entry.Calls.Well), sum.Well);
            Assert.Equal(inside.Sum(entry => entry.Calls.Ill), sum.Ill);
            Assert.True(window.ToString().Length < 1000);
        });

    [Fact]
    public void Whatever_somebody_typed_into_the_record_is_read_without_a_fault() =>
        Gen.String.Sample(text => Assert.True(HealthWindow.Read(text).Sum(_now).Calls >= 0));

    private static HealthWindow Window(CallTally calls) => HealthWindow.Read(null).With(calls, _now);

    private static CallTally Tally(params ProviderFaultKind[] faults) =>
        CallTally.Of([.. faults.Select(kind => SendOutcome.From(new ProviderFault(kind, "x", "x")))], TimeSpan.Zero);
}
