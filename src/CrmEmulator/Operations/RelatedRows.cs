using CrmEmulator.Faults;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmEmulator.Operations;

/// <summary>Creates or joins the rows that a target carries along (deep insert).</summary>
internal static class RelatedRows
{
    public static void Create(Entity target, Guid id, OperationScope scope)
    {
        if (target.RelatedEntities.Count == 0)
        {
            return;
        }

        foreach (var (relationship, rows) in target.RelatedEntities)
        {
            var oneToMany = scope.Catalog.FindOneToMany(relationship.SchemaName);
            if (oneToMany is null && scope.Catalog.FindManyToMany(relationship.SchemaName) is null)
            {
                throw Fault.Argument($"The relationship {relationship.SchemaName} does not exist.");
            }

            foreach (var row in rows.Entities)
            {
                if (oneToMany is not null)
                {
                    row[oneToMany.ReferencingColumn] = new EntityReference(target.LogicalName, id);
                }

                var response = scope.Pipeline(new CreateRequest { Target = row });
                if (oneToMany is null)
                {
                    scope.Pipeline(new AssociateRequest
                    {
                        Target = new EntityReference(target.LogicalName, id),
                        Relationship = relationship,
                        RelatedEntities = [new EntityReference(row.LogicalName, (Guid)response.Results["id"])],
                    });
                }
            }
        }
    }
}
