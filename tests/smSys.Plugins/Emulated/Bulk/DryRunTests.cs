using System.Text.Json;
using CrmEmulator.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using smSys.Crm.Processes;
using smSys.Crm.Tables;

namespace smSys.Plugins.Tests.Emulated.Bulk;

/// <summary>A dry run says beforehand what would happen, sends nothing, and leaves no chunk behind.</summary>
public class DryRunTests
{
    [Fact]
    public async Task Everybody_is_rendered_and_counted_and_nobody_gets_anything()
    {
        await using var organization = await EngineOrganization.StartAsync();
        organization.Admin.Update(new SmsSettingRow(organization.SettingId)
        {
            PriceLatin = 300,
            PricePersian = 500,
            ApprovalAbove = 5,
            RespectDoNotContact = true,
        }.Record);
        organization.System.Update(new SmsSettingRow(organization.SettingId) { Balance = 400, BalanceUnit = BalanceUnit.Rial }.Record);
        var scene = new AudienceScene(organization);
        organization.OptOut("989121000003");
        var forbids = organization.Contact("09121000004");
        organization.Admin.Update(new Entity("contact", forbids) { ["donotsendmm"] = true });
        var bulk = scene.Bulk(row =>
        {
            row.AudienceKind = AudienceKind.MarketingLists;
            row.MessageClass = MessageClass.Advertising;
            row.Text = "Dear {{firstname}}, {{jobtitle}}";
        });
        var list = scene.List(
            Person("09121000001", "Sara", "engineer"), Person("09121000002", "سارا", "مهندس"), Person("09121000003", "Opted", "out"), forbids,
            Person("09121000005", "No job", null), Person("09121000001", "Twice", "x"), Person("12", "Bad", "x"), Person(null, "None", "x"));
        scene.Add(bulk, list);

        var result = scene.DryRun(bulk);

        Assert.Equal(SmsBulk.Status.Checked, result.Statuscode);
        Assert.Equal((8, 1, 1, 1), (result.Expected, result.SkippedNoNumber, result.SkippedInvalid, result.SkippedDuplicate));
        Assert.Equal((1, 1, 1, 6), (result.SkippedOptedOut, result.SkippedDoNotContact, result.SkippedMissingValue, result.Skipped));
        Assert.Equal((800m, BalanceUnit.Rial, true), (result.Price, result.PriceUnit, result.ApprovalNeeded));
        Assert.Contains("balance", result.Warning, StringComparison.Ordinal);
        var json = JsonDocument.Parse(result.DryRunResult!).RootElement;
        Assert.Equal((2, "no"), (json.GetProperty("send").GetInt32(), json.GetProperty("balanceSuffices").GetString()));
        Assert.Equal("jobtitle", json.GetProperty("missingByValue")[0].GetProperty("name").GetString());
        Assert.StartsWith("Arabic letter", json.GetProperty("unicodeForcedBy")[0].GetProperty("name").GetString(), StringComparison.Ordinal);
        Assert.Equal(organization.Simulator.Account.Lines[0].TrimStart('+'), json.GetProperty("replyLine").GetString());
        Assert.Contains("8 recipients, 2 get", json.GetProperty("summary").GetString(), StringComparison.Ordinal);
        Assert.Empty(scene.Chunks(bulk));
        Assert.Equal(0, organization.Sends);
        Assert.Empty(organization.All(Sms.LogicalName));

        Guid Person(string? mobile, string first, string? job)
        {
            var id = organization.Contact(mobile ?? string.Empty, first);
            organization.Admin.Update(new Entity("contact", id) { ["jobtitle"] = job });
            return id;
        }
    }

