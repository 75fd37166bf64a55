using System.ServiceModel;
using CrmEmulator;
using CrmEmulator.Time;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Tables;
using smSys.Plugins.Tests.Emulated;

namespace smSys.Activities.Tests;

/// <summary>The steps as compiled into smSys.dll, run by the emulator's workflow host.</summary>
public sealed class WorkflowStepTests : IDisposable
{
    private readonly Organization _crm;
    private readonly IOrganizationService _admin;
    private readonly EntityReference _contact;

    public WorkflowStepTests()
    {
        _crm = Organization.Open(new OrganizationOptions { Clock = OrganizationClock.Manual(new DateTime(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc)) });
        _crm.ImportSolution(ShippedSolution.Zip);
        _admin = _crm.ServiceFor(_crm.AdministratorId);
        _contact = new EntityReference("contact", _admin.Create(new Entity("contact") { ["lastname"] = "رضایی", ["mobilephone"] = "0912 345 6789" }));
    }

    public void Dispose() => _crm.Dispose();

    [Fact]
    public void Split_words_gives_a_word_and_the_rest()
    {
        var outputs = Run("smSys.Activities.Words.SplitWords", ("Message", "مشکل حاد: ذخیره نشدن فرم‌ها"), ("Separators", ""), ("Index", 2));

        Assert.Equal(("حاد", "ذخیره نشدن فرم‌ها", 5, true), (outputs["Word"], outputs["Rest"], outputs["Count"], outputs["Succeeded"]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("،،، ...")]
    public void A_text_of_separators_only_has_no_words(string text)
    {
        var outputs = Run("smSys.Activities.Words.SplitWords", ("Message", text), ("Separators", ""), ("Index", 1));

        Assert.Equal(("", 0), (outputs["Word"], outputs["Count"]));
    }

    [Fact]
    public void Normalise_number_gives_one_form_or_says_what_is_wrong()
    {
        var good = Run("smSys.Activities.Numbers.NormaliseNumber", ("Number", "۰۹۱۲ ۳۴۵-۶۷۸۹"));
        var bad = Run("smSys.Activities.Numbers.NormaliseNumber", ("Number", "0912"));

        Assert.Equal(("989123456789", "+989123456789", true, true), (good["Digits"], good["International"], good["IsMobile"], good["Succeeded"]));
        Assert.Equal(false, bad["Succeeded"]);
        Assert.EndsWith("(number-too-short)", (string)bad["Error"]!, StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_fails_the_process_when_the_designer_wants_that() =>
        Assert.Throws<FaultException<OrganizationServiceFault>>(
            () => Run("smSys.Activities.Numbers.NormaliseNumber", ("Number", "0912"), ("FailOnError", true)));

    [Fact]
    public void Count_parts_names_the_character_that_forces_unicode()
    {
        var outputs = Run("smSys.Activities.Text.CountParts", ("Message", "Hello سلام"));

        Assert.Equal((1, true), (outputs["Parts"], outputs["IsUnicode"]));
        Assert.EndsWith("(7)", (string)outputs["Cause"]!, StringComparison.Ordinal);
    }

    [Fact]
    public void Send_sms_queues_a_message_that_is_marked_as_automatic()
    {
        GivenALine();

        var outputs = Run("smSys.Activities.Sending.QueueSms", ("Contact", _contact), ("Text", "سلام"), ("ValidMinutes", 30));

        var row = new SmsRow(_admin.Retrieve(Sms.LogicalName, ((EntityReference)outputs["Sms"]!).Id, new ColumnSet(true)));
        Assert.Equal((Sms.Status.Queued, "989123456789", true), (row.StatusCode, row.PhoneNumber, row.IsAutomatic));
        Assert.Equal(new DateTime(2026, 11, 23, 8, 30, 0, DateTimeKind.Utc), row.NotAfter);
    }

    [Fact]
    public void Send_sms_wants_exactly_one_recipient()
    {
        var outputs = Run("smSys.Activities.Sending.QueueSms", ("Text", "سلام"));

        Assert.EndsWith("(recipient-one)", (string)outputs["Error"]!, StringComparison.Ordinal);
    }

    private void GivenALine()
    {
        var setting = new EntityReference(SmsSetting.LogicalName, _admin.Create(new SmsSettingRow
        {
            Name = "account",
            ProviderKind = ProviderKind.Ghasedak,
            Address = "http://ghasedak.sim.test/",
        }.Record));
        _admin.Create(new SmsNumberRow { Line = "30001234", SettingId = setting }.Record);
    }

    private IReadOnlyDictionary<string, object?> Run(string type, params (string Name, object? Value)[] inputs) =>
        _crm.Workflows.RunActivity(type, _contact, _crm.AdministratorId, inputs.ToDictionary(input => input.Name, input => input.Value));
}
