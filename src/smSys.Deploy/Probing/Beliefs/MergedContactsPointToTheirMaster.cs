using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace smSys.Deploy.Probing.Beliefs;

public sealed class MergedContactsPointToTheirMaster : IBelief
{
    public string Sentence => "A contact that was merged away is inactive and names the one that stayed.";

    public string Source => "Learn: Merge message";

    public Finding Examine(ProbedOrganization organization)
    {
        var stays = organization.Create(organization.Contact());
        var goes = organization.Create(organization.Contact());
        organization.Service.Execute(new MergeRequest { Target = new EntityReference("contact", stays), SubordinateId = goes, UpdateContent = new Entity("contact"), PerformParentingChecks = false });
        var merged = organization.Service.Retrieve("contact", goes, new ColumnSet("masterid", "statecode"));
        return Finding.When(
            merged.GetAttributeValue<EntityReference>("masterid")?.Id == stays && merged.GetAttributeValue<OptionSetValue>("statecode")?.Value == 1,
            $"state {merged.GetAttributeValue<OptionSetValue>("statecode")?.Value}");
    }
}
