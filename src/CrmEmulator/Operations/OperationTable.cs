using CrmEmulator.Operations.Cases;
using CrmEmulator.Operations.Information;
using CrmEmulator.Operations.Marketing;
using CrmEmulator.Operations.Queues;
using CrmEmulator.Operations.Relations;
using CrmEmulator.Operations.Sharing;
using CrmEmulator.Operations.Teams;
using Microsoft.Crm.Sdk.Messages;

namespace CrmEmulator.Operations;

/// <summary>Which class carries out which message.</summary>
internal static class OperationTable
{
    public static IReadOnlyDictionary<string, ICoreOperation> All { get; } = new Dictionary<string, ICoreOperation>
    {
        ["Create"] = new CreateOperation(),
        ["Retrieve"] = new RetrieveOperation(),
        ["Update"] = new UpdateOperation(),
        ["Delete"] = new DeleteOperation(),
        ["RetrieveMultiple"] = new RetrieveMultipleOperation(),
        ["Upsert"] = new UpsertOperation(),
        ["SetState"] = new SetStateOperation(),
        ["SetStateDynamicEntity"] = new SetStateOperation(),
        ["IsValidStateTransition"] = new IsValidStateTransitionOperation(),
        ["Assign"] = new AssignOperation(),
        ["Associate"] = new AssociateOperation(),
        ["Disassociate"] = new DisassociateOperation(),
        ["Merge"] = new MergeOperation(),
        ["AddToQueue"] = new AddToQueueOperation(),
        ["RemoveFromQueue"] = new RemoveFromQueueOperation(),
        ["PickFromQueue"] = new PickFromQueueOperation(),
        ["ReleaseToQueue"] = new ReleaseToQueueOperation(),
        ["RouteTo"] = new RouteToOperation(),
        ["AddPrincipalToQueue"] = new AddPrincipalToQueueOperation(),
        ["RetrieveUserQueues"] = new RetrieveUserQueuesOperation(),
        ["AddMemberList"] = new AddMemberListOperation(),
        ["AddListMembersList"] = new AddListMembersListOperation(),
        ["RemoveMemberList"] = new RemoveMemberListOperation(),
        ["CopyMembersList"] = new CopyMembersListOperation(),
        ["CopyDynamicListToStatic"] = new CopyDynamicListToStaticOperation(),
        ["AddItemCampaign"] = new AddCampaignItemOperation("campaign", "CampaignId", "EntityId", id => new AddItemCampaignResponse { Results = { ["CampaignItemId"] = id } }),
        ["RemoveItemCampaign"] = new RemoveCampaignItemOperation("campaign", "CampaignId", "EntityId", () => new RemoveItemCampaignResponse()),
        ["AddItemCampaignActivity"] = new AddCampaignItemOperation("campaignactivity", "CampaignActivityId", "ItemId", id => new AddItemCampaignActivityResponse { Results = { ["CampaignActivityItemId"] = id } }),
        ["RemoveItemCampaignActivity"] = new RemoveCampaignItemOperation("campaignactivity", "CampaignActivityId", "ItemId", () => new RemoveItemCampaignActivityResponse()),
        ["CloseIncident"] = new CloseIncidentOperation(),
        ["SendEmail"] = new SendEmailOperation(),
        ["GrantAccess"] = new GrantAccessOperation(),
        ["ModifyAccess"] = new ModifyAccessOperation(),
        ["RevokeAccess"] = new RevokeAccessOperation(),
        ["RetrieveSharedPrincipalsAndAccess"] = new RetrieveSharedPrincipalsOperation(),
        ["RetrievePrincipalAccess"] = new RetrievePrincipalAccessOperation(),
        ["AddMembersTeam"] = new AddMembersTeamOperation(),
        ["RemoveMembersTeam"] = new RemoveMembersTeamOperation(),
        ["RetrieveMembersTeam"] = new RetrieveMembershipOperation("systemuser", "teamid", "MemberColumnSet", () => new RetrieveMembersTeamResponse()),
        ["RetrieveTeamsSystemUser"] = new RetrieveMembershipOperation("team", "systemuserid", "ColumnSet", () => new RetrieveTeamsSystemUserResponse()),
        ["AddPrivilegesRole"] = new ChangeRolePrivilegesOperation(replaces: false, () => new AddPrivilegesRoleResponse()),
        ["ReplacePrivilegesRole"] = new ChangeRolePrivilegesOperation(replaces: true, () => new ReplacePrivilegesRoleResponse()),
        ["RetrieveRolePrivilegesRole"] = new RetrieveRolePrivilegesOperation(),
        ["RetrieveUserPrivileges"] = new RetrieveUserPrivilegesOperation(),
        ["WhoAmI"] = new WhoAmIOperation(),
        ["RetrieveVersion"] = new RetrieveVersionOperation(),
        ["RetrieveCurrentOrganization"] = new RetrieveCurrentOrganizationOperation(),
        ["RetrieveAvailableLanguages"] = new LanguagesOperation("LocaleIds", () => new RetrieveAvailableLanguagesResponse()),
        ["RetrieveProvisionedLanguages"] = new LanguagesOperation("RetrieveProvisionedLanguages", () => new RetrieveProvisionedLanguagesResponse()),
        ["PublishAllXml"] = new PublishOperation(() => new PublishAllXmlResponse()),
        ["PublishXml"] = new PublishOperation(() => new PublishXmlResponse()),
        ["LocalTimeFromUtcTime"] = new TimeZoneOperation("UtcTime", "LocalTime", 1, () => new LocalTimeFromUtcTimeResponse()),
        ["UtcTimeFromLocalTime"] = new TimeZoneOperation("LocalTime", "UtcTime", -1, () => new UtcTimeFromLocalTimeResponse()),
        ["FetchXmlToQueryExpression"] = new FetchXmlToQueryExpressionOperation(),
        ["QueryExpressionToFetchXml"] = new QueryExpressionToFetchXmlOperation(),
        ["RetrieveEntity"] = new RetrieveEntityOperation(),
        ["RetrieveAllEntities"] = new RetrieveAllEntitiesOperation(),
        ["RetrieveAttribute"] = new RetrieveAttributeOperation(),
        ["RetrieveOptionSet"] = new RetrieveOptionSetOperation(),
        ["RetrieveRelationship"] = new RetrieveRelationshipOperation(),
    };

    /// <summary>Messages that only read.</summary>
    public static IReadOnlyList<string> Reading { get; } =
    [
        "Retrieve", "RetrieveMultiple", "IsValidStateTransition", "RetrieveUserQueues", "RetrieveSharedPrincipalsAndAccess",
        "RetrievePrincipalAccess", "RetrieveMembersTeam", "RetrieveTeamsSystemUser", "RetrieveRolePrivilegesRole",
        "RetrieveUserPrivileges", "WhoAmI", "RetrieveVersion", "RetrieveCurrentOrganization", "RetrieveAvailableLanguages",
        "RetrieveProvisionedLanguages", "LocalTimeFromUtcTime", "UtcTimeFromLocalTime", "FetchXmlToQueryExpression",
        "QueryExpressionToFetchXml", "RetrieveEntity", "RetrieveAllEntities", "RetrieveAttribute", "RetrieveOptionSet",
        "RetrieveRelationship",
    ];
}
