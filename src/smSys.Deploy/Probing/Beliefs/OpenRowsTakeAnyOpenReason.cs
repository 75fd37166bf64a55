using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace smSys.Deploy.Probing.Beliefs;

public sealed class OpenRowsTakeAnyOpenReason : IBelief
{
    public string Sentence => "A row can be created with any status reason of its open state.";

    public string Source => "experience";

    public Finding Examine(ProbedOrganization organization)
    {
        const int InProgress = 3;
        var row = organization.Activity();
        row["statecode"] = new OptionSetValue(0);
        row["statuscode"] = new OptionSetValue(InProgress);
        var id = organization.Create(row);
        var reason = organization.Service.Retrieve("task", id, new ColumnSet("statuscode")).GetAttributeValue<OptionSetValue>("statuscode");
        return Finding.When(reason?.Value == InProgress, $"status reason {reason?.Value}");
    }
}
