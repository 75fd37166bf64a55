using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Tables;

namespace smSys.Activities.Tests;

/// <summary>The steps that ask and note, as compiled into smSys.dll, run by the emulator's workflow host.</summary>
public sealed class AskingStepTests : IDisposable
{
    private readonly StepScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public void Render_template_gives_the_text_a_record_would_get_and_sends_nothing()
    {
        var outputs = _scene.Run("Templates.RenderTemplate", ("Contact", _scene.Contact), ("Template", _scene.Template("سلام {{firstname}} {{lastname}}")));

        Assert.Equal(("سلام سارا رضایی", 1, true), (outputs["Rendered"], outputs["Parts"], outputs["Succeeded"]));
        Assert.Empty(_scene.System.RetrieveMultiple(new QueryExpression(Sms.LogicalName)).Entities);
    }

    [Theory]
    [InlineData("{{firstnme}}", "(template-column)")]
    [InlineData("{{jobtitle}}", "(value-missing)")]
    [InlineData("", "(text-missing)")]
    public void Render_template_says_what_is_wrong(string text, string code) =>
        Assert.EndsWith(code, (string)_scene.Run("Templates.RenderTemplate", ("Contact", _scene.Contact), ("Source", text))["Error"]!, StringComparison.Ordinal);

    [Fact]
    public void Match_keyword_gives_the_rule_and_what_its_places_hold()
    {
        var rule = _scene.Admin.Create(new SmsKeywordRow { Name = "مشکل", Match = KeywordMatch.Pattern, Pattern = "مشکل {severity} {description*}", Order = 1 }.Record);

        var hit = _scene.Run("Words.MatchKeyword", ("Message", "مشکل حاد: ذخیره نشدن"), ("Line", _scene.Line), ("Place", "severity"));
        var miss = _scene.Run("Words.MatchKeyword", ("Message", "سلام"));

        Assert.Equal((true, rule, "حاد"), (hit["Found"], ((EntityReference)hit["Keyword"]!).Id, hit["Value"]));
        Assert.Contains("description = ذخیره نشدن", (string)hit["All"]!, StringComparison.Ordinal);
        Assert.Equal((false, ""), (miss["Found"], miss["Value"]));
    }

    [Fact]
    public void Find_sender_gives_the_one_record_that_has_the_number_or_says_that_several_have()
    {
        var one = _scene.Run("Numbers.FindSender", ("Number", "۰۹۱۲۳۴۵۶۷۸۹"));
        _scene.Admin.Create(new Entity("lead") { ["lastname"] = "دیگری", ["mobilephone"] = "09123456789", ["subject"] = "x" });
        var several = _scene.Run("Numbers.FindSender", ("Number", "09123456789"));
        var nobody = _scene.Run("Numbers.FindSender", ("Number", "09350000000"));

        Assert.Equal((true, _scene.Contact.Id, "contact " + _scene.Contact.Id.ToString("D")), (one["Found"], ((EntityReference)one["Contact"]!).Id, one["TableAndId"]));
        Assert.Equal((false, true), (several["Found"], several["IsAmbiguous"]));
        Assert.Equal((false, false, true), (nobody["Found"], nobody["IsAmbiguous"], nobody["Succeeded"]));
    }

    [Fact]
    public void Get_delivery_state_tells_how_far_a_message_is()
    {
        var sms = _scene.Run("Sending.QueueSms", ("Contact", _scene.Contact), ("Text", "سلام"))["Sms"];
        var queued = _scene.Run("Messages.DeliveryState", ("Sms", sms));
        _scene.Admin.Update(new SmsRow(((EntityReference)sms!).Id) { StateCode = Sms.State.Canceled, StatusCode = Sms.Status.Cancelled }.Record);
        var cancelled = _scene.Run("Messages.DeliveryState", ("Sms", sms));

        Assert.Equal(("Queued", false, false, false), (queued["State"], queued["IsDelivered"], queued["HasFailed"], queued["IsFinal"]));
        Assert.Equal((true, true, false), (cancelled["HasFailed"], cancelled["IsFinal"], cancelled["WasSent"]));
        Assert.EndsWith("(sms-gone)", (string)_scene.Run("Messages.DeliveryState", ("Sms", new EntityReference(Sms.LogicalName, Guid.NewGuid())))["Error"]!, StringComparison.Ordinal);
    }

    [Fact]
    public void Set_consent_writes_what_check_consent_reads()
    {
        object? Out() => _scene.Run("Consents.CheckConsent", ("Number", "09123456789"))["HasOptedOut"];
        Assert.Equal(false, Out());

        var written = _scene.Run("Consents.SetConsent", ("Number", "0912 345 6789"), ("IsIn", false), ("Proof", "تلفنی گفت"), ("Class", new OptionSetValue((int)MessageClass.Service)));

        Assert.Equal((true, true), (written["IsWritten"], Out()));
        var row = new SmsConsentRow(_scene.System.RetrieveMultiple(new QueryExpression(SmsConsent.LogicalName) { ColumnSet = new ColumnSet(true) }).Entities.Single());
        Assert.Equal((ConsentSource.Workflow, "تلفنی گفت"), (row.Source, row.ProofText));
        _scene.Run("Consents.SetConsent", ("Number", "09123456789"), ("IsIn", true));
        Assert.Equal(false, Out());
    }

    [Fact]
    public void Get_balance_tells_what_is_known_and_asks_again_in_the_background()
    {
        var never = _scene.Run("Accounts.GetBalance", ("Setting", _scene.Setting));
        _scene.System.Update(new SmsSettingRow(_scene.Setting.Id)
        {
            Balance = 120_000, BalanceUnit = BalanceUnit.Rial, BalanceOn = StepScene.Start.AddMinutes(-5), LowBalance = 200_000,
        }.Record);
        var known = _scene.Run("Accounts.GetBalance", ("Setting", _scene.Setting), ("AskAgain", true));

        Assert.Equal((0m, -1), (never["Balance"], never["Age"]));
        Assert.Equal((120_000m, "Rial", 5, true), (known["Balance"], known["Unit"], known["Age"], known["IsLow"]));
        var asked = new QueryExpression(SmsProcess.LogicalName) { ColumnSet = new ColumnSet(true) };
        asked.Criteria.AddCondition(SmsProcess.Columns.ProcessKind, ConditionOperator.Equal, (int)ProcessKind.Balance);
        asked.Criteria.AddCondition(SmsProcess.Columns.Interval, ConditionOperator.Null);
        Assert.NotNull(Assert.Single(_scene.System.RetrieveMultiple(asked).Entities).GetAttributeValue<DateTime?>(SmsProcess.Columns.RequestedOn));
    }
}
