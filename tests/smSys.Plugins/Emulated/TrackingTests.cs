using CrmEmulator.Pipeline;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Processes;
using smSys.Crm.Tables;

namespace smSys.Plugins.Tests.Emulated;

/// <summary>A tick of tracking gets through what there is of it.</summary>
public class TrackingTests
{
    // ParsGreen is asked about twenty at a time, and a page is ten calls.
    private const int APage = 200;

    [Fact]
    public async Task Of_many_messages_of_one_second_each_is_asked_about_in_a_round()
    {
        await using var organization = await EngineOrganization.StartAsync(ProviderKind.ParsGreen);
        Sent(organization, APage + 30, organization.Clock.UtcNow.AddMinutes(-2));

        var result = Track(organization).LastResult;

        Assert.StartsWith("Asked about 230, moved 0, ", result, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_ends_inside_a_second_leaves_nobody_out()
    {
        await using var organization = await EngineOrganization.StartAsync(ProviderKind.ParsGreen);
        Sent(organization, APage - 50, organization.Clock.UtcNow.AddMinutes(-3));
        Sent(organization, 100, organization.Clock.UtcNow.AddMinutes(-2));
        Sent(organization, 10, organization.Clock.UtcNow.AddMinutes(-1));

        var result = Track(organization).LastResult;

        Assert.StartsWith("Asked about 260, moved 0, ", result, StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_a_paced_account_the_next_tick_goes_on_behind_the_last_message_also_inside_a_second()
    {
        await using var organization = await EngineOrganization.StartAsync(ProviderKind.Rahyab);
        Sent(organization, 150, organization.Clock.UtcNow.AddMinutes(-2));

        var first = Track(organization).LastResult;
        organization.Clock.Advance(TimeSpan.FromSeconds(2));
        var second = Track(organization).LastResult;

        Assert.StartsWith("Asked about 100, ", first, StringComparison.Ordinal);
        Assert.StartsWith("Asked about 50, ", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_gets_no_receipt_any_more_is_closed_tick_after_tick_until_nothing_is_left()
    {
        var writes = 0;
        EngineOrganization? present = null;
        await using var organization = await EngineOrganization.StartAsync(ProviderKind.Rahyab, new ExecutionOptions
        {
            OnCall = point =>
            {
                if (present is not null && point is { Name: "Update", Table: Sms.LogicalName, IsAfter: true } && ++writes % 10 == 0)
                {
                    present.Clock.Advance(TimeSpan.FromSeconds(2));
                }
            },
        });
        Sent(organization, 520, organization.Clock.UtcNow.AddDays(-40), withId: false);
        present = organization;

        Track(organization);

        Assert.Equal(0, Waiting(organization));
        Assert.True(organization.Clock.UtcNow - EngineOrganization.Start > TimeSpan.FromSeconds(100));
    }

    private static int Waiting(EngineOrganization organization) =>
        organization.All(Sms.LogicalName, query => query.Criteria.AddCondition("statuscode", Microsoft.Xrm.Sdk.Query.ConditionOperator.Equal, (int)Sms.Status.Sent)).Count;

    private static SmsProcessRow Track(EngineOrganization organization)
    {
        var id = ProcessIds.Of(ProcessKind.Track, organization.SettingId);
        organization.System.Update(new SmsProcessRow(id) { RequestedOn = organization.Clock.UtcNow }.Record);
        organization.Work();
        return organization.Process(id);
    }

    // The provider knows none of them.
    private static void Sent(EngineOrganization organization, int count, DateTime on, bool withId = true)
    {
        var account = organization.Setting().Account;
        for (var i = 0; i < count; i++)
        {
            organization.System.Create(new SmsRow
            {
                Subject = "sent",
                Direction = Direction.Outgoing,
                PhoneNumber = "989121000019",
                Text = "سلام",
                SettingId = new EntityReference(SmsSetting.LogicalName, organization.SettingId),
                Account = account,
                ProviderMessageId = withId ? (7_000_000 + on.Minute * 10_000 + i).ToString(System.Globalization.CultureInfo.InvariantCulture) : null,
                HandedOverOn = on,
                StateCode = Sms.State.Open,
                StatusCode = Sms.Status.Sent,
            }.Record);
        }
    }
}
