using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace smSys.Deploy.Probing.Beliefs;

public sealed class CompletedActivitiesLeaveTheQueue : IBelief
{
    public string Sentence => "The queue item of an activity goes when the activity is completed.";

    public string Source => "experience";

    public Finding Examine(ProbedOrganization organization)
    {
        var queue = organization.Create(new Entity("queue") { ["name"] = ProbedOrganization.Mark });
        var task = organization.Create(organization.Activity());
        organization.Service.Execute(new AddToQueueRequest { DestinationQueueId = queue, Target = new EntityReference("task", task) });
        organization.Service.Update(new Entity("task", task) { ["statecode"] = new OptionSetValue(1), ["statuscode"] = new OptionSetValue(5) });
        var items = organization.Fetch($"<fetch><entity name='queueitem'><attribute name='queueitemid' /><filter><condition attribute='objectid' operator='eq' value='{task}' /><condition attribute='statecode' operator='eq' value='0' /></filter></entity></fetch>");
        return Finding.When(items.Count == 0, $"{items.Count} active items");
    }
}
