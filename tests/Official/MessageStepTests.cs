using FakeXrmEasy;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Tables;
using smSys.Plugins.Messages;

namespace Official.Tests;

/// <summary>The synchronous steps of a message, from a person's click to the tick that wakes the asynchronous step.</summary>
public class MessageStepTests
{
    private static readonly DateTime Now = new DateTime(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc);
    private static readonly Guid SystemId = new Guid("11111111-1111-1111-1111-111111111111");
    private static readonly Guid UserId = new Guid("22222222-2222-2222-2222-222222222222");
    private static readonly Guid MessageId = new Guid("33333333-3333-3333-3333-333333333333");

    private readonly XrmFakedContext _organization = new XrmFakedContext { CallerId = new EntityReference("systemuser", SystemId) };

    [Fact]
    public void A_draft_gets_its_number_in_one_form_and_keeps_what_was_typed()
    {
        var draft = Message(Sms.Status.Draft);
        draft[Sms.Columns.NumberAsEntered] = "۰۹۱۲ ۳۴۵-۶۷۸۹";
        draft[Sms.Columns.Text] = "سلام";

        new SmsPreparing().Execute(Step("Create", 20, draft));

        Assert.Equal("989123456789", draft[Sms.Columns.PhoneNumber]);
        Assert.Equal("۰۹۱۲ ۳۴۵-۶۷۸۹", draft[Sms.Columns.NumberAsEntered]);
    }

    [Fact]
    public void A_queued_message_gets_line_setting_and_parts()
    {
        var line = GivenALineThat(AccessRights.ReadAccess | AccessRights.AppendToAccess);
        var message = Queued("سلام، وقت شما ثبت شد.");

        new SmsPreparing().Execute(Step("Create", 20, message));

        Assert.Equal(line, ((EntityReference)message[Sms.Columns.NumberId]).Id);
        Assert.Equal(1, message[Sms.Columns.Parts]);
    }

    [Fact]
    public void A_line_that_the_user_may_not_use_is_refused_with_a_sentence_and_a_code()
    {
        GivenALineThat(AccessRights.ReadAccess);

        var refusal = Assert.Throws<InvalidPluginExecutionException>(() => new SmsPreparing().Execute(Step("Create", 20, Queued("سلام"))));

        Assert.EndsWith("(line-not-permitted)", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_that_no_sms_reaches_is_refused()
    {
        var draft = Message(Sms.Status.Draft);
        draft[Sms.Columns.NumberAsEntered] = "۱۲۳";

        Assert.Throws<InvalidPluginExecutionException>(() => new SmsPreparing().Execute(Step("Create", 20, draft)));
    }

    [Fact]
    public void A_queued_message_asks_for_its_asynchronous_step()
    {
        var message = Queued("سلام");
        _organization.Initialize(message);

        new SmsMoved().Execute(Step("Create", 40, message));

        var stored = _organization.GetOrganizationService().Retrieve(Sms.LogicalName, MessageId, new ColumnSet(true));
        Assert.Equal(Now, stored[Sms.Columns.RequestedOn]);
    }

    [Fact]
    public void A_message_on_its_way_cannot_be_deleted()
    {
        var context = Context("Delete", 20);
        context.InputParameters["Target"] = new EntityReference(Sms.LogicalName, MessageId);
        context.PreEntityImages["Before"] = Message(Sms.Status.Sending);

        var refusal = Assert.Throws<InvalidPluginExecutionException>(() => new SmsDeleting().Execute(new SandboxServices(_organization, context, Now)));

        Assert.EndsWith("(delete-not-final)", refusal.Message, StringComparison.Ordinal);
    }

    private static Entity Message(Sms.Status status) => new Entity(Sms.LogicalName, MessageId)
    {
        [Sms.PrimaryId] = MessageId,
        ["statecode"] = new OptionSetValue((int)Sms.State.Open),
        ["statuscode"] = new OptionSetValue((int)status),
    };

    private static Entity Queued(string text)
    {
        var message = Message(Sms.Status.Queued);
        message[Sms.Columns.NumberAsEntered] = "09123456789";
        message[Sms.Columns.Text] = text;
        return message;
    }

    private Guid GivenALineThat(AccessRights rights)
    {
        var setting = new Entity(SmsSetting.LogicalName, Guid.NewGuid())
        {
            ["statecode"] = new OptionSetValue((int)SmsSetting.State.Active),
            [SmsSetting.Columns.MadeDefaultOn] = Now,
        };
        var line = new Entity(SmsNumber.LogicalName, Guid.NewGuid())
        {
            ["statecode"] = new OptionSetValue((int)SmsNumber.State.Active),
            [SmsNumber.Columns.Line] = "30001234",
            [SmsNumber.Columns.SettingId] = setting.ToEntityReference(),
        };
        setting[SmsSetting.Columns.DefaultNumberId] = line.ToEntityReference();
        _organization.Initialize(new[] { setting, line, new Entity("systemuser", UserId) });
        _organization.GetOrganizationService().Execute(new GrantAccessRequest
        {
            Target = line.ToEntityReference(),
            PrincipalAccess = new PrincipalAccess { Principal = new EntityReference("systemuser", UserId), AccessMask = rights },
        });
        return line.Id;
    }

    private SandboxServices Step(string message, int stage, Entity target)
    {
        var context = Context(message, stage);
        context.InputParameters["Target"] = target;
        return new SandboxServices(_organization, context, Now);
    }

    private XrmFakedPluginExecutionContext Context(string message, int stage)
    {
        var context = _organization.GetDefaultPluginContext();
        context.MessageName = message;
        context.Stage = stage;
        context.PrimaryEntityName = Sms.LogicalName;
        context.PrimaryEntityId = MessageId;
        context.UserId = UserId;
        context.InitiatingUserId = UserId;
        return context;
    }
}
