using System.Xml.Linq;
using CrmEmulator.Metadata;
using CrmEmulator.Metadata.Import;
using CrmEmulator.Security;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Newtonsoft.Json.Linq;

namespace CrmEmulator.AppShell;

/// <summary>What a page knows of its user and the organisation.</summary>
internal static class SessionJson
{
    private const int Resx = 12;

    public static JObject Write(ShellCaller caller) => new()
    {
        ["user"] = new JObject { ["id"] = caller.UserId, ["name"] = caller.Access.Name, ["businessUnit"] = caller.Access.BusinessUnitId },
        ["roles"] = new JArray(ShellUsers.Roles(caller.Organization, caller.UserId).Select(role => new JObject { ["id"] = role.Id, ["name"] = role.Name })),
        ["language"] = caller.Language,
        ["organization"] = new JObject { ["id"] = caller.Organization.OrganizationId, ["name"] = caller.Organization.Name, ["language"] = caller.Organization.Options.Language },
        ["offsetMinutes"] = (int)caller.Organization.Options.UserTimeOffset.TotalMinutes,
        ["currencySymbol"] = caller.Organization.Options.CurrencySymbol,
        ["apps"] = new JArray(Apps(caller)),
        ["texts"] = new JArray(caller.Catalog.Content.WebResources.Values.Where(resource => resource.Kind == Resx && resource.Name.EndsWith($".{caller.Language}.resx", StringComparison.Ordinal)).Select(resource => resource.Name[..^$".{caller.Language}.resx".Length])),
        ["dashboards"] = new JArray(caller.Catalog.Content.Forms.Values.Where(form => form.Kind == "dashboard").Select(form => new JObject { ["id"] = form.Id, ["label"] = caller.Text(form.Labels) })),
        ["privilegeIds"] = new JArray(caller.Catalog.Tables.Where(table => table.PrivilegeName is not null).SelectMany(table => PrivilegeNames.For(table).Where(action => caller.Can(table, action)).Select(action => PrivilegeNames.IdOf(PrivilegeNames.Of(table, action)))).Distinct()),
        ["quickCreate"] = new JArray(QuickCreates(caller)),
        ["privileges"] = new JObject(caller.Catalog.Tables.Where(table => table.PrivilegeName is not null).Select(table => new JProperty(table.LogicalName, Privileges(table, caller)))),
    };

    private static IEnumerable<JObject> Apps(ShellCaller caller)
    {
        var roles = ShellUsers.Roles(caller.Organization, caller.UserId).Select(role => role.Id).ToHashSet();
        foreach (var (name, xml) in caller.Catalog.Content.AppModules)
        {
            var app = XElement.Parse(xml);
            var allowed = app.Descendants("Role").Select(role => Guid.Parse((string)role.Attribute("id")!)).ToList();
            if (caller.Access.IsUnlimited || allowed.Count == 0 || allowed.Exists(roles.Contains))
            {
                yield return new JObject { ["name"] = name, ["label"] = caller.Text(SolutionXml.LabelsOf(app.Element("LocalizedNames"))) };
            }
        }
    }

    /// <summary>The tables with a form for quick creation of which the user may make rows.</summary>
    private static IEnumerable<JObject> QuickCreates(ShellCaller caller) => caller.Catalog.Content.Forms.Values
        .Where(form => form.Kind == TablePages.QuickCreate)
        .Select(form => caller.Catalog.Table(form.Table!)).Distinct()
        .Where(table => caller.Can(table, PrivilegeAction.Create))
        .Select(table => (table.LogicalName, Label: caller.Text(table.Labels)))
        .OrderBy(one => one.Label, StringComparer.Ordinal)
        .Select(one => new JObject { ["table"] = one.LogicalName, ["label"] = one.Label });

    private static JObject Privileges(TableDefinition table, ShellCaller caller) =>
        new(PrivilegeNames.Actions.Select(action => new JProperty(action.ToString(), (int)caller.Access.For(table, action).Depth)));
}

/// <summary>The users of the organisation with their roles.</summary>
internal static class ShellUsers
{
    /// <summary>Roles of the user and of the user's teams; copies in other business units count as the root's.</summary>
    public static IReadOnlyList<(Guid Id, string Name)> Roles(Organization organization, Guid user)
    {
        var roles = new Dictionary<Guid, string>();
        foreach (var fetch in new[] { Own(user), OfTeams(user) })
        {
            foreach (var role in organization.ServiceFor(organization.SystemUserId).RetrieveMultiple(new FetchExpression(fetch)).Entities)
            {
                roles[role.GetAttributeValue<EntityReference>("parentrootroleid")?.Id ?? role.Id] = role.GetAttributeValue<string>("name");
            }
        }

        return [.. roles.OrderBy(role => role.Value, StringComparer.Ordinal).Select(role => (role.Key, role.Value))];
    }

    /// <summary>Everybody who can sign in: enabled, with a role.</summary>
    public static IReadOnlyList<(Guid Id, string Name, string Roles)> All(Organization organization)
    {
        var query = new QueryExpression("systemuser") { ColumnSet = new ColumnSet("fullname", "isdisabled") };
        query.AddOrder("createdon", OrderType.Ascending);
        query.AddOrder("fullname", OrderType.Ascending);
        return [.. organization.ServiceFor(organization.SystemUserId).RetrieveMultiple(query).Entities
            .Where(user => user.Id != organization.SystemUserId && !user.GetAttributeValue<bool>("isdisabled"))
            .Select(user => (user.Id, user.GetAttributeValue<string>("fullname"), string.Join(", ", Roles(organization, user.Id).Select(role => role.Name))))
            .Where(user => user.Item3.Length > 0)];
    }

    private static string Own(Guid user) =>
        $"<fetch><entity name='role'><attribute name='name'/><attribute name='parentrootroleid'/><link-entity name='systemuserroles' from='roleid' to='roleid'><filter><condition attribute='systemuserid' operator='eq' value='{user:D}'/></filter></link-entity></entity></fetch>";

    private static string OfTeams(Guid user) =>
        $"<fetch><entity name='role'><attribute name='name'/><attribute name='parentrootroleid'/><link-entity name='teamroles' from='roleid' to='roleid'><link-entity name='teammembership' from='teamid' to='teamid'><filter><condition attribute='systemuserid' operator='eq' value='{user:D}'/></filter></link-entity></link-entity></entity></fetch>";
}
