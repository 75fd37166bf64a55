using DevHost.Contacts;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Tables;
using smSys.Messaging.Messages;

namespace DevHost.People;

/// <summary>A few rows so that views are not empty: the first contacts of the sample file, a marketing list and a campaign with them, a draft.</summary>
public static class SampleCustomers
{
    /// <summary>What the marketing list is called.</summary>
    public const string ListName = "باشگاه مشتریان";

    /// <summary>What the campaign is called.</summary>
    public const string CampaignName = "جشنواره پاییز";

    private const int People = 5;
    private static readonly DateTime IdTime = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Enters them; again, it changes nothing.</summary>
    public static void Enter(IOrganizationService service)
    {
        var contacts = new ContactImport(service, Path.GetFileName(ShippedFiles.SampleContacts))
            .Import(ContactFile.Read(ShippedFiles.SampleContacts).First(People), _ => { })
            .Recipients.Select(recipient => new EntityReference("contact", recipient.ContactId)).ToList();
        var list = CreateOnce.Do(service, new Entity("list", IdOf("list"))
        {
            ["listname"] = ListName,
            ["type"] = false,
            ["createdfromcode"] = new OptionSetValue(2),
            ["membertype"] = 2,
        });
        JoinOnce(service, list, "listcontact_association", "listmember", contacts);
        var campaign = CreateOnce.Do(service, new Entity("campaign", IdOf("campaign")) { ["name"] = CampaignName });
        JoinOnce(service, campaign, "campaignlist_association", "campaignitem", [list]);
        CreateOnce.Do(service, new Entity(Sms.LogicalName, IdOf("draft"))
        {
            ["subject"] = "پیش‌نویس نمونه",
            ["smsys_text"] = "سلام! این پیامک هنوز پیش‌نویس است و فرستاده نمی‌شود.",
            ["regardingobjectid"] = contacts[0],
            ["to"] = new EntityCollection([new Entity("activityparty") { ["partyid"] = contacts[0] }]),
        });
    }

    private static Guid IdOf(string name) => DeterministicId.Create(IdTime, "sample customers", name);

    private static void JoinOnce(IOrganizationService service, EntityReference one, string relationship, string table, IReadOnlyList<EntityReference> others)
    {
        var known = new QueryExpression(table) { ColumnSet = new ColumnSet("entityid"), Criteria = { Conditions = { new ConditionExpression(one.LogicalName + "id", ConditionOperator.Equal, one.Id) } } };
        var there = service.RetrieveMultiple(known).Entities.Select(row => row["entityid"] is EntityReference reference ? reference.Id : (Guid)row["entityid"]).ToHashSet();
        var missing = others.Where(other => !there.Contains(other.Id)).ToList();
        if (missing.Count > 0)
        {
            service.Associate(one.LogicalName, one.Id, new Relationship(relationship), [.. missing]);
        }
    }
}
