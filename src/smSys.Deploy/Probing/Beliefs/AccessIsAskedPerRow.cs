using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace smSys.Deploy.Probing.Beliefs;

public sealed class AccessIsAskedPerRow : IBelief
{
    public string Sentence => "RetrievePrincipalAccess tells what a user may do with a row.";

    public string Source => "Learn: RetrievePrincipalAccess message";

    public Finding Examine(ProbedOrganization organization)
    {
        var id = organization.Create(organization.Contact());
        var rights = ((RetrievePrincipalAccessResponse)organization.Service.Execute(new RetrievePrincipalAccessRequest
        {
            Principal = new EntityReference("systemuser", organization.Caller.UserId),
            Target = new EntityReference("contact", id),
        })).AccessRights;
        return Finding.When((rights & AccessRights.ReadAccess) != 0, rights.ToString());
    }
}
