using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Tables;
using smSys.Messaging.Messages;

namespace smSys.Plugins.Tests.Bulk;

/// <summary>What a bulk accounts for beside its messages: parts, cost, and whom it left out for which reason.</summary>
public class BulkAccountTests
{
    private static readonly string[] _numbers = ["989121000019", "989121000029", "989121000002", "989121000013"];

    [Fact]
    public async Task Parts_and_cost_are_those_of_the_accepted_and_stand_on_the_bulk_before_and_after_counting()
    {
        await using var organization = await BulkOrganization.StartAsync(
            _numbers, partitions: 1, kind: ProviderKind.Rahyab, text: new string('س', 71), setting: setting => (setting.PricePersian, setting.PriceLatin) = (500.5m, 300m));

        organization.Engine.Work();
        var sent = organization.Bulk();
        organization.Engine.Pass(TimeSpan.FromMinutes(5));

        var bulk = organization.Bulk();
        Assert.Equal((3, 6, 3003m), (sent.Accepted, sent.TotalParts, sent.TotalCost));
        Assert.Equal((3, 1, 6, 3003m), (bulk.Accepted, bulk.Rejected, bulk.TotalParts, bulk.TotalCost));
        Assert.Equal((4, 4), organization.Balance());
    }

    [Fact]
    public async Task Without_a_tariff_nobody_claims_to_know_the_cost()
    {
        await using var organization = await BulkOrganization.StartAsync(Audience.Plain(2), partitions: 1, kind: ProviderKind.Rahyab);

        organization.Engine.Work();
        organization.Engine.Pass(TimeSpan.FromMinutes(5));

        Assert.Equal((2, null), (organization.Bulk().TotalParts, organization.Bulk().TotalCost));
    }

    [Fact]
    public async Task Whose_message_stands_there_by_another_record_is_left_out_as_a_duplicate()
    {
        await using var organization = await BulkOrganization.StartAsync(Audience.Plain(3), partitions: 1);
        var id = DeterministicId.ForBulkMessage(organization.BulkId, organization.Bulk().CreatedOn!.Value, organization.Numbers[1]);
        organization.Engine.System.Create(new SmsRow(id) { Subject = "another one", Direction = Direction.Outgoing, PhoneNumber = organization.Numbers[1] }.Record);

        organization.Engine.Work();
        organization.Engine.Pass(TimeSpan.FromMinutes(5));

        var bulk = organization.Bulk();
        Assert.Equal((SmsBulk.Status.Finished, 2, 1), (bulk.Statuscode, bulk.Accepted, bulk.SkippedDuplicate));
        Assert.Equal((3, 3), organization.Balance());
        Assert.Equal("another one", new SmsRow(organization.Engine.System.Retrieve(Sms.LogicalName, id, new ColumnSet(true))).Subject);
    }

    [Fact]
    public async Task In_test_mode_only_test_numbers_get_a_message_and_the_others_are_left_out_for_that_reason()
    {
        await using var organization = await BulkOrganization.StartAsync(
            Audience.Plain(4), partitions: 1, setting: setting => (setting.TestMode, setting.TestNumbers) = (true, "0912 100 0019\n09120000000"));

        organization.Engine.Work();
        organization.Engine.Pass(TimeSpan.FromMinutes(5));

        var bulk = organization.Bulk();
        Assert.Equal((SmsBulk.Status.Finished, 1, 3, 0), (bulk.Statuscode, bulk.Accepted, bulk.SkippedTest, bulk.SkippedDoNotContact));
        Assert.Equal((4, 4), organization.Balance());
        Assert.Equal("989121000019", Assert.Single(organization.Accepted()).Key);
    }

    [Theory]
    [InlineData(MessageClass.Advertising, 29, 1)]
    [InlineData(MessageClass.Advertising, 31, 0)]
    [InlineData(MessageClass.Service, 1, 0)]
    public async Task Whom_the_operator_blocked_not_long_ago_gets_no_advertising(MessageClass messageClass, int daysAgo, int skipped)
    {
        await using var organization = await BulkOrganization.StartAsync(
            Audience.Plain(3), partitions: 1, text: "تخفیف", change: bulk => bulk.MessageClass = messageClass);
        var blocked = organization.Engine.System.Create(new SmsRow
        {
            Subject = "before",
            PhoneNumber = organization.Numbers[1],
            MessageClass = MessageClass.Advertising,
            StateCode = Sms.State.Open,
            StatusCode = Sms.Status.Sent,
            Record = { ["overriddencreatedon"] = organization.Engine.Clock.UtcNow.AddDays(-daysAgo) },
        }.Record);
        organization.Engine.System.Update(new SmsRow(blocked) { StateCode = Sms.State.Canceled, StatusCode = Sms.Status.BlockedByOperator }.Record);

        organization.Engine.Work();
        organization.Engine.Pass(TimeSpan.FromMinutes(5));

        var bulk = organization.Bulk();
        Assert.Equal((3 - skipped, skipped), (bulk.Accepted, bulk.SkippedBlocked));
        Assert.Equal((3, 3), organization.Balance());
        Assert.Equal(skipped == 0, organization.Accepted().ContainsKey(organization.Numbers[1]));
    }

