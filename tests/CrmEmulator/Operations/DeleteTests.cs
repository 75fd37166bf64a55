using CrmEmulator.Faults;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmEmulator.Tests.Operations;

public sealed class DeleteTests : IDisposable
{
    private readonly SampleOrganization sample = new();

    [Fact]
    public void A_deleted_row_is_gone()
    {
        var id = sample.CreateOrder();

        sample.Service.Delete("new_order", id);

        SampleOrganization.AssertFault(FaultCodes.ObjectDoesNotExist, "Does Not Exist", () => sample.Service.Retrieve("new_order", id, new ColumnSet(true)));
        SampleOrganization.AssertFault(FaultCodes.ObjectDoesNotExist, "Does Not Exist", () => sample.Service.Delete("new_order", id));
    }

    [Fact]
    public void Children_go_along_lose_the_link_or_forbid_it()
    {
        var contact = sample.CreateContact();
        var account = sample.Service.Create(new Entity("account") { ["name"] = "شرکت" });
        var parent = sample.CreateOrder();
        var order = sample.Service.Create(new Entity("new_order")
        {
            ["new_contactid"] = new EntityReference("contact", contact),
            ["new_accountid"] = new EntityReference("account", account),
            ["new_parentid"] = new EntityReference("new_order", parent),
        });

        SampleOrganization.AssertFault(FaultCodes.DeleteRestricted, "new_order.new_accountid", () => sample.Service.Delete("account", account));
        sample.Service.Delete("new_order", parent);
        Assert.False(sample.Service.Retrieve("new_order", order, new ColumnSet(true)).Contains("new_parentid"));
        sample.Service.Delete("contact", contact);
        SampleOrganization.AssertFault(FaultCodes.ObjectDoesNotExist, "new_order", () => sample.Service.Retrieve("new_order", order, new ColumnSet(false)));
        sample.Service.Delete("account", account);
    }

    [Fact]
    public void Notes_go_with_what_they_are_about()
    {
        var order = sample.CreateOrder();
        var note = sample.Service.Create(new Entity("annotation") { ["subject"] = "یادداشت", ["objectid"] = new EntityReference("new_order", order), ["documentbody"] = Convert.ToBase64String(new byte[5]) });

        Assert.Equal(5, sample.Service.Retrieve("annotation", note, new ColumnSet("filesize"))["filesize"]);
        sample.Service.Delete("new_order", order);

        SampleOrganization.AssertFault(FaultCodes.ObjectDoesNotExist, "annotation", () => sample.Service.Retrieve("annotation", note, new ColumnSet(false)));
    }

    [Fact]
    public void Users_are_disabled_rather_than_deleted() =>
        SampleOrganization.AssertFault(FaultCodes.MessageNotSupported, "systemuser", () => sample.Service.Delete("systemuser", sample.CreateUser("سوم")));

    [Fact]
    public void Tables_only_the_platform_writes_are_refused()
    {
        SampleOrganization.AssertFault(FaultCodes.MessageNotSupported, "'Create' method does not support entities of type 'activitypointer'", () => sample.Service.Create(new Entity("activitypointer")));
        SampleOrganization.AssertFault(FaultCodes.MessageNotSupported, "listmember", () => sample.Service.Create(new Entity("listmember")));
    }

    [Fact]
    public void An_unknown_message_is_named() =>
        SampleOrganization.AssertFault(FaultCodes.UnknownMessage, "'new_DoSomething'", () => sample.Service.Execute(new OrganizationRequest("new_DoSomething")));

    public void Dispose() => sample.Dispose();
}
