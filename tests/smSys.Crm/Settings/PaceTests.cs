using CsCheck;
using smSys.Crm.Settings;

namespace smSys.Crm.Tests.Settings;

public class PaceTests
{
    private static readonly DateTime _start = new(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void In_any_interleaving_and_with_lost_answers_two_calls_are_never_nearer_than_the_pace() =>
        Gen.Select(Gen.Int[1, 10_000], Gen.Int[0, 4_000].Array[1, 80], Gen.Int[0, 9].Array[1, 200]).Sample((pace, waits, chances) =>
        {
            var setting = new ContestedSetting();
            var id = new Guid(1, 0, 0, new byte[8]);
            var chance = 0;
            var now = _start;
            var calls = new List<DateTime>();
            var deep = 0;
            int Draw() => chances[chance++ % chances.Length];

            void Worker()
            {
                var mine = now;
                if (new SlotBook(setting).Take(id, TimeSpan.FromMilliseconds(pace), mine) is not { } later)
                {
                    calls.Add(mine);
                }
                else
                {
                    Assert.True(later > mine);
                }
            }

            setting.LosesAnswer = () => Draw() == 0;
            setting.BeforeWrite = () =>
            {
                // Others run between a read and its write, and their clocks go on.
                if (Draw() < 4 && deep < 6)
                {
                    deep++;
                    now = now.AddMilliseconds(Draw() * 100);
                    Worker();
                    deep--;
                }
            };
            foreach (var wait in waits)
            {
                now = now.AddMilliseconds(wait);
                Worker();
            }

            var ordered = calls.Order().ToArray();
            for (var i = 1; i < ordered.Length; i++)
            {
                Assert.True(ordered[i] - ordered[i - 1] >= TimeSpan.FromMilliseconds(pace));
            }
        });
}
