using Microsoft.Xrm.Sdk.Query;

namespace smSys.Deploy.Probing.Beliefs;

public sealed class ClocksAgree : IBelief
{
    public string Sentence => "The clock of the organisation and of this machine agree within a minute.";

    public string Source => "experience";

    public Finding Examine(ProbedOrganization organization)
    {
        var id = organization.Create(organization.Activity());
        var created = organization.Service.Retrieve("task", id, new ColumnSet("createdon")).GetAttributeValue<DateTime>("createdon");
        var difference = created - DateTime.UtcNow;
        return Finding.When(difference.Duration() < TimeSpan.FromMinutes(1), $"{difference.TotalSeconds:0} s");
    }
}
