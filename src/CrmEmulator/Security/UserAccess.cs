using CrmEmulator.Metadata;

namespace CrmEmulator.Security;

/// <summary>What one user may do: own roles and those of the teams, put together.</summary>
internal sealed class UserAccess
{
    private readonly Dictionary<string, Dictionary<PrivilegeAction, Grant>> grants;
    private readonly HashSet<(string Table, string Column, PrivilegeAction Action)> securedColumns;

    public UserAccess(Guid userId, Guid businessUnitId, Dictionary<string, Dictionary<PrivilegeAction, Grant>> grants, HashSet<(string, string, PrivilegeAction)> securedColumns)
    {
        UserId = userId;
        BusinessUnitId = businessUnitId;
        this.grants = grants;
        this.securedColumns = securedColumns;
    }

    public Guid UserId { get; }

    public Guid BusinessUnitId { get; }

    public string Name { get; init; } = string.Empty;

    public bool IsDisabled { get; init; }

    /// <summary>The language in the user's settings, by LCID; null: the organisation's.</summary>
    public int? Language { get; init; }

    /// <summary>System Administrators and SYSTEM may do anything.</summary>
    public bool IsUnlimited { get; init; }

    /// <summary>Teams the user belongs to.</summary>
    public IReadOnlyList<Guid> Teams { get; init; } = [];

    /// <summary>The user and the teams: everybody whose rows are the user's own.</summary>
    public IReadOnlyList<Guid> Principals { get; init; } = [];

    public Grant For(TableDefinition table, PrivilegeAction action)
    {
        if (IsUnlimited || table.PrivilegeName is null)
        {
            return Grant.Everything;
        }

        return grants.TryGetValue(table.PrivilegeName, out var group) && group.TryGetValue(action, out var grant) ? grant : Grant.None;
    }

    public bool MayUseColumn(TableDefinition table, ColumnDefinition column, PrivilegeAction action) =>
        !column.IsSecured || IsUnlimited || securedColumns.Contains((table.LogicalName, column.LogicalName, action));
}
