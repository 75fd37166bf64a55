using System.Xml.Linq;
using SolutionTool.Layout;
using SolutionTool.Model;
using SolutionTool.Platform;
using SolutionTool.Problems;

namespace SolutionTool.Checking;

/// <summary>Layer 8: roles and field security profiles.</summary>
public static class RoleRules
{
    private static readonly string[] Levels = ["Basic", "Local", "Deep", "Global"];
    private static readonly string[] Verbs = ["Create", "Read", "Write", "Delete", "Append", "AppendTo", "Assign", "Share"];

    /// <summary><paramref name="closedTables"/> are tables on which no role is meant to have any privilege.</summary>
    public static IEnumerable<Problem> Check(Catalog catalog, IReadOnlySet<string> closedTables)
    {
        var own = catalog.OwnTables.Where(t => !t.IsActivity)
            .SelectMany(t => Verbs.Where(v => t.IsUserOwned || v is not ("Assign" or "Share")).Select(v => (Privilege: $"prv{v}{t.SchemaName}", Table: t)))
            .ToDictionary(p => p.Privilege, p => p.Table, StringComparer.Ordinal);
        var ofActivities = catalog.OwnTables.Where(t => t.IsActivity).SelectMany(t => Verbs.Select(v => (Privilege: $"prv{v}{t.SchemaName}", Table: t)))
            .ToDictionary(p => p.Privilege, p => p.Table, StringComparer.OrdinalIgnoreCase);
        var granted = new HashSet<string>(StringComparer.Ordinal);
        var roles = catalog.Package.Customizations.Elements("Roles").Elements("Role").ToList();
        foreach (var privilege in roles.Elements("RolePrivileges").Elements("RolePrivilege"))
        {
            var name = (string?)privilege.Attribute("name") ?? "";
            var level = (string?)privilege.Attribute("level") ?? "";
            var role = (string?)privilege.Parent!.Parent!.Attribute("name");
            granted.Add(name);
            if (ofActivities.TryGetValue(name, out var activity))
            {
                yield return Problem.Error("ROL02", SourceFile.Of(privilege), $"The role {role} names {name}, but the activity {activity.LogicalName} has no privileges of its own; use prv…Activity.");
            }
            else if (!own.ContainsKey(name) && !PlatformFacts.Privileges.Contains(name))
            {
                yield return Problem.Error("ROL01", SourceFile.Of(privilege), $"The role {role} names the privilege {name}, which neither the solution nor the platform has; correct its spelling.");
            }

            if (!Levels.Contains(level, StringComparer.Ordinal))
            {
                yield return Problem.Error("ROL03", SourceFile.Of(privilege), $"The level of {name} in the role {role} is \"{level}\"; write Basic, Local, Deep or Global.");
            }
            else if (own.TryGetValue(name, out var table) && !table.IsUserOwned && level != "Global")
            {
                yield return Problem.Error("ROL04", SourceFile.Of(privilege), $"{table.LogicalName} belongs to the organisation, so {name} in the role {role} can only be Global.");
            }

            if (own.TryGetValue(name, out var closed) && closedTables.Contains(closed.LogicalName))
            {
                yield return Problem.Error("ROL06", SourceFile.Of(privilege), $"The role {role} grants {name}, but no role may have any privilege on {closed.LogicalName}.");
            }
        }

        foreach (var table in catalog.OwnTables.Where(t => roles.Count > 0 && !t.IsActivity && !closedTables.Contains(t.LogicalName) && !granted.Contains("prvRead" + t.SchemaName)))
        {
            yield return Problem.Error("ROL05", SourceFile.Of(table.Element), $"No role can read {table.LogicalName}; grant prvRead{table.SchemaName}, or say with --closed-table that this is meant.");
        }

        foreach (var twice in roles.SelectMany(r => r.Elements("RolePrivileges").Elements("RolePrivilege").GroupBy(p => (string?)p.Attribute("name")).Where(g => g.Count() > 1)))
        {
            yield return Problem.Error("ROL07", SourceFile.Of(twice.Last()), $"The privilege {twice.Key} is granted twice in one role; delete one.");
        }

        foreach (var problem in CheckProfiles(catalog))
        {
            yield return problem;
        }
    }

    private static IEnumerable<Problem> CheckProfiles(Catalog catalog)
    {
        var permissions = catalog.Package.Customizations.Elements("FieldSecurityProfiles").Descendants("FieldPermission").ToList();
        foreach (var permission in permissions)
        {
            var table = ((string?)permission.Element("EntityName") ?? "").ToLowerInvariant();
            var name = ((string?)permission.Element("AttributeName") ?? "").ToLowerInvariant();
            if (!catalog.HasTable(table) || !catalog.HasColumn(table, name))
            {
                yield return Problem.Error("FSP01", SourceFile.Of(permission), $"A field permission names {table}.{name}, which does not exist.");
            }
            else if (catalog.Column(table, name) is { IsSecured: false })
            {
                yield return Problem.Error("FSP02", SourceFile.Of(permission), $"A field permission names {table}.{name}, but that column is not secured; set its IsSecured to 1.");
            }

            foreach (var right in permission.Elements().Where(e => e.Name.LocalName is "CanRead" or "CanUpdate" or "CanCreate" && e.Value is not ("0" or "4")))
            {
                yield return Problem.Error("FSP03", SourceFile.Of(right), $"{right.Name.LocalName} must be 0 (not allowed) or 4 (allowed), not {right.Value}.");
            }
        }
    }
}
