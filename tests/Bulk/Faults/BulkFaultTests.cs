using CrmEmulator.Latency;
using CrmEmulator.Pipeline;
using DevHost;
using DevHost.Bulk;
using ProviderSimulators.Faults;
using smSys.Crm.Tables;

namespace Bulk.Tests.Faults;

/// <summary>Whatever provider or Dynamics do, everybody gets one message in the end.</summary>
public class BulkFaultTests
{
    private const int People = 400;
    private const int Forever = 1_000_000;
    private const string Send = "SendPairToPairSMS";

    /// <summary>A provider that never answers in time is waited for by the real clock, so it must not be long.</summary>
    private static readonly LocalTimeouts ShortCalls = new(1, 1, TimeSpan.FromSeconds(2));

    [Fact]
    public async Task A_provider_that_is_down_for_an_hour_delays_and_loses_nobody()
    {
        await using var organization = await StartAsync(null);
        organization.Disconnect();
        var bulk = organization.Begin("down", partitions: 2);
        organization.Work();
        organization.Pass(TimeSpan.FromHours(1), () => false);

        var stopped = bulk.Read();
        Assert.Empty(organization.Simulator.Messages.All);
        Assert.Equal((SmsBulk.Status.Paused, PauseReason.ErrorRate, 0), (stopped.Statuscode, stopped.PauseReason, stopped.Rejected ?? 0));
        Assert.False(string.IsNullOrEmpty(stopped.PauseNote));
        organization.Connect();

        EndsWell(organization, bulk);
    }

    [Fact]
    public async Task A_provider_that_takes_twenty_seconds_for_each_call_makes_no_tick_too_long()
    {
        BulkOrganization? slow = null;
        await using var organization = slow = await StartAsync(point =>
        {
            if (point is { Kind: CallKind.Http, IsAfter: false })
            {
                slow?.Clock.Advance(TimeSpan.FromSeconds(20));
            }
        });
        var longest = TimeSpan.Zero;
        organization.Crm.Traces.Ended += trace => longest = trace.Duration > longest ? trace.Duration : longest;

        EndsWell(organization, Begin(organization));

        Assert.InRange(longest, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(110));
    }

