using Microsoft.Xrm.Sdk;
using smSys.Crm.Tables;

namespace smSys.Plugins.Tests.Templates;

/// <summary>Which line a message goes out from, and which one its answer comes in on.</summary>
public sealed class LineTests : IDisposable
{
    private readonly TemplateScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Fact]
    public void A_user_sends_from_their_own_line_else_from_their_teams_else_from_the_default_one()
    {
        var user = _scene.User("smSys Administrator", "smSys User");
        var service = _scene.Crm.ServiceFor(user.Id);
        Assert.Equal(_scene.Line.Id, _scene.Send(service).NumberId!.Id);

        var team = Team(user);
        var ofTeam = _scene.LineOf("30002222", team);
        Assert.Equal(ofTeam.Id, _scene.Send(service).NumberId!.Id);

        var own = _scene.LineOf("30003333", user);
        Assert.Equal(own.Id, _scene.Send(service).NumberId!.Id);
        Assert.Equal(ofTeam.Id, _scene.Send(service, sms => sms.NumberId = ofTeam).NumberId!.Id);
    }

    [Fact]
    public void Of_several_lines_of_ones_own_the_one_made_default_last_counts_and_inactive_ones_do_not()
    {
        var user = _scene.User("smSys Administrator");
        var service = _scene.Crm.ServiceFor(user.Id);
        var first = _scene.LineOf("30001111", user);
        var second = _scene.LineOf("30002222", user);
        Assert.Equal(first.Id, _scene.Send(service).NumberId!.Id);

        _scene.Admin.Update(new SmsNumberRow(second.Id) { MadeDefaultOn = new DateTime(2026, 11, 23, 7, 0, 0, DateTimeKind.Utc) }.Record);
        Assert.Equal(second.Id, _scene.Send(service).NumberId!.Id);

        _scene.Admin.Update(new SmsNumberRow(second.Id) { Statecode = SmsNumber.State.Inactive, Statuscode = SmsNumber.Status.Inactive }.Record);
        Assert.Equal(first.Id, _scene.Send(service).NumberId!.Id);
    }

    [Fact]
    public void The_reply_line_is_the_messages_else_the_contacts_else_the_users_else_the_lines_else_the_line_itself()
    {
        var (ofMessage, ofContact, ofUser, ofLine) = (_scene.LineOf("1001", null), _scene.LineOf("1002", null), _scene.LineOf("1003", null), _scene.LineOf("1004", null));
        _scene.Admin.Update(new SmsNumberRow(_scene.Line.Id) { MadeDefaultOn = new DateTime(2026, 11, 23, 7, 0, 0, DateTimeKind.Utc) }.Record);
        string? Sent(Action<SmsRow>? change = null) => _scene.Send(_scene.Admin, sms =>
        {
            sms.Text = "پاسخ به {{replyline}}";
            change?.Invoke(sms);
        }).Text;

        Assert.Equal("پاسخ به 30001234", Sent());
        _scene.Admin.Update(new SmsNumberRow(_scene.Line.Id) { ReplyNumberId = ofLine }.Record);
        Assert.Equal("پاسخ به 1004", Sent());
        ReplyLine("systemuser", _scene.Crm.AdministratorId, ofUser);
        Assert.Equal("پاسخ به 1003", Sent());
        ReplyLine("contact", _scene.Contact.Id, ofContact);
        Assert.Equal("پاسخ به 1002", Sent());
        Assert.Equal("پاسخ به 1001", Sent(sms => sms.ReplyNumberId = ofMessage));
        Assert.Equal("1002", _scene.Text("{{replyline}}"));
    }

    private void ReplyLine(string table, Guid id, EntityReference line)
    {
        var rows = new Microsoft.Xrm.Sdk.Query.QueryExpression(SmsAddress.LogicalName) { ColumnSet = new Microsoft.Xrm.Sdk.Query.ColumnSet(true) };
        rows.Criteria.AddCondition(SmsAddress.Columns.RecordId, Microsoft.Xrm.Sdk.Query.ConditionOperator.Equal, id.ToString("D"));
        var known = _scene.Platform.RetrieveMultiple(rows).Entities.FirstOrDefault();
        if (known is not null)
        {
            _scene.Platform.Update(new SmsAddressRow(known.Id) { ReplyNumberId = line }.Record);
            return;
        }

        _scene.Platform.Create(new SmsAddressRow { Name = "reply", RecordTable = table, RecordId = id.ToString("D"), ReplyNumberId = line }.Record);
    }

    private EntityReference Team(EntityReference user)
    {
        var team = new EntityReference("team", _scene.Admin.Create(new Entity("team")
        {
            ["name"] = "فروش",
            ["businessunitid"] = new EntityReference("businessunit", _scene.Crm.RootBusinessUnitId),
        }));
        _scene.Admin.Associate("team", team.Id, new Relationship("teamroles_association"), [new EntityReference("role", _scene.Crm.AdministratorRoleId)]);
        _scene.Admin.Associate("team", team.Id, new Relationship("teammembership_association"), [user]);
        return team;
    }
}
