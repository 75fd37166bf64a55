using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Tables;

namespace smSys.Plugins.Tests.Templates;

/// <summary>The four rights: send one, send many, see one, see many, for users of each role and through every door.</summary>
public sealed class PermissionTests : IDisposable
{
    private const string User = "smSys User";
    private const string BulkSender = "smSys Bulk Sender";
    private const string Administrator = "smSys Administrator";
    private readonly TemplateScene _scene = new();

    public static TheoryData<string, string> RolesAndDoors
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var role in new[] { User, BulkSender, Administrator })
            {
                foreach (var door in Doors.All)
                {
                    data.Add(role, door);
                }
            }

            return data;
        }
    }

    public void Dispose() => _scene.Dispose();

    [Theory]
    [MemberData(nameof(RolesAndDoors))]
    public void Whoever_may_append_to_a_line_sends_from_it_through_every_door_and_nobody_else_does(string role, string door)
    {
        var user = _scene.User(role);
        var service = _scene.Crm.ServiceFor(user.Id);
        var own = _scene.LineOf("30005555", user);
        var foreign = _scene.LineOf("30006666", new EntityReference("systemuser", ElsewhereId()));

        Assert.Equal(Sms.Status.Queued, Status(service.Send(door, own)));
        Assert.Equal(Sms.Status.Queued, Status(service.Send(door, null)));
        if (role == Administrator)
        {
            Assert.Equal(Sms.Status.Queued, Status(service.Send(door, foreign)));
        }
        else
        {
            Assert.Throws<FaultException<OrganizationServiceFault>>(() => service.Send(door, foreign));
        }
    }

    [Theory]
    [InlineData("form")]
    [InlineData("import")]
    [InlineData("grid")]
    [InlineData("status")]
    [InlineData("batch")]
    public void The_right_to_the_line_counts_also_where_the_line_was_chosen_for_the_user(string door)
    {
        var service = _scene.Crm.ServiceFor(_scene.User(User).Id);
        _scene.Admin.Update(new Entity(SmsNumber.LogicalName, _scene.Line.Id) { ["ownerid"] = new EntityReference("systemuser", ElsewhereId()) });

        var fault = Assert.Throws<FaultException<OrganizationServiceFault>>(() => service.Send(door, null));

        Assert.Contains("(line-not-permitted)", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(User, false)]
    [InlineData(BulkSender, true)]
    [InlineData(Administrator, true)]
    public void Sending_to_many_is_the_right_to_SMS_Bulk(string role, bool may)
    {
        var service = _scene.Crm.ServiceFor(_scene.User(role).Id);
        Guid Create() => service.Create(new SmsBulkRow { Name = "b", Text = "سلام", AudienceKind = AudienceKind.File }.Record);

        if (may)
        {
            Assert.NotEqual(Guid.Empty, Create());
        }
        else
        {
            Assert.Throws<FaultException<OrganizationServiceFault>>(() => Create());
            Assert.Throws<FaultException<OrganizationServiceFault>>(() => service.RetrieveMultiple(new QueryExpression(SmsBulk.LogicalName)));
        }
    }

    [Theory]
    [InlineData(User, false)]
    [InlineData(BulkSender, false)]
    [InlineData(Administrator, true)]
    public void Seeing_messages_is_seeing_activities_of_the_same_depth(string role, bool seesAll)
    {
        var user = _scene.User(role);
        var service = _scene.Crm.ServiceFor(user.Id);
        var foreign = _scene.Send(_scene.Admin).Id;
        var own = service.Send("form", _scene.LineOf("30005555", user));

        foreach (var table in new[] { Sms.LogicalName, "activitypointer" })
        {
            var seen = service.RetrieveMultiple(new QueryExpression(table) { ColumnSet = new ColumnSet("activityid") }).Entities.Select(row => row.Id).ToArray();
            Assert.Contains(own, seen);
            Assert.Equal(seesAll, seen.Contains(foreign));
        }
    }

    [Fact]
    public void Without_one_of_the_roles_nobody_sends_or_sees_anything()
    {
        var service = _scene.Crm.ServiceFor(_scene.User("Clerk").Id);

        Assert.All(Doors.All, door => Assert.Throws<FaultException<OrganizationServiceFault>>(() => service.Send(door, null)));
        Assert.Throws<FaultException<OrganizationServiceFault>>(() => service.RetrieveMultiple(new QueryExpression(SmsBulk.LogicalName)));
    }

    private Guid ElsewhereId()
    {
        var unit = _scene.Platform.Create(new Entity("businessunit") { ["name"] = "دیگر " + Guid.NewGuid(), ["parentbusinessunitid"] = new EntityReference("businessunit", _scene.Crm.RootBusinessUnitId) });
        return _scene.UserIn(unit, User).Id;
    }

    private Sms.Status? Status(Guid id) => new SmsRow(_scene.Platform.Retrieve(Sms.LogicalName, id, new ColumnSet(true))).StatusCode;
}
