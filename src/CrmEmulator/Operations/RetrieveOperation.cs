using System.Globalization;
using CrmEmulator.Faults;
using CrmEmulator.Metadata;
using CrmEmulator.Security;
using CrmEmulator.Storage;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmEmulator.Operations;

/// <summary>Retrieve.</summary>
internal sealed class RetrieveOperation : ICoreOperation
{
    public OrganizationResponse Execute(OrganizationRequest request, OperationScope scope)
    {
        var target = request.Required<EntityReference>("Target");
        var columns = request.Optional<ColumnSet>("ColumnSet") ?? throw Fault.Argument("Required field 'ColumnSet' is missing.");
        var table = scope.Catalog.Table(target.LogicalName);
        var id = KeyResolver.IdOf(scope, table, target);
        if (!scope.IsSystem && !AccessCheck.RequirePrivilege(scope, table, PrivilegeAction.Read).IsGlobal)
        {
            AccessCheck.RequireRow(scope, table, id, PrivilegeAction.Read);
        }

        var entity = Read(table, id, columns, scope) ?? throw Fault.RowMissing(table.LogicalName, id);
        RelatedQueries.Run(request.Optional<RelationshipQueryCollection>("RelatedEntitiesQuery"), entity, scope);
        return new RetrieveResponse { Results = { ["Entity"] = entity } };
    }

    /// <summary>The row as an entity, or null; no privileges but those on columns.</summary>
    public static Entity? Read(TableDefinition table, Guid id, ColumnSet columns, OperationScope scope)
    {
        Span<bool> wanted = stackalloc bool[table.Columns.Count];
        Mark(table, columns, wanted);
        var parties = WantedLists(table, wanted);
        Span<char> signature = stackalloc char[table.Columns.Count];
        var length = 0;
        foreach (var column in table.Columns)
        {
            if ((wanted[column.Ordinal] && column.IsStored) || column == table.Version)
            {
                signature[length++] = (char)column.Ordinal;
            }
        }

        var prepared = scope.Transaction.Connection.Of(table).Select(signature[..length]);
        prepared.Statement.Bind(1, id);
        if (!prepared.Statement.Step())
        {
            prepared.Statement.Reset();
            return null;
        }

        var entity = new Entity(table.LogicalName, id);
        var mapper = new EntityMapper(scope);
        entity.Attributes[table.PrimaryKey.LogicalName] = id;
        var index = 0;
        foreach (var column in prepared.Columns)
        {
            var value = ValueCodec.Read(prepared.Statement, ref index, column);
            if (value is null)
            {
                continue;
            }

            if (column == table.Version)
            {
                entity.RowVersion = ((long)value).ToString(CultureInfo.InvariantCulture);
                if (!wanted[column.Ordinal])
                {
                    continue;
                }
            }

            if (!table.HasSecuredColumns || scope.IsSystem || scope.Access.MayUseColumn(table, column, PrivilegeAction.Read))
            {
                mapper.Put(entity, column, value);
            }
        }

        prepared.Statement.Reset();
        if (parties.Count > 0)
        {
            ActivityParties.Read(entity, parties, mapper, scope.Transaction);
        }

        return entity;
    }

    private static void Mark(TableDefinition table, ColumnSet columns, Span<bool> wanted)
    {
        if (columns.AllColumns)
        {
            foreach (var column in table.Columns)
            {
                wanted[column.Ordinal] = column.ValidForRead;
            }

            return;
        }

        foreach (var name in columns.Columns)
        {
            wanted[table.Column(name).Ordinal] = true;
        }
    }

    private static List<ColumnDefinition> WantedLists(TableDefinition table, ReadOnlySpan<bool> wanted)
    {
        var lists = new List<ColumnDefinition>();
        foreach (var list in table.PartyLists)
        {
            if (wanted[list.Ordinal])
            {
                lists.Add(list);
            }
        }

        return lists;
    }
}
