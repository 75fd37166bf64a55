using CrmEmulator.Faults;
using CrmEmulator.Metadata;
using CrmEmulator.Security;
using CrmEmulator.Storage;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace CrmEmulator.Operations.Marketing;

/// <summary>AddItemCampaign and AddItemCampaignActivity: lists, products and campaigns that belong to one.</summary>
internal sealed class AddCampaignItemOperation(string owner, string ownerParameter, string itemParameter, Func<Guid, OrganizationResponse> response) : ICoreOperation
{
    public OrganizationResponse Execute(OrganizationRequest request, OperationScope scope)
    {
        var relationship = CampaignItems.Relationship(owner, request.Required<string>("EntityName"), scope);
        var (first, second) = (request.Required<Guid>(ownerParameter), request.Required<Guid>(itemParameter));
        CampaignItems.RequireRows(relationship, first, second, scope);
        PlatformRow.Join(relationship, first, second, scope);
        return response(CampaignItems.Find(relationship, first, second, scope)!.Value);
    }
}

/// <summary>RemoveItemCampaign and RemoveItemCampaignActivity.</summary>
internal sealed class RemoveCampaignItemOperation(string owner, string ownerParameter, string itemParameter, Func<OrganizationResponse> response) : ICoreOperation
{
    public OrganizationResponse Execute(OrganizationRequest request, OperationScope scope)
    {
        var relationship = CampaignItems.Relationship(owner, "list", scope);
        var (first, second) = (request.Required<Guid>(ownerParameter), request.Required<Guid>(itemParameter));
        var table = scope.Catalog.Table(relationship.IntersectTable);
        AccessCheck.RequireRow(scope, scope.Catalog.Table(owner), first, PrivilegeAction.Write);
        Rows.Delete(scope.Transaction, table, CampaignItems.Find(relationship, first, second, scope) ?? throw Fault.Of(FaultCodes.ObjectDoesNotExist, $"The item {second:D} does not belong to the {owner} {first:D}."));
        return response();
    }
}

/// <summary>The pairs of campaigns and what belongs to them.</summary>
internal static class CampaignItems
{
    public static ManyToManyRelationship Relationship(string owner, string item, OperationScope scope) =>
        scope.Catalog.ManyToManyRelationships.FirstOrDefault(one => one.FirstTable == owner && one.SecondTable == item && (one.SecondColumn is "entityid" or "itemid"))
        ?? throw Fault.Argument($"A row of '{item}' cannot be an item of a {owner}.");

    public static void RequireRows(ManyToManyRelationship relationship, Guid first, Guid second, OperationScope scope)
    {
        foreach (var (name, id) in new[] { (relationship.FirstTable, first), (relationship.SecondTable, second) })
        {
            if (!Rows.Exists(scope.Transaction, scope.Catalog.Table(name), id))
            {
                throw Fault.RowMissing(name, id);
            }
        }

        AccessCheck.RequireRow(scope, scope.Catalog.Table(relationship.FirstTable), first, PrivilegeAction.Write);
    }

    public static Guid? Find(ManyToManyRelationship relationship, Guid first, Guid second, OperationScope scope)
    {
        var table = scope.Catalog.Table(relationship.IntersectTable);
        var statement = scope.Transaction.Connection.Prepare($"SELECT {SqlNames.Quote(table.PrimaryKey.LogicalName)} FROM {SqlNames.Of(table)} WHERE {SqlNames.Quote(relationship.FirstColumn)}=? AND {SqlNames.Quote(relationship.SecondColumn)}=?");
        statement.Bind(1, first);
        statement.Bind(2, second);
        Guid? found = statement.Step() ? statement.Guid(0) : null;
        statement.Reset();
        return found;
    }
}