    [Theory]
    [InlineData("their screens are Persian", 1065, null, 1033, true)]
    [InlineData("Dynamics has no Persian, and the default setting says it", 1033, 1065, 1033, true)]
    [InlineData("nothing is said but by the organisation", null, null, 1065, true)]
    [InlineData("their screens are English in a Persian organisation", 1033, null, 1065, false)]
    [InlineData("nothing is said at all", null, null, 1033, false)]
    public async Task Its_sentences_are_in_the_language_of_who_asked_for_it(string why, int? screens, int? setting, int organizationLanguage, bool isPersian)
    {
        await using var organization = await EngineOrganization.StartAsync();
        var admin = organization.Crm.AdministratorId;
        organization.System.Execute(new UpsertRequest { Target = new Entity("usersettings", admin) { ["uilanguageid"] = screens } });
        organization.Admin.Update(new SmsSettingRow(organization.SettingId) { Language = setting, ApprovalAbove = 1, PricePersian = 1_450, PriceLatin = 1_450 }.Record);
        organization.System.Update(new SmsSettingRow(organization.SettingId) { BalanceUnit = BalanceUnit.Rial }.Record);
        organization.System.Update(new Entity("organization", Assert.Single(organization.All("organization")).Id) { ["languagecode"] = organizationLanguage });
        var scene = new AudienceScene(organization);

        var result = scene.DryRun(scene.BulkOf(scene.List(organization.Contact("09121000001"), organization.Contact("09121000002"))));

        var json = JsonDocument.Parse(result.DryRunResult!).RootElement;
        var summary = json.GetProperty("summary").GetString()!;
        Assert.Contains(isPersian ? "هزینه ۲٬۹۰۰ ریال" : "Price 2,900 Rial", summary, StringComparison.Ordinal);
        Assert.True(isPersian == json.GetProperty("unicodeForcedBy")[0].GetProperty("name").GetString()!.StartsWith("حرف", StringComparison.Ordinal), why);
        Assert.True(isPersian == summary.Contains("گیرنده", StringComparison.Ordinal), why + ": " + summary);
        Assert.True(isPersian == result.Warning!.Contains("تأیید", StringComparison.Ordinal), why + ": " + result.Warning);
    }

    [Fact]
    public async Task Without_a_tariff_nobody_says_whether_the_balance_suffices()
    {
        await using var organization = await EngineOrganization.StartAsync();
        organization.System.Update(new SmsSettingRow(organization.SettingId) { Balance = 400, BalanceUnit = BalanceUnit.Rial }.Record);
        var scene = new AudienceScene(organization);

        var result = scene.DryRun(scene.BulkOf(scene.List(organization.Contact("09121000001"))));

        Assert.Null(result.Price);
        Assert.Equal("unknown", JsonDocument.Parse(result.DryRunResult!).RootElement.GetProperty("balanceSuffices").GetString());
        Assert.DoesNotContain("balance", result.Warning ?? string.Empty, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_text_to_the_same_list_within_a_day_warns()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var scene = new AudienceScene(organization);
        var list = scene.List(organization.Contact("09121000001"));
        scene.Freeze(scene.BulkOf(list));

        var second = scene.DryRun(scene.BulkOf(list));
        organization.Clock.Advance(TimeSpan.FromHours(25));
        var later = scene.DryRun(scene.BulkOf(list));

        Assert.Contains("same audience within a day", second.Warning, StringComparison.Ordinal);
        Assert.Null(later.Warning);
    }

    [Fact]
    public async Task A_template_that_cannot_be_rendered_makes_it_a_draft_again()
    {
        await using var organization = await EngineOrganization.StartAsync();
        var scene = new AudienceScene(organization);
        var bulk = scene.Bulk(row => (row.AudienceKind, row.AudienceIds) = (AudienceKind.File, "09121000001"));
        organization.System.Update(new SmsBulkRow(bulk) { Text = "{{if}}" }.Record);

        var draft = scene.DryRun(bulk);

        Assert.Equal(SmsBulk.Status.Draft, draft.Statuscode);
        Assert.EndsWith(")", draft.Warning, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Killed_at_any_call_it_comes_to_the_same_result(bool after)
    {
        var crash = new CrashAt();
        await using var organization = await EngineOrganization.StartAsync(execution: new ExecutionOptions { OnCall = crash.See, CheckContracts = false });
        var scene = new AudienceScene(organization);
        var list = scene.List([.. Enumerable.Range(0, 30).Select(i => organization.Contact(i % 10 == 0 ? "1" : "0912100" + (i % 25).ToString("0000", null)))]);
        var wanted = scene.DryRun(scene.BulkOf(list)).DryRunResult;
        var wrong = new List<string>();
        for (var call = 1; call <= 80; call++)
        {
            var bulk = scene.BulkOf(list);
            crash.Arm(call, after);
            var result = scene.DryRun(bulk, TimeSpan.FromMinutes(4));
            if (result.Statuscode != SmsBulk.Status.Checked || result.DryRunResult != wanted || scene.Chunks(bulk).Count > 0)
            {
                wrong.Add($"call {call}: {result.Statuscode} {result.DryRunResult}");
            }

            if (!crash.HasHappened)
            {
                Assert.True(call > 20, $"Only {call} calls were tried.");
                break;
            }
        }

        Assert.Empty(wrong);
    }
}
