using smSys.Server.Faults;
using smSys.Server.HeartBeats;

namespace smSys.Server.Tests.HeartBeats;

public class RetryPauseTests
{
    [Fact]
    public void Pauses_double_up_to_the_longest_and_start_over_after_a_success()
    {
        var pause = new RetryPause(TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(1));
        var fault = new CrmFaultException(CrmFaultKind.Away, "unreachable", "CRM cannot be reached.");

        var pauses = Enumerable.Range(0, 6).Select(_ => pause.After(fault).TotalSeconds).ToArray();
        pause.Reset();
        var fresh = pause.After(fault).TotalSeconds;

        Assert.Equal([5, 10, 20, 40, 60, 60], pauses);
        Assert.Equal(5, fresh);
    }

    [Fact]
    public void Lines_grow_rare()
    {
        var pause = new RetryPause(TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(1));
        var lines = new List<int>();

        for (var i = 1; i <= 20; i++)
        {
            pause.After(new IOException());
            if (pause.IsWorthALine)
            {
                lines.Add(i);
            }
        }

        Assert.Equal([1, 2, 4, 8, 16], lines);
    }
}
