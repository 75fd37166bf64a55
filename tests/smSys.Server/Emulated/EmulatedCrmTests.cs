using CrmEmulator.Time;
using Microsoft.Xrm.Sdk;
using Newtonsoft.Json.Linq;
using smSys.Server.Callbacks;
using smSys.Server.Faults;
using smSys.Server.HeartBeats;
using smSys.Server.Spooling;
using smSys.Server.Tests.Doubles;
using smSys.Server.WebApi;

namespace smSys.Server.Tests.Emulated;

/// <summary>Against the solution and the DLL that are shipped.</summary>
public class EmulatedCrmTests
{
    [Fact]
    public async Task A_beat_makes_a_due_process_run_and_the_next_beat_waits_for_its_interval()
    {
        var clock = OrganizationClock.Manual(Some.Now);
        await using var crm = await EmulatedCrm.StartAsync(clock);
        using var api = new WebApiClient(crm.Options, clock);
        var heart = new HeartBeat(new WebApiDoor(api), clock, new HeartBeatOptions());
        var process = crm.Process(Some.Now);
        var later = crm.Process(Some.Now.AddHours(1));

        var first = await heart.BeatOnceAsync();
        var whileAskedFor = await heart.BeatOnceAsync();
        crm.Organization.Async.RunUntilQuiet();
        var afterRun = await heart.BeatOnceAsync();
        var ran = crm.Read("smsys_smsprocess", process);
        clock.Advance(TimeSpan.FromMinutes(5));
        var due = await heart.BeatOnceAsync();

        Assert.Equal((1, 0, 0, 1), (first, whileAskedFor, afterRun, due));
        Assert.Equal(Some.Now, ran.GetAttributeValue<DateTime>("smsys_lastrunon"));
        Assert.True(ran.GetAttributeValue<DateTime>("smsys_nextrunon") > Some.Now);
        Assert.Null(crm.Read("smsys_smsprocess", later).GetAttributeValue<DateTime?>("smsys_requestedon"));
    }

    [Fact]
    public async Task The_heart_beat_row_that_the_engine_made_is_the_one_that_is_written_and_settings_are_told()
    {
        var clock = OrganizationClock.Manual(Some.Now);
        await using var crm = await EmulatedCrm.StartAsync(clock);
        using var api = new WebApiClient(crm.Options, clock);
        var setting = crm.Setting();

        await new HeartBeat(new WebApiDoor(api), clock, new HeartBeatOptions()).BeatOnceAsync();

        var row = Assert.Single(crm.Processes(100000000));
        Assert.Equal(HeartBeat.RowId, row.Id);
        Assert.Equal(Some.Now, row.GetAttributeValue<DateTime>("smsys_lastbeaton"));
        Assert.Equal(Some.Now, crm.Read("smsys_smssetting", setting).GetAttributeValue<DateTime>("smsys_lastbeaton"));
    }

    [Fact]
    public async Task Without_any_setting_the_heart_makes_its_row_itself()
    {
        var clock = OrganizationClock.Manual(Some.Now);
        await using var crm = await EmulatedCrm.StartAsync(clock);
        using var api = new WebApiClient(crm.Options, clock);

        await new HeartBeat(new WebApiDoor(api), clock, new HeartBeatOptions()).BeatOnceAsync();

        Assert.Equal(HeartBeat.RowId, Assert.Single(crm.Processes(100000000)).Id);
    }

    [Fact]
    public async Task Two_hearts_at_a_hundred_times_real_time_keep_a_process_running()
    {
        var clock = OrganizationClock.Scaled(Some.Now, 100);
        await using var crm = await EmulatedCrm.StartAsync(clock);
        using var api = new WebApiClient(crm.Options, clock);
        crm.Organization.Async.Start();
        var process = crm.Process(Some.Now);
        using var stop = new CancellationTokenSource();

        var hearts = Enumerable.Range(0, 2).Select(_ => new HeartBeat(new WebApiDoor(api), clock, new HeartBeatOptions()).RunAsync(stop.Token)).ToArray();
        await VirtualTime.UntilAsync(() => crm.Read("smsys_smsprocess", process).GetAttributeValue<int?>("smsys_failures") >= 2
            && crm.Processes(100000000).Length == 1);
        await stop.CancelAsync();
        await Task.WhenAll(hearts);

        Assert.True(crm.Read("smsys_smsprocess", HeartBeat.RowId).GetAttributeValue<DateTime>("smsys_lastbeaton") >= Some.Now);
    }

    [Fact]
    public async Task Pushes_become_a_row_once_and_a_setting_that_is_gone_is_a_refusal()
    {
        var clock = OrganizationClock.Manual(Some.Now);
        await using var crm = await EmulatedCrm.StartAsync(clock);
        using var api = new WebApiClient(crm.Options, clock);
        var setting = crm.Setting();
        var delivery = new WebApiDelivery(api);
        SpoolEntry[] entries = [.. Enumerable.Range(0, 300).Select(i => Some.Push(setting, "text=مشکل حاد: ذخیره نشدن فرم‌های برنامه " + i))];
        var carriers = CarrierPacker.Pack("file", entries, 98_000);

        foreach (var carrier in carriers.Concat(carriers))
        {
            await delivery.CarryAsync(carrier, clock.UtcNow, default);
        }

        var fault = await Assert.ThrowsAsync<CrmFaultException>(() => delivery.CarryAsync(
            CarrierPacker.Pack("file", [Some.Push(Guid.NewGuid())], 98_000)[0], clock.UtcNow, default));

        var rows = crm.Processes(100000004);
        Assert.Equal(carriers.Count, rows.Length);
        Assert.All(rows, row => Assert.Equal(setting, row.GetAttributeValue<EntityReference>("smsys_settingid").Id));
        Assert.All(rows, row => Assert.Equal(Some.Now, row.GetAttributeValue<DateTime>("smsys_requestedon")));
        Assert.Equal(300, rows.Sum(row => JObject.Parse(row.GetAttributeValue<string>("smsys_input"))["items"]!.Count()));
        Assert.False(fault.ConcernsAll, fault.Message);
    }

    [Fact]
    public async Task A_bell_wakes_a_process_before_its_time()
    {
        var clock = OrganizationClock.Manual(Some.Now);
        await using var crm = await EmulatedCrm.StartAsync(clock);
        using var api = new WebApiClient(crm.Options, clock);
        var process = crm.Process(Some.Now.AddHours(1));

        await new WebApiDelivery(api).RingAsync(process, clock.UtcNow, default);
        crm.Organization.Async.RunUntilQuiet();
        var gone = await Assert.ThrowsAsync<CrmFaultException>(() => new WebApiDelivery(api).RingAsync(Guid.NewGuid(), clock.UtcNow, default));

        Assert.Equal(Some.Now, crm.Read("smsys_smsprocess", process).GetAttributeValue<DateTime>("smsys_lastrunon"));
        Assert.Equal(CrmFaultKind.Gone, gone.Kind);
    }
}