    [Fact]
    public async Task A_sum_that_is_wrong_is_told_aloud()
    {
        await using var organization = await BulkOrganization.StartAsync(Audience.Plain(3), partitions: 1);
        organization.Engine.System.Update(new SmsBulkRow(organization.BulkId) { Expected = 4 }.Record);

        organization.Engine.Work();

        Assert.Contains("4 / 3 + 0 + 0 + 0 + 0 + 0", organization.Bulk().Warning, StringComparison.Ordinal);
        Assert.Contains("4 / 3", Assert.Single(organization.Engine.All("task")).GetAttributeValue<string>("subject"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Receipts_that_do_not_make_up_the_accepted_are_told_aloud()
    {
        await using var organization = await BulkOrganization.StartAsync(Audience.Plain(6), partitions: 2);
        organization.Engine.Work();
        var good = organization.Bulk();

        // Nobody counts this partition again before the other one is counted.
        organization.Engine.System.Update(new SmsProcessRow(organization.Partitions[0]) { Delivered = 9, NextRunOn = organization.Engine.Clock.UtcNow.AddDays(1) }.Record);
        organization.Engine.Pass(TimeSpan.FromMinutes(3));

        Assert.Equal((6, null), (good.Accepted, good.Warning));
        Assert.StartsWith("The receipts do not add up", organization.Bulk().Warning, StringComparison.Ordinal);
        Assert.Contains(": 6 / ", organization.Bulk().Warning, StringComparison.Ordinal);
        Assert.Single(organization.Engine.All("task"));
    }

    [Theory]
    [InlineData("لغو۱۱", "سلام نام0\nلغو۱۱")]
    [InlineData(null, "سلام نام0")]
    public async Task Advertising_of_a_bulk_says_how_to_opt_out(string? line, string expected)
    {
        await using var organization = await BulkOrganization.StartAsync(
            Audience.Plain(1), partitions: 1, change: bulk => bulk.MessageClass = MessageClass.Advertising, setting: setting => setting.OptOutLine = line);

        organization.Engine.Work();

        Assert.Equal(expected, Assert.Single(organization.Messages()).Text);
        Assert.Equal(expected, Assert.Single(organization.Engine.Simulator.Messages.All).Text);
    }

    [Fact]
    public async Task The_line_for_opting_out_counts_in_parts_and_cost_and_a_service_message_has_none()
    {
        var text = new string('س', 68);
        await using var advertising = await BulkOrganization.StartAsync(
            Audience.Plain(1), partitions: 1, kind: ProviderKind.Rahyab, text: text, change: bulk => bulk.MessageClass = MessageClass.Advertising, setting: Priced);
        await using var service = await BulkOrganization.StartAsync(Audience.Plain(1), partitions: 1, kind: ProviderKind.Rahyab, text: text, setting: Priced);

        advertising.Engine.Work();
        service.Engine.Work();

        Assert.Equal((2, 1000m), (advertising.Bulk().TotalParts, advertising.Bulk().TotalCost));
        Assert.Equal((1, 500m), (service.Bulk().TotalParts, service.Bulk().TotalCost));

        static void Priced(SmsSettingRow setting) => (setting.OptOutLine, setting.PricePersian) = ("لغو۱۱", 500m);
    }

    [Theory]
    [InlineData("پاسخ به {{replyline}}")]
    [InlineData("سلام {{firstname}}، پاسخ به {{replyline}}")]
    public async Task The_reply_line_stands_in_the_text(string text)
    {
        await using var organization = await BulkOrganization.StartAsync(Audience.Plain(2), partitions: 1, text: text);
        var reply = organization.Engine.Admin.Create(new SmsNumberRow
        {
            Name = "answers",
            Line = "30009999",
            SettingId = new EntityReference(SmsSetting.LogicalName, organization.Engine.SettingId),
        }.Record);
        organization.Engine.System.Update(new SmsBulkRow(organization.BulkId) { ReplyNumberId = new EntityReference(SmsNumber.LogicalName, reply) }.Record);

        organization.Engine.Work();

        Assert.Equal(2, organization.Messages().Count);
        Assert.All(organization.Messages(), sms => Assert.EndsWith("پاسخ به 30009999", sms.Text, StringComparison.Ordinal));
        Assert.All(organization.Messages(), sms => Assert.Equal(reply, sms.ReplyNumberId?.Id));
    }
}
