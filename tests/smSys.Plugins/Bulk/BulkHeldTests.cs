using CrmEmulator.Pipeline;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Tables;
using smSys.Messaging.Bulk;
using smSys.Plugins.Tests.Emulated;

namespace smSys.Plugins.Tests.Bulk;

/// <summary>What was announced and held back is looked at once more before it goes out: wishes, test mode and settings may have changed.</summary>
public class BulkHeldTests
{
    private const int FirstBatch = 20;

    [Theory]
    [InlineData(MessageClass.Service)]
    [InlineData(MessageClass.Advertising)]
    public async Task Who_opts_out_while_the_batch_is_held_back_gets_nothing(MessageClass messageClass)
    {
        await using var held = await HeldAsync(bulk => bulk.MessageClass = messageClass);
        var numbers = HeldNumbers(held);
        held.Engine.OptOut(numbers[0]);

        GoOn(held);

        var bulk = held.Bulk();
        Assert.Equal((SmsBulk.Status.Finished, 99, 1, 1), (bulk.Statuscode, bulk.Accepted, bulk.Skipped, bulk.SkippedOptedOut));
        Assert.False(held.Accepted().ContainsKey(numbers[0]));
        Assert.All(held.Accepted(), pair => Assert.Equal(1, pair.Value));
        Assert.Equal((100, 100), held.Balance());
    }

    [Fact]
    public async Task A_batch_of_which_everybody_opts_out_meanwhile_is_skipped_as_a_whole()
    {
        await using var held = await HeldAsync();
        var numbers = HeldNumbers(held);
        foreach (var number in numbers)
        {
            held.Engine.OptOut(number);
        }

        GoOn(held);

        var bulk = held.Bulk();
        Assert.Equal((SmsBulk.Status.Finished, 100 - numbers.Count, numbers.Count), (bulk.Statuscode, bulk.Accepted, bulk.SkippedOptedOut));
        Assert.DoesNotContain(numbers, held.Accepted().ContainsKey);
        Assert.Equal((100, 100), held.Balance());
    }

    [Fact]
    public async Task Who_forbids_advertising_while_the_batch_is_held_back_gets_none()
    {
        await using var held = await HeldAsync(bulk => bulk.MessageClass = MessageClass.Advertising, setting => setting.RespectDoNotContact = true);
        var number = HeldNumbers(held)[0];
        var contact = held.Engine.All("contact", query => query.Criteria.AddCondition("mobilephone", Microsoft.Xrm.Sdk.Query.ConditionOperator.Equal, "+" + number)).Single();
        held.Engine.Admin.Update(new Entity("contact", contact.Id) { ["donotsendmm"] = true });

        GoOn(held);

        Assert.Equal((SmsBulk.Status.Finished, 99, 1), (held.Bulk().Statuscode, held.Bulk().Accepted, held.Bulk().SkippedDoNotContact));
        Assert.False(held.Accepted().ContainsKey(number));
        Assert.Equal((100, 100), held.Balance());
    }

    [Fact]
    public async Task Test_mode_that_is_switched_on_half_way_is_obeyed_within_a_batch()
    {
        var watch = new AtFirstSend();
        await using var organization = await BulkOrganization.StartAsync(
            Audience.Plain(100), partitions: 1, execution: new ExecutionOptions { OnCall = watch.See });
        var listed = organization.Numbers[^1];
        watch.Do = () => organization.Engine.Admin.Update(new SmsSettingRow(organization.Engine.SettingId) { TestMode = true, TestNumbers = listed }.Record);

        organization.Engine.Work();
        organization.Engine.Pass(TimeSpan.FromMinutes(10));

        var bulk = organization.Bulk();
        Assert.Equal((SmsBulk.Status.Finished, FirstBatch + 1, 100 - FirstBatch - 1), (bulk.Statuscode, bulk.Accepted, bulk.SkippedTest));
        Assert.Contains(listed, organization.Accepted().Keys);
        Assert.Equal((100, 100), organization.Balance());
    }

    [Fact]
    public async Task A_provider_that_takes_one_a_call_and_refuses_everybody_pauses_the_bulk_too()
    {
        var refused = Enumerable.Range(100, 50).Select(i => "98912" + i + "0013");
        await using var organization = await BulkOrganization.StartAsync([.. refused], partitions: 1, setting: setting => setting.BatchLimit = 1);

        organization.Engine.Work();
        organization.Engine.Pass(TimeSpan.FromMinutes(30), TimeSpan.FromSeconds(30));

        var bulk = organization.Bulk();
        Assert.Equal((SmsBulk.Status.Paused, 20), (bulk.Statuscode, bulk.Rejected));
        Assert.StartsWith("The provider refuses one message after the other", bulk.PauseNote, StringComparison.Ordinal);
    }

    /// <summary>A hundred people, of whom the first batch is sent and the second waits for credit.</summary>
    private static async Task<BulkOrganization> HeldAsync(Action<SmsBulkRow>? change = null, Action<SmsSettingRow>? setting = null)
    {
        var watch = new AtFirstSend(call: 2);
        var organization = await BulkOrganization.StartAsync(
            Audience.Plain(100), partitions: 1, execution: new ExecutionOptions { OnCall = watch.See }, change: change, setting: setting);
        watch.Do = () => organization.Engine.Simulator.Account.PaidIn = organization.Engine.Simulator.Messages.Spent;
        organization.Engine.Work();
        organization.Engine.Pass(TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(1));
        Assert.Equal((SmsBulk.Status.Paused, FirstBatch), (organization.Bulk().Statuscode, organization.Accepted().Count));
        return organization;
    }

    private static List<string> HeldNumbers(BulkOrganization organization)
    {
        var row = organization.Rows()[0];
        var journal = BatchJournal.Read(row.Journal)!;
        return [.. BatchAnswer.Read(row.Answer, journal).PlacesOf(FateKind.ToSend).Select(place => journal.Lines[place].Number)];
    }

    private static void GoOn(BulkOrganization organization)
    {
        organization.Engine.Simulator.Account.PaidIn += 1_000_000;
        organization.Engine.Pass(TimeSpan.FromMinutes(80), TimeSpan.FromMinutes(1));
    }
}
