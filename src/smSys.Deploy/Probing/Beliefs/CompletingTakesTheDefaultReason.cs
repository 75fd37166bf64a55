using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace smSys.Deploy.Probing.Beliefs;

public sealed class CompletingTakesTheDefaultReason : IBelief
{
    public string Sentence => "An Update of the state alone takes the default reason of that state.";

    public string Source => "experience";

    public Finding Examine(ProbedOrganization organization)
    {
        const int Completed = 5;
        var id = organization.Create(organization.Activity());
        organization.Service.Update(new Entity("task", id) { ["statecode"] = new OptionSetValue(1) });
        var reason = organization.Service.Retrieve("task", id, new ColumnSet("statuscode")).GetAttributeValue<OptionSetValue>("statuscode");
        return Finding.When(reason?.Value == Completed, $"status reason {reason?.Value}");
    }
}
