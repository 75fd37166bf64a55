using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace smSys.Deploy.Probing.Beliefs;

public sealed class CampaignListsAreCampaignItems : IBelief
{
    public string Sentence => "The lists of a campaign are its campaign items: entityid is the list.";

    public string Source => "experience";

    public Finding Examine(ProbedOrganization organization)
    {
        var campaign = organization.Create(new Entity("campaign") { ["name"] = ProbedOrganization.Mark });
        var list = organization.Create(new Entity("list") { ["listname"] = ProbedOrganization.Mark, ["createdfromcode"] = new OptionSetValue(2), ["type"] = false });
        organization.Service.Execute(new AddItemCampaignRequest { CampaignId = campaign, EntityId = list, EntityName = "list" });
        var items = organization.Fetch($"<fetch><entity name='campaignitem'><attribute name='entityid' /><filter><condition attribute='campaignid' operator='eq' value='{campaign}' /></filter></entity></fetch>");
        return Finding.When(items.Count == 1 && items[0].GetAttributeValue<Guid>("entityid") == list, $"{items.Count} items");
    }
}
