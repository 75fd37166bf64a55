using System.Text.Json;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Tables;

namespace smSys.Plugins.Tests.Emulated.Bulk;

/// <summary>Each figure of a dry run, alone.</summary>
public class DryRunFigureTests
{
    [Fact]
    public async Task Test_mode_and_the_operators_list_leave_people_out_as_sending_would()
    {
        await using var organization = await EngineOrganization.StartAsync();
        organization.Admin.Update(new SmsSettingRow(organization.SettingId) { TestMode = true, TestNumbers = "09121000001,09121000002" }.Record);
        Blocked(organization, "989121000002");
        var scene = new AudienceScene(organization);

        var result = scene.DryRun(Bulk(scene, "تخفیف", MessageClass.Advertising, "09121000001", "09121000002", "09121000003"));

        var json = Json(result);
        Assert.Equal((3, 1, 1, 1, 2), (result.Expected, Number(json, "send"), result.SkippedBlocked, result.SkippedTest, result.Skipped));
        Assert.Equal((1, 1, 1), (Number(json, "blockedBefore"), Number(json, "skippedForBlockList"), Number(json, "skippedForTestMode")));
    }

    [Fact]
    public async Task A_service_message_is_tried_although_the_operator_blocked_advertising()
    {
        await using var organization = await EngineOrganization.StartAsync();
        Blocked(organization, "989121000002");
        var scene = new AudienceScene(organization);

        var json = Json(scene.DryRun(Bulk(scene, "نوبت شما", MessageClass.Service, "09121000001", "09121000002")));

        Assert.Equal((2, 1, 0), (Number(json, "send"), Number(json, "blockedBefore"), Number(json, "skippedForBlockList")));
    }

    [Fact]
    public async Task The_line_for_opting_out_counts_in_parts_and_price()
    {
        await using var organization = await EngineOrganization.StartAsync();
        organization.Admin.Update(new SmsSettingRow(organization.SettingId) { OptOutLine = "لغو۱۱", PricePersian = 500 }.Record);
        var scene = new AudienceScene(organization);
        var text = new string('س', 68);

        var advertising = scene.DryRun(Bulk(scene, text, MessageClass.Advertising, "09121000001"));
        var service = scene.DryRun(Bulk(scene, text, MessageClass.Service, "09121000001"));

        Assert.Equal((2, 1000m), (advertising.TotalParts, advertising.Price));
        Assert.Equal((1, 500m), (service.TotalParts, service.Price));
    }

    [Fact]
    public async Task The_reply_line_is_that_of_the_bulk_and_counts_as_text()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var reply = organization.Admin.Create(new SmsNumberRow
        {
            Name = "answers",
            Line = "30009999",
            SettingId = new EntityReference(SmsSetting.LogicalName, organization.SettingId),
        }.Record);
        var scene = new AudienceScene(organization);
        var bulk = scene.Bulk(row =>
        {
            (row.AudienceKind, row.AudienceIds) = (AudienceKind.File, "09121000001");
            row.Text = new string('س', 63) + "{{replyline}}";
            row.ReplyNumberId = new EntityReference(SmsNumber.LogicalName, reply);
        });

        var result = scene.DryRun(bulk);

