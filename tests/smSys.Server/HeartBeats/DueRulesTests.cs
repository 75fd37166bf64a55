using smSys.Server.HeartBeats;
using smSys.Server.Tests.Doubles;

namespace smSys.Server.Tests.HeartBeats;

public class DueRulesTests
{
    private static readonly TimeSpan _repeatAfter = TimeSpan.FromMinutes(3);

    [Theory]
    [InlineData("never asked for", -10, null, null, null, true)]
    [InlineData("not yet", 10, null, null, null, false)]
    [InlineData("asked for since it was due, and not taken yet", -20, -10, null, null, false)]
    [InlineData("asked for since it was due, and not taken for long", -400, -181, null, null, true)]
    [InlineData("asked for before its last run, due again", -5, -60, -58, null, true)]
    [InlineData("a tick holds it", -60, -60, -58, 122, false)]
    [InlineData("a tick held it and died", -200, -190, -185, -5, true)]
    [InlineData("a tick ran and wants to go on in the very second it was asked for", -10, -10, -10, null, true)]
    [InlineData("asked for again after the last run, not taken yet", -40, -30, -90, null, false)]
    public void A_row_is_woken_when_it_is_due_and_nobody_is_on_the_way(string why, int next, int? asked, int? ran, int? lease, bool isDue)
    {
        var row = new WaitingProcess(Guid.NewGuid(), At(next)!.Value, At(asked), At(ran), At(lease));

        var verdict = DueRules.IsDue(row, Some.Now, _repeatAfter);

        Assert.True(isDue == verdict, why);
    }

    private static DateTime? At(int? seconds) => seconds is { } given ? Some.Now.AddSeconds(given) : null;
}
