using CrmEmulator.Faults;
using CrmEmulator.Metadata;
using CrmEmulator.Security;
using CrmEmulator.Storage;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmEmulator.Operations.Relations;

/// <summary>Associate: joins rows through a relationship.</summary>
internal sealed class AssociateOperation : ICoreOperation
{
    public OrganizationResponse Execute(OrganizationRequest request, OperationScope scope)
    {
        var pair = RelationshipSide.Of(request, scope);
        foreach (var related in request.Required<EntityReferenceCollection>("RelatedEntities"))
        {
            if (pair.OneToMany is { } oneToMany)
            {
                var (many, one) = related.LogicalName == oneToMany.ReferencingTable && !pair.IsReferencing ? (related, pair.Target) : (pair.Target, related);
                scope.Pipeline(new UpdateRequest { Target = new Entity(many.LogicalName, many.Id) { [oneToMany.ReferencingColumn] = one } });
                continue;
            }

            pair.RequireRows(related, scope);
            if (!PlatformRow.Join(pair.ManyToMany!, pair.First(related), pair.Second(related), scope))
            {
                throw Fault.Of(FaultCodes.DuplicateRecord, "Cannot insert duplicate key.");
            }

            pair.CountMembers(related, scope);
        }

        return new AssociateResponse();
    }
}

/// <summary>Disassociate: parts them again; what was not joined stays as it is.</summary>
internal sealed class DisassociateOperation : ICoreOperation
{
    public OrganizationResponse Execute(OrganizationRequest request, OperationScope scope)
    {
        var pair = RelationshipSide.Of(request, scope);
        foreach (var related in request.Required<EntityReferenceCollection>("RelatedEntities"))
        {
            if (pair.OneToMany is { } oneToMany)
            {
                var many = pair.IsReferencing ? pair.Target : related;
                scope.Pipeline(new UpdateRequest { Target = new Entity(many.LogicalName, many.Id) { [oneToMany.ReferencingColumn] = null } });
                continue;
            }

            pair.RequireRows(related, scope);
            var relationship = pair.ManyToMany!;
            var statement = scope.Transaction.Connection.Prepare($"DELETE FROM {SqlNames.Quote(relationship.IntersectTable)} WHERE {SqlNames.Quote(relationship.FirstColumn)}=? AND {SqlNames.Quote(relationship.SecondColumn)}=?");
            statement.Bind(1, pair.First(related));
            statement.Bind(2, pair.Second(related));
            statement.Run();
            pair.CountMembers(related, scope);
            TableAccess.NoteChange(scope, scope.Catalog.Table(relationship.IntersectTable));
        }

        return new DisassociateResponse();
    }
}