        Assert.Equal("30009999", Json(result).GetProperty("replyLine").GetString());
        Assert.Equal((1, 2, 0), (Number(Json(result), "send"), result.TotalParts, Number(Json(result), "missingValues")));
    }

    [Theory]
    [InlineData(MissingValuePolicy.Skip, 1, 1)]
    [InlineData(MissingValuePolicy.UseDefault, 2, 0)]
    [InlineData(MissingValuePolicy.SendAnyway, 2, 0)]
    public async Task Missing_values_are_counted_and_the_policy_says_who_gets_a_message(MissingValuePolicy policy, int send, int skipped)
    {
        await using var organization = await EngineOrganization.StartAsync();
        var scene = new AudienceScene(organization);
        var bulk = scene.Bulk(row => (row.AudienceKind, row.Text, row.MissingValuePolicy) = (AudienceKind.MarketingLists, "خانم {{lastname}}، {{jobtitle}}", policy));
        var known = organization.Contact("09121000001");
        organization.Admin.Update(new Entity("contact", known) { ["jobtitle"] = "مهندس" });
        scene.Add(bulk, scene.List(known, organization.Contact("09121000002")));

        var result = scene.DryRun(bulk);

        var json = Json(result);
        Assert.Equal((send, 1, skipped), (Number(json, "send"), Number(json, "missingValues"), Number(json, "skippedForMissingValues")));
        Assert.Equal((skipped, policy.ToString().Replace("Anyway", string.Empty, StringComparison.Ordinal)), (result.SkippedMissingValue, json.GetProperty("missingValuePolicy").GetString()!.Replace("Anyway", string.Empty, StringComparison.Ordinal)));
        Assert.Equal(("jobtitle", 1), Item(json, "missingByValue"));
    }

    [Fact]
    public async Task Parts_are_a_histogram_by_encoding_and_what_forces_the_dearer_one_is_named()
    {
        await using var organization = await EngineOrganization.StartAsync();
        organization.Admin.Update(new SmsSettingRow(organization.SettingId) { PriceLatin = 300, PricePersian = 500 }.Record);
        var scene = new AudienceScene(organization);
        var bulk = scene.Bulk(row => (row.AudienceKind, row.Text) = (AudienceKind.MarketingLists, "Dear {{firstname}}" + new string('x', 150)));
        scene.Add(bulk, scene.List(
            organization.Contact("09121000001", "Sara"),
            organization.Contact("09121000002", "Saraswati"),
            organization.Contact("09121000003", "Zoë")));

        var result = scene.DryRun(bulk);

        var json = Json(result);
        var latin = json.GetProperty("latinParts").EnumerateArray().ToDictionary(item => item.GetProperty("name").GetString()!, item => item.GetProperty("recipients").GetInt32());
        Assert.Equal((1, 1), (latin["1"], latin["2"]));
        Assert.Equal(("3", 1), Item(json, "persianParts"));
        Assert.Equal(1, Item(json, "unicodeForcedBy").Item2);
        Assert.Equal((6, (3 * 300m) + (3 * 500m)), (result.TotalParts, result.Price));
    }

    [Theory]
    [InlineData(BalanceUnit.Rial, 1000, "yes")]
    [InlineData(BalanceUnit.Rial, 999, "no")]
    [InlineData(BalanceUnit.Messages, 2, "yes")]
    [InlineData(BalanceUnit.Messages, 1, "no")]
    public async Task The_balance_is_held_against_price_or_parts(BalanceUnit unit, int balance, string suffices)
    {
        await using var organization = await EngineOrganization.StartAsync();
        organization.Admin.Update(new SmsSettingRow(organization.SettingId) { PricePersian = 500 }.Record);
        organization.System.Update(new SmsSettingRow(organization.SettingId) { Balance = balance, BalanceUnit = unit }.Record);
        var scene = new AudienceScene(organization);

        var result = scene.DryRun(Bulk(scene, "سلام", MessageClass.Service, "09121000001", "09121000002"));

        Assert.Equal(suffices, Json(result).GetProperty("balanceSuffices").GetString());
        Assert.Equal(suffices == "no", result.Warning?.Contains("balance", StringComparison.Ordinal) ?? false);
    }

    [Theory]
    [InlineData(ProviderKind.Ghasedak, 0, "rule of thumb", 14)]
    [InlineData(ProviderKind.Ghasedak, 10_000, "pace", 20)]
    [InlineData(ProviderKind.Rahyab, 0, "rule of thumb", 14)]
    public async Task The_duration_is_a_rule_of_thumb_until_a_pace_is_longer(ProviderKind kind, int pace, string by, int seconds)
    {
        await using var organization = await EngineOrganization.StartAsync(kind);
        organization.Admin.Update(new SmsSettingRow(organization.SettingId) { SendPace = pace }.Record);
        var scene = new AudienceScene(organization);

        var result = scene.DryRun(Bulk(scene, "سلام", MessageClass.Service, [.. Plain(200)]));

        Assert.Equal((by, seconds, seconds), (Json(result).GetProperty("secondsBy").GetString(), Number(Json(result), "seconds"), result.ExpectedSeconds));
    }

    [Fact]
    public async Task The_pace_that_a_provider_documents_counts_too()
    {
        await using var organization = await EngineOrganization.StartAsync(ProviderKind.Rahyab);
        organization.Admin.Update(new SmsSettingRow(organization.SettingId) { BatchLimit = 1 }.Record);
        var scene = new AudienceScene(organization);

        var result = scene.DryRun(Bulk(scene, "سلام", MessageClass.Service, [.. Plain(20)]));

        Assert.Equal(("pace", 60), (Json(result).GetProperty("secondsBy").GetString(), result.ExpectedSeconds));
    }

    [Fact]
    public async Task The_duration_is_what_the_last_bulks_of_the_account_took()
    {
        await using var organization = await EngineOrganization.StartAsync();
        foreach (var (milliseconds, accepted) in new[] { (4, 100), (6, 100), (900, 0) })
        {
            organization.System.Create(new SmsProcessRow
            {
                Name = "earlier",
                ProcessKind = ProcessKind.Send,
                SettingId = new EntityReference(SmsSetting.LogicalName, organization.SettingId),
                CreateMilliseconds = milliseconds,
                Accepted = accepted,
            }.Record);
        }

        var scene = new AudienceScene(organization);
        var result = scene.DryRun(Bulk(scene, "سلام", MessageClass.Service, [.. Plain(400)]));

        // 400 × 5 ms, and four calls of 600 ms.
        Assert.Equal(("measured", 5), (Json(result).GetProperty("secondsBy").GetString(), result.ExpectedSeconds));
    }

    internal static void Blocked(EngineOrganization organization, string number)
    {
        var sms = organization.System.Create(new SmsRow
        {
            Subject = "before",
            PhoneNumber = number,
            MessageClass = MessageClass.Advertising,
            StateCode = Sms.State.Open,
            StatusCode = Sms.Status.Sent,
        }.Record);
        organization.System.Update(new SmsRow(sms) { StateCode = Sms.State.Canceled, StatusCode = Sms.Status.BlockedByOperator }.Record);
    }

    private static IEnumerable<string> Plain(int count) => Tests.Bulk.Audience.Plain(count);

    private static Guid Bulk(AudienceScene scene, string text, MessageClass messageClass, params string[] numbers) => scene.Bulk(row =>
    {
        (row.AudienceKind, row.AudienceIds) = (AudienceKind.File, string.Join('\n', numbers));
        (row.Text, row.MessageClass) = (text, messageClass);
    });

    private static JsonElement Json(SmsBulkRow result) => JsonDocument.Parse(result.DryRunResult!).RootElement;

    private static int Number(JsonElement json, string name) => json.GetProperty(name).GetInt32();

    private static (string, int) Item(JsonElement json, string name)
    {
        var item = Assert.Single(json.GetProperty(name).EnumerateArray());
        return (item.GetProperty("name").GetString()!, item.GetProperty("recipients").GetInt32());
    }
}
