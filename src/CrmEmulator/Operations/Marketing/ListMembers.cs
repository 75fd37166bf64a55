using CrmEmulator.Faults;
using CrmEmulator.Metadata;
using CrmEmulator.Security;
using CrmEmulator.Storage;
using Microsoft.Xrm.Sdk;

namespace CrmEmulator.Operations.Marketing;

/// <summary>Members of static marketing lists.</summary>
internal sealed class ListMembers
{
    private readonly OperationScope scope;
    private readonly Guid list;
    private readonly TableDefinition memberTable;

    private ListMembers(OperationScope scope, Guid list, TableDefinition memberTable)
    {
        this.scope = scope;
        this.list = list;
        this.memberTable = memberTable;
    }

    /// <exception cref="System.ServiceModel.FaultException{T}">No such list, a dynamic or a locked one, or no right to write it.</exception>
    public static ListMembers Of(Guid list, OperationScope scope)
    {
        var table = scope.Catalog.Table("list");
        var row = Rows.Read(scope.Transaction, table, list, table.Column("type"), table.Column("membertype"), table.Column("lockstatus")) ?? throw Fault.RowMissing("list", list);
        AccessCheck.RequireRow(scope, table, list, PrivilegeAction.Write);
        if (row.Get<bool>("type"))
        {
            throw Fault.Of(FaultCodes.ListNotStatic, "Members cannot be added to or removed from a dynamic marketing list.");
        }

        if (row.Get<bool>("lockstatus"))
        {
            throw Fault.Argument("The marketing list is locked.");
        }

        var members = row.Get<int>("membertype") switch
        {
            1 => "account",
            4 => "lead",
            _ => "contact",
        };
        return new ListMembers(scope, list, scope.Catalog.Table(members));
    }

    /// <summary>Adds a member once; gives the id of the membership.</summary>
    public Guid Add(Guid member)
    {
        if (!Rows.Exists(scope.Transaction, memberTable, member))
        {
            throw Fault.Of(FaultCodes.ObjectDoesNotExist, $"{memberTable.LogicalName} With Id = {member:D} Does Not Exist; the marketing list holds rows of '{memberTable.LogicalName}'.");
        }

        if (Find(member) is { } known)
        {
            return known;
        }

        var table = scope.Catalog.Table("listmember");
        var id = RowIds.Next(scope.UtcNow);
        var row = PlatformRow.Start(table, id, scope);
        row["listid"] = new EntityReference("list", list);
        row["entityid"] = new EntityReference(memberTable.LogicalName, member);
        row["entitytype"] = memberTable.LogicalName;
        Rows.Insert(scope.Transaction, row);
        return id;
    }

    public void Remove(Guid member)
    {
        if (Find(member) is not { } id)
        {
            throw Fault.Of(FaultCodes.ObjectDoesNotExist, $"The {memberTable.LogicalName} {member:D} is no member of the marketing list.");
        }

        Rows.Delete(scope.Transaction, scope.Catalog.Table("listmember"), id);
    }

    /// <summary>Writes the number of members onto the list.</summary>
    public void Count() => Count(list, scope);

    /// <summary>The same for members that came or went by their relationship.</summary>
    public static void Count(Guid list, OperationScope scope)
    {
        var statement = scope.Transaction.Connection.Prepare("UPDATE list SET membercount=(SELECT count(*) FROM listmember WHERE listid=?1) WHERE listid=?1");
        statement.Bind(1, list);
        statement.Run();
    }

    private Guid? Find(Guid member)
    {
        var statement = scope.Transaction.Connection.Prepare("SELECT listmemberid FROM listmember WHERE listid=? AND entityid=?");
        statement.Bind(1, list);
        statement.Bind(2, member);
        Guid? found = statement.Step() ? statement.Guid(0) : null;
        statement.Reset();
        return found;
    }
}
