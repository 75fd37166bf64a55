using CrmEmulator.Faults;
using CrmEmulator.Security;
using CrmEmulator.Storage;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace CrmEmulator.Operations.Cases;

/// <summary>SendEmail: checks the sender and marks the e-mail as sent. No mail leaves the emulator.</summary>
internal sealed class SendEmailOperation : ICoreOperation
{
    private static readonly FaultCode NotApproved = new(unchecked((int)0x8005E204), "MailboxNotApproved");

    public OrganizationResponse Execute(OrganizationRequest request, OperationScope scope)
    {
        var id = request.Required<Guid>("EmailId");
        var table = scope.Catalog.Table("email");
        var email = Rows.Read(scope.Transaction, table, id, table.Column("subject"), table.State) ?? throw Fault.RowMissing("email", id);
        AccessCheck.RequireRow(scope, table, id, PrivilegeAction.Write);
        if (email.Option(table.State) != 0)
        {
            throw Fault.Argument("The e-mail must be in Draft state to be sent.");
        }

        RequireSender(id, scope);
        var values = new RowValues(table);
        values["statecode"] = new OptionSetValue(1);
        values["statuscode"] = new OptionSetValue(request.Optional<bool>("IssueSend") ? 3 : 2);
        values["senton"] = scope.UtcNow;
        UpdateOperation.Apply(values, id, null, scope);
        return new SendEmailResponse { Results = { ["Subject"] = email.Get<string>("subject") ?? string.Empty } };
    }

    private static void RequireSender(Guid email, OperationScope scope)
    {
        var statement = scope.Transaction.Connection.Prepare("SELECT coalesce(u.emailrouteraccessapproval, q.emailrouteraccessapproval, 0), coalesce(u.internalemailaddress, q.emailaddress) FROM activityparty p LEFT JOIN systemuser u ON u.systemuserid=p.partyid LEFT JOIN queue q ON q.queueid=p.partyid WHERE p.activityid=? AND p.participationtypemask=1");
        statement.Bind(1, email);
        var isThere = statement.Step();
        var isApproved = isThere && statement.Long(0) == 1 && !statement.IsNull(1);
        statement.Reset();
        if (!isThere)
        {
            throw Fault.Argument("The e-mail has no sender.");
        }

        if (!isApproved)
        {
            throw Fault.Of(NotApproved, "The sender of the e-mail has no e-mail address, or its mailbox is not approved.");
        }
    }
}
