using Microsoft.Xrm.Sdk;

namespace smSys.Deploy.Probing.Beliefs;

public sealed class ActivitiesWritePartyRows : IBelief
{
    public string Sentence => "An activity with a sender and a recipient writes two to five party rows.";

    public string Source => "experience";

    public Finding Examine(ProbedOrganization organization)
    {
        var contact = organization.Create(organization.Contact());
        var call = organization.Activity("phonecall");
        call["from"] = new EntityCollection([new Entity("activityparty") { ["partyid"] = new EntityReference("systemuser", organization.Caller.UserId) }]);
        call["to"] = new EntityCollection([new Entity("activityparty") { ["partyid"] = new EntityReference("contact", contact) }]);
        call["regardingobjectid"] = new EntityReference("contact", contact);
        var id = organization.Create(call);
        var parties = organization.Fetch($"<fetch><entity name='activityparty'><attribute name='activitypartyid' /><filter><condition attribute='activityid' operator='eq' value='{id}' /></filter></entity></fetch>");
        return Finding.When(parties.Count is >= 2 and <= 5, $"{parties.Count} rows");
    }
}
