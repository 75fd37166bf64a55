using CrmEmulator.Metadata;

namespace CrmEmulator.Security;

/// <summary>What a privilege lets one do; the numbers are the platform's access rights.</summary>
[Flags]
public enum PrivilegeAction
{
    None = 0,
    Read = 1,
    Write = 2,
    Append = 4,
    AppendTo = 16,
    Create = 32,
    Delete = 65536,
    Share = 262144,
    Assign = 524288,
}

/// <summary>Privileges by name: prvReadContact, prvAppendToActivity …</summary>
internal static class PrivilegeNames
{
    public static readonly IReadOnlyList<PrivilegeAction> Actions =
    [
        PrivilegeAction.Create, PrivilegeAction.Read, PrivilegeAction.Write, PrivilegeAction.Delete,
        PrivilegeAction.AppendTo, PrivilegeAction.Append, PrivilegeAction.Assign, PrivilegeAction.Share,
    ];

    public static string Of(TableDefinition table, PrivilegeAction action) => "prv" + action + table.PrivilegeName;

    public static Guid IdOf(string name) => StableId.Of("privilege", name.ToLowerInvariant());

    /// <summary>Splits a name into action and table group; an unknown form is of no table.</summary>
    public static (PrivilegeAction Action, string Group) Split(string name)
    {
        foreach (var action in Actions)
        {
            var start = "prv" + action;
            if (name.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            {
                return (action, name[start.Length..]);
            }
        }

        return (PrivilegeAction.None, name);
    }

    /// <summary>The actions that exist for a table: rows nobody owns cannot be assigned or shared.</summary>
    public static IEnumerable<PrivilegeAction> For(TableDefinition table) => table.Ownership == Ownership.User
        ? Actions
        : Actions.Where(action => action is not (PrivilegeAction.Assign or PrivilegeAction.Share));
}
