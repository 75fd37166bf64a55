using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace smSys.Deploy.Probing.Beliefs;

public sealed class SetStateStillWorks : IBelief
{
    public string Sentence => "The message SetState changes state and reason of an activity.";

    public string Source => "Learn: Perform specialized operations using Update; classic workflows still send it";

    public Finding Examine(ProbedOrganization organization)
    {
        const int Cancelled = 6;
        var id = organization.Create(organization.Activity());
        organization.Service.Execute(new SetStateRequest { EntityMoniker = new EntityReference("task", id), State = new OptionSetValue(2), Status = new OptionSetValue(Cancelled) });
        var reason = organization.Service.Retrieve("task", id, new ColumnSet("statuscode")).GetAttributeValue<OptionSetValue>("statuscode");
        return Finding.When(reason?.Value == Cancelled, $"status reason {reason?.Value}");
    }
}
