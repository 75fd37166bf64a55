using CrmEmulator.Faults;
using CrmEmulator.Metadata;
using CrmEmulator.Operations.Marketing;
using CrmEmulator.Security;
using CrmEmulator.Storage;
using Microsoft.Xrm.Sdk;

namespace CrmEmulator.Operations.Relations;

/// <summary>A relationship seen from the target of an Associate or Disassociate.</summary>
internal sealed class RelationshipSide
{
    private RelationshipSide(EntityReference target, OneToManyRelationship? oneToMany, ManyToManyRelationship? manyToMany, EntityRole? role)
    {
        Target = target;
        OneToMany = oneToMany;
        ManyToMany = manyToMany;
        IsReferencing = oneToMany is not null && oneToMany.ReferencingTable == target.LogicalName && (oneToMany.ReferencedTable != target.LogicalName || role == EntityRole.Referencing);
        isFirst = manyToMany is not null && manyToMany.FirstTable == target.LogicalName && (manyToMany.SecondTable != target.LogicalName || role != EntityRole.Referenced);
    }

    private readonly bool isFirst;

    public EntityReference Target { get; }

    public OneToManyRelationship? OneToMany { get; }

    public ManyToManyRelationship? ManyToMany { get; }

    /// <summary>The target is the many and holds the lookup.</summary>
    public bool IsReferencing { get; }

    public static RelationshipSide Of(OrganizationRequest request, OperationScope scope)
    {
        var target = request.Required<EntityReference>("Target");
        var relationship = request.Required<Relationship>("Relationship");
        scope.Catalog.Table(target.LogicalName);
        var oneToMany = scope.Catalog.FindOneToMany(relationship.SchemaName);
        var manyToMany = scope.Catalog.FindManyToMany(relationship.SchemaName);
        if (oneToMany is null && manyToMany is null)
        {
            throw Fault.Argument($"Could not find a relationship with the name '{relationship.SchemaName}'.");
        }

        if (manyToMany is not null && manyToMany.FirstTable != target.LogicalName && manyToMany.SecondTable != target.LogicalName)
        {
            throw Fault.Argument($"The relationship '{relationship.SchemaName}' does not join '{target.LogicalName}'.");
        }

        return new RelationshipSide(target, oneToMany, manyToMany, relationship.PrimaryEntityRole);
    }

    public Guid First(EntityReference related) => isFirst ? Target.Id : related.Id;

    public Guid Second(EntityReference related) => isFirst ? related.Id : Target.Id;

    /// <summary>A marketing list knows how many members it has, however they came.</summary>
    public void CountMembers(EntityReference related, OperationScope scope)
    {
        if (ManyToMany!.IntersectTable == "listmember")
        {
            ListMembers.Count(ManyToMany.FirstTable == "list" ? First(related) : Second(related), scope);
        }
    }

    /// <summary>Both rows must be there and within reach.</summary>
    public void RequireRows(EntityReference related, OperationScope scope)
    {
        var expected = isFirst ? ManyToMany!.SecondTable : ManyToMany!.FirstTable;
        if (related.LogicalName != expected)
        {
            throw Fault.Argument($"The relationship '{ManyToMany.SchemaName}' joins '{Target.LogicalName}' with '{expected}', not with '{related.LogicalName}'.");
        }

        foreach (var (row, action) in new[] { (Target, PrivilegeAction.Append), (related, PrivilegeAction.AppendTo) })
        {
            var table = scope.Catalog.Table(row.LogicalName);
            if (!Rows.Exists(scope.Transaction, table, row.Id))
            {
                throw Fault.RowMissing(row.LogicalName, row.Id);
            }

            AccessCheck.RequireRow(scope, table, row.Id, action);
        }

        if (ManyToMany.SecondTable == "role")
        {
            RequireSameUnit(related, scope);
        }
    }

    private void RequireSameUnit(EntityReference related, OperationScope scope)
    {
        Guid Unit(EntityReference row)
        {
            var table = scope.Catalog.Table(row.LogicalName);
            return ((EntityReference)Rows.Read(scope.Transaction, table, row.Id, table.Column("businessunitid"))!["businessunitid"]!).Id;
        }

        if (Unit(Target) != Unit(related))
        {
            throw Fault.Argument($"The role is of another business unit than the {(Target.LogicalName == "role" ? related.LogicalName : Target.LogicalName)}; use that unit's copy of the role.");
        }
    }
}