    [Fact]
    public async Task Answers_that_come_too_late_are_asked_about()
    {
        await using var organization = await StartAsync(null, ShortCalls);
        organization.Simulator.Faults.Order(SimulatedFault.Slow, 3, Send);

        EndsWell(organization, Begin(organization));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task One_request_in_ten_is_cut(int seed)
    {
        const int Batch = 5;
        var chance = new Random(seed);
        var (cutSends, allCuts) = (0, 0);
        SimulatedFault[] cuts = [SimulatedFault.CutBeforeStoring, SimulatedFault.CutBeforeAnswer, SimulatedFault.CutMidAnswer, SimulatedFault.ErrorAfterStoring, SimulatedFault.WebPage];
        BulkOrganization? cut = null;
        await using var organization = cut = await StartAsync(point =>
        {
            if (point is { Kind: CallKind.Http, IsAfter: false } && chance.Next(10) == 0)
            {
                cutSends += point.Name.EndsWith(Send, StringComparison.Ordinal) ? 1 : 0;
                allCuts++;
                cut?.Simulator.Faults.Order(cuts[chance.Next(cuts.Length)]);
            }
        }, batchLimit: Batch);

        EndsWell(organization, Begin(organization));

        Assert.InRange(organization.Simulator.Arrivals[Send], People / Batch, int.MaxValue);
        Assert.InRange(cutSends, 3, allCuts);
    }

    [Fact]
    public async Task Credentials_that_are_refused_half_way_pause_the_account_and_burn_no_attempt()
    {
        await using var organization = await StartHalfWayAsync(half => half.Simulator.Faults.Order(SimulatedFault.Unauthorized, Forever));
        var bulk = Begin(organization);
        organization.Pass(TimeSpan.FromHours(6), () => false);

        StandsStill(organization, bulk, PauseReason.SignIn);
        organization.Simulator.Faults.Clear();
        organization.Reactivate();

        EndsWell(organization, bulk);
    }

    [Fact]
    public async Task A_balance_that_is_gone_half_way_pauses_the_bulk_until_somebody_has_paid_and_then_it_goes_on_by_itself()
    {
        await using var organization = await StartHalfWayAsync(half => half.Simulator.Account.PaidIn = half.Simulator.Messages.Spent);
        var bulk = Begin(organization);
        organization.Pass(TimeSpan.FromHours(6), () => false);

        StandsStill(organization, bulk, PauseReason.LowBalance);
        organization.Simulator.Account.PaidIn += 1_000_000_000;

        EndsWell(organization, bulk);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task One_call_to_Dynamics_in_twenty_goes_wrong(int seed)
    {
        var trouble = new CrmTrouble(seed, oneIn: 20);
        await using var organization = await StartAsync(trouble.See);
        trouble.IsOn = true;

        EndsWell(organization, Begin(organization));

        Assert.InRange(trouble.Happened, 10, int.MaxValue);
    }

    [Fact]
    public async Task Contacts_that_are_deleted_while_the_provider_has_their_messages_stop_nothing()
    {
        BulkOrganization? organization = null;
        var isDeleted = false;
        await using var deleting = organization = await StartAsync(point =>
        {
            if (point is { Name: "Create", Table: Sms.LogicalName, IsAfter: false } && !isDeleted && organization is { } present)
            {
                isDeleted = true;
                foreach (var person in present.Audience.People.Take(People / 4))
                {
                    present.Admin.Delete("contact", person.Id);
                }
            }
        });

        var bulk = Begin(deleting);
        deleting.Pass(TimeSpan.FromHours(8), () => BulkRecord.IsOver(bulk.Read()));

        // Whose message was announced has it; the others had no value for the text any more.
        var outcome = BulkOutcome.Read(deleting, bulk, 0);
        Assert.Empty(outcome.Violations());
        Assert.Equal((SmsBulk.Status.Finished, People), (outcome.Row.Statuscode, outcome.Accepted + (outcome.Row.SkippedMissingValue ?? 0)));
        Assert.InRange(outcome.Accepted, People * 3 / 4, People);
    }

    private static Task<BulkOrganization> StartAsync(Action<CallPoint>? see, LocalTimeouts? timeouts = null, int? batchLimit = null) =>
        BulkOrganization.StartAsync(Providers.Askable, People, mixed: false, new ExecutionOptions { CheckContracts = false, OnCall = see }, timeouts, batchLimit);

    /// <summary>Something happens when the provider has taken more than a quarter.</summary>
    private static async Task<BulkOrganization> StartHalfWayAsync(Action<BulkOrganization> happens)
    {
        BulkOrganization? organization = null;
        var isOrdered = false;
        organization = await StartAsync(point =>
        {
            if (point is { Kind: CallKind.Http, IsAfter: false } && !isOrdered && organization is { Simulator.Messages.Count: > 100 } half)
            {
                isOrdered = true;
                happens(half);
            }
        });
        return organization;
    }

    /// <summary>Account and bulk say why, nobody was refused, and the provider is left alone.</summary>
    private static void StandsStill(BulkOrganization organization, BulkRecord bulk, PauseReason reason)
    {
        var stopped = bulk.Read();
        var account = organization.Account();
        Assert.Equal((SmsBulk.Status.Paused, reason, 0), (stopped.Statuscode, stopped.PauseReason, stopped.Rejected ?? 0));
        Assert.Equal((SmsSetting.Status.Paused, reason), (account.Statuscode, account.PauseReason));
        Assert.False(string.IsNullOrEmpty(stopped.PauseNote) || string.IsNullOrEmpty(account.PauseNote));
        Assert.InRange(organization.Simulator.Messages.Count, 1, People - 1);
        var sends = organization.Simulator.Arrivals.ByOperation[Send];
        organization.Pass(TimeSpan.FromHours(1), () => false);
        Assert.Equal(sends, organization.Simulator.Arrivals.ByOperation[Send]);
    }

    private static BulkRecord Begin(BulkOrganization organization)
    {
        var bulk = organization.Begin("bulk", partitions: 2);
        organization.Work();
        return bulk;
    }

    private static void EndsWell(BulkOrganization organization, BulkRecord bulk)
    {
        organization.Pass(TimeSpan.FromHours(30), () => BulkRecord.IsOver(bulk.Read()) && (bulk.Read().Waiting ?? 0) == 0);

        var outcome = BulkOutcome.Read(organization, bulk, 0);
        Assert.Empty(outcome.Violations());
        Assert.Equal((SmsBulk.Status.Finished, People, 0), (outcome.Row.Statuscode, outcome.Accepted, outcome.Unknown));
    }
}
