using CrmEmulator.Latency;
using CrmEmulator.Pipeline;
using smSys.Crm.Processes;
using smSys.Crm.Tables;
using smSys.Plugins.Shell;

namespace smSys.Plugins.Tests.Emulated.Bulk;

/// <summary>Who cancels a bulk while its audience is put down gets one that is cancelled, adds up and leaves nothing behind.</summary>
public class CancelledFreezeTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Cancelled_at_any_call_of_its_freezing_a_bulk_ends_cancelled_and_adds_up(bool isSeenAtOnce)
    {
        var at = new AtFreezing();
        await using var organization = await EngineOrganization.StartAsync(execution: new ExecutionOptions { OnCall = at.See, CheckContracts = false });
        var scene = new AudienceScene(organization);
        var list = scene.List([.. Enumerable.Range(0, 30).Select(i => organization.Contact(i % 10 == 0 ? "1" : "0912100" + (i % 25).ToString("0000", null)))]);
        var (wrong, unfrozen, frozen) = (new List<string>(), 0, 0);
        for (var call = 1; call <= 60; call++)
        {
            // A bulk each time, with a text of its own: the same one would warn.
            var bulk = scene.Bulk(row => (row.AudienceKind, row.Partitions, row.Text) = (AudienceKind.MarketingLists, 3, "سلام " + call));
            scene.Add(bulk, list);
            at.Arm(call, () => Cancel(organization, scene, bulk, isSeenAtOnce));
            organization.Admin.Update(new SmsBulkRow(bulk) { Statecode = SmsBulk.State.Active, Statuscode = SmsBulk.Status.Ready }.Record);
            organization.Work();
            organization.Pass(TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(30));
            if (scene.Read(bulk).Statuscode is SmsBulk.Status.Running or SmsBulk.Status.Finished)
            {
                // Past its freezing other tests cancel it.
                Assert.True(call > 20, $"Only {call} calls were tried.");
                break;
            }

            unfrozen += scene.Read(bulk).FrozenOn is null ? 1 : 0;
            frozen += scene.Read(bulk).FrozenOn is null ? 0 : 1;
            wrong.AddRange(Trouble(scene, bulk).Select(trouble => $"call {call}: {trouble}"));
        }

        Assert.Empty(wrong);
        Assert.Empty(organization.Crm.Traces.Failures.Where(trace => trace.Mode == (int)StepMode.Asynchronous).Select(trace => trace.ToString()));
        Assert.Empty(organization.All("task"));
        Assert.True((isSeenAtOnce ? unfrozen : frozen) > 10, $"{unfrozen} times before the audience was put down, {frozen} times after it.");
    }

    [Fact]
    public async Task A_bulk_that_paused_while_it_was_frozen_can_be_cancelled_too()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var scene = new AudienceScene(organization);
        var bulk = scene.Freeze(scene.Bulk(row => (row.Text, row.AudienceKind, row.AudienceFetchXml) = ("سلام", AudienceKind.View, "<fetch><entity name='nosuchtable'/></fetch>"))).Id;
        var paused = scene.Read(bulk).Statuscode;

        organization.Admin.Update(Cancelled(bulk));
        organization.Work();

        Assert.Equal(SmsBulk.Status.Paused, paused);
        Assert.Empty(Trouble(scene, bulk));
    }

    [Fact]
    public async Task A_cancelled_bulk_whose_jobs_all_died_is_cleared_up_by_the_heart_beat()
    {
        var at = new AtFreezing { IsChunkOnly = true };
        var deaths = 0;
        await using var organization = await EngineOrganization.StartAsync(execution: new ExecutionOptions
        {
            OnCall = point =>
            {
                at.See(point);
                if (deaths == 1 && point.IsAsynchronous && point.TypeName.EndsWith(".BulkRequested", StringComparison.Ordinal))
                {
                    deaths++;
                    throw new InvalidOperationException("The platform ended this step.");
                }
            },
        });
        var scene = new AudienceScene(organization);
        var bulk = scene.BulkOf(scene.List(organization.Contact("09121000011"), organization.Contact("09121000021")));
        at.Arm(1, () =>
        {
            organization.Admin.Update(Cancelled(bulk));
            organization.System.Update(new SmsProcessRow(ProcessIds.OfBulk(ProcessKind.Freeze, bulk)) { Statecode = SmsProcess.State.Inactive, Statuscode = SmsProcess.Status.Finished }.Record);
            deaths = 1;
            throw new InvalidOperationException("The platform ended this step.");
        });
        organization.Admin.Update(new SmsBulkRow(bulk) { Statecode = SmsBulk.State.Active, Statuscode = SmsBulk.Status.Ready }.Record);

        organization.Work();
        var (left, died) = (scene.Chunks(bulk).Count, deaths);
        organization.Pass(TimeSpan.FromMinutes(8));

        Assert.Equal((1, 2), (left, died));
        Assert.Empty(Trouble(scene, bulk));
    }

    private static void Cancel(EngineOrganization organization, AudienceScene scene, Guid bulk, bool isSeenAtOnce)
    {
        if (scene.Read(bulk).Statuscode is SmsBulk.Status.Ready or SmsBulk.Status.Freezing)
        {
            organization.Clock.Advance(TimeSpan.FromSeconds(isSeenAtOnce ? 4 : 1));
            organization.Admin.Update(Cancelled(bulk));
        }
    }

    private static Microsoft.Xrm.Sdk.Entity Cancelled(Guid bulk) =>
        new SmsBulkRow(bulk) { Statecode = SmsBulk.State.Inactive, Statuscode = SmsBulk.Status.Cancelled }.Record;

    private static IEnumerable<string> Trouble(AudienceScene scene, Guid bulk)
    {
        var row = scene.Read(bulk);
        if (row.Statuscode != SmsBulk.Status.Cancelled || row.FinishedOn is null || row.Warning is not null)
        {
            yield return $"{row.Statuscode}, finished on {row.FinishedOn}, {row.Warning}";
        }

        var sum = row.Accepted + row.Rejected + row.Skipped + row.Unknown + row.Pending + row.CancelledCount;
        if (row.Expected is null || row.Expected != sum || row.Pending != 0 || row.Accepted != 0)
        {
            yield return $"{row.Expected} expected, {sum} in all, {row.Pending} pending, {row.Accepted} accepted";
        }

        if (row.FrozenOn is null && scene.Chunks(bulk).Count > 0)
        {
            yield return scene.Chunks(bulk).Count + " chunks";
        }

        foreach (var partition in scene.Partitions(bulk).Where(partition => partition.Statecode == SmsProcess.State.Active || partition.Pending is not 0))
        {
            yield return $"partition {partition.Partition}: {partition.Statuscode}, {partition.Pending} pending, {partition.LastResult}";
        }
    }

    /// <summary>Does something before the k-th call of a process' tick leaves.</summary>
    private sealed class AtFreezing
    {
        private int _left;
        private Action? _act;

        public bool IsChunkOnly { get; init; }

        public void Arm(int call, Action act) => (_left, _act) = (call, act);

        public void See(CallPoint point)
        {
            var isOurs = point.IsAsynchronous && point.TypeName.EndsWith(".ProcessRequested", StringComparison.Ordinal)
                && (IsChunkOnly ? point is { Name: "Create", Table: SmsChunk.LogicalName, IsAfter: true } : !point.IsAfter);
            if (isOurs && _left > 0 && --_left == 0 && _act is { } act)
            {
                act();
            }
        }
    }
}
