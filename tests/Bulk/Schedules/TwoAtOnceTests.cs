using System.Globalization;
using CrmEmulator.Pipeline;
using smSys.Crm.Tables;
using Xunit.Abstractions;

namespace Bulk.Tests.Schedules;

/// <summary>
/// Several workers on the same partitions, two heart-beats, workers that wake too late and go on, an administrator in between: nobody gets
/// two messages and nobody is lost. The number of a schedule is its seed; <c>SMSYS_SCHEDULES=123</c> runs that one, with those
/// that its organisation had seen before.
/// </summary>
public class TwoAtOnceTests(ITestOutputHelper output)
{
    private const int Schedules = 500;

    /// <summary>So many schedules share an organisation.</summary>
    private const int Together = 25;

    private readonly List<string> _wrong = [];
    private int _turns;
    private int _zombies;
    private int _batches;
    private int _partitions;
    private int _count;

    [Fact]
    public async Task Any_order_of_calls_ends_with_everybody_accepted_once()
    {
        var wanted = Environment.GetEnvironmentVariable("SMSYS_SCHEDULES") is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : 0;
        var last = wanted > 0 ? wanted : Schedules;
        for (var first = wanted > 0 ? ((wanted - 1) / Together * Together) + 1 : 1; first <= last; first += Together)
        {
            await RunTogetherAsync(first, Math.Min(last, first + Together - 1));
        }

        output.WriteLine($"Schedules tried: {_count}; turns given: {_turns}; executions that woke too late: {_zombies}; batches: {_batches} in {_partitions} partitions");
        Assert.True(_wrong.Count == 0, string.Join('\n', _wrong));
        Assert.True(_batches >= 2 * _partitions, $"{_batches} batches in {_partitions} partitions are not several each");
        if (wanted == 0)
        {
            Assert.InRange(_zombies, Schedules / 10, int.MaxValue);
        }
    }

    private async Task RunTogetherAsync(int first, int last)
    {
        Schedule? present = null;
        await using var organization = await BulkOrganization.StartAsync(
            Providers.Askable,
            Schedule.People,
            mixed: true,
            new ExecutionOptions { CheckContracts = false, StepTimeLimit = TimeSpan.FromDays(30), OnCall = point => present?.See(point) },
            batchLimit: Schedule.Batch);
        organization.Quieten(ProcessKind.Receive, ProcessKind.Balance, ProcessKind.Track);
        for (var seed = first; seed <= last; seed++)
        {
            using var schedule = new Schedule(organization, seed);
            present = schedule;
            _wrong.AddRange(schedule.Run());
            present = null;
            (_turns, _zombies, _count) = (_turns + schedule.Turns, _zombies + schedule.Zombies, _count + 1);
            (_batches, _partitions) = (_batches + schedule.Batches, _partitions + schedule.Partitions);
        }
    }
}
