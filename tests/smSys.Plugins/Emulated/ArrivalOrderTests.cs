using CrmEmulator.Latency;
using CrmEmulator.Pipeline;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Tables;
using static smSys.Plugins.Tests.Emulated.KeywordScene;

namespace smSys.Plugins.Tests.Emulated;

/// <summary>What a number has sent is worked off by one job at a time, in the order in which it was sent.</summary>
public class ArrivalOrderTests
{
    private const string Digits = "989123456789";

    [Fact]
    public async Task What_was_sent_earlier_is_worked_off_first_though_it_arrived_later()
    {
        var claims = new List<Guid>();
        await using var organization = await EngineOrganization.StartAsync(execution: new ExecutionOptions { OnCall = point => Note(point, claims) });
        Prepare(organization);

        var later = Arrive(organization, "دوم", secondsAgo: 10);
        var earlier = Arrive(organization, "اول", secondsAgo: 60);
        organization.Work();

        Assert.Equal([earlier, later], claims.Intersect([later, earlier]));
        BothAnsweredOnce(organization);
    }

    [Fact]
    public async Task A_second_job_for_the_number_goes_away_while_the_first_is_at_work_and_loses_nothing()
    {
        var claims = new List<Guid>();
        EngineOrganization? present = null;
        (Guid First, Guid Second) rows = default;
        Sms.Status? secondMeanwhile = null;
        await using var organization = await EngineOrganization.StartAsync(execution: new ExecutionOptions
        {
            OnCall = point =>
            {
                Note(point, claims);
                if (present is { } meeting && secondMeanwhile is null && claims.Count > 0)
                {
                    // The lease is written and nothing is done yet: now the other job comes.
                    secondMeanwhile = Sms.Status.Draft;
                    meeting.Work();
                    secondMeanwhile = meeting.Read(rows.Second).StatusCode;
                }
            },
        });
        Prepare(organization);
        rows = (Arrive(organization, "اول", secondsAgo: 60), Arrive(organization, "دوم", secondsAgo: 10));
        present = organization;

        organization.Work();

        Assert.Equal(Sms.Status.Arrived, secondMeanwhile);
        Assert.Contains(organization.Crm.Traces.Executions, trace => trace.Text.Contains("Another job works on this number.", StringComparison.Ordinal));
        Assert.Equal([rows.First, rows.Second], claims.Intersect([rows.Second, rows.First]));
        BothAnsweredOnce(organization);
    }

    private static void Prepare(EngineOrganization organization)
    {
        organization.Contact(Mobile);
        Reply(organization, Rule(organization, null, KeywordMatch.Anything, rule => rule.IsDefault = true), "رسید: {{text}}");
        organization.Work();
    }

    /// <summary>A message as a poll files it.</summary>
    private static Guid Arrive(EngineOrganization organization, string text, int secondsAgo) => organization.System.Create(new SmsRow
    {
        Direction = Direction.Incoming,
        Text = text,
        PhoneNumber = Digits,
        NumberId = new EntityReference(SmsNumber.LogicalName, organization.LineId),
        SettingId = new EntityReference(SmsSetting.LogicalName, organization.SettingId),
        ProviderTime = organization.Clock.UtcNow.AddSeconds(-secondsAgo),
        ArrivedOn = organization.Clock.UtcNow,
        StateCode = Sms.State.Open,
        StatusCode = Sms.Status.Arrived,
    }.Record);

    /// <summary>Writes down which message a job writes into.</summary>
    private static void Note(CallPoint point, List<Guid> claims)
    {
        if (point is { IsAsynchronous: true, IsAfter: true, Name: "Update", Table: Sms.LogicalName } && point.TypeName.EndsWith("SmsRequested", StringComparison.Ordinal))
        {
            claims.Add(point.RowId);
        }
    }

    private static void BothAnsweredOnce(EngineOrganization organization)
    {
        organization.Pass(TimeSpan.FromMinutes(5));
        Assert.Equal(2, organization.Inbound().Count);
        Assert.All(organization.Inbound(), message => Assert.Equal((Sms.Status.Received, null), (message.StatusCode, message.ClaimedUntil)));
        Assert.Equal(["رسید: اول", "رسید: دوم"], organization.Inbox(Mobile).Select(message => message.Text).Order(StringComparer.Ordinal));
    }
}
