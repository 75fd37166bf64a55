using System.Xml.Linq;
using CrmEmulator.Faults;

namespace CrmEmulator.Metadata.Import;

/// <summary>Reads roles, field security profiles and workflow definitions.</summary>
internal static class SecurityReader
{
    public static SolutionContent Read(SolutionPackage package, SolutionContent content)
    {
        foreach (var element in package.Customizations.Element("Roles")?.Elements("Role") ?? [])
        {
            var role = Role(element);
            content = content with { Roles = content.Roles.SetItem(role.Id, role) };
        }

        foreach (var element in package.Customizations.Element("FieldSecurityProfiles")?.Elements("FieldSecurityProfile") ?? [])
        {
            var profile = Profile(element);
            content = content with { FieldSecurityProfiles = content.FieldSecurityProfiles.SetItem(profile.Id, profile) };
        }

        foreach (var element in package.Customizations.Element("Workflows")?.Elements("Workflow") ?? [])
        {
            var workflow = Workflow(element, package);
            content = content with { Workflows = content.Workflows.SetItem(workflow.Id, workflow) };
        }

        return content;
    }

    private static RoleDefinition Role(XElement element)
    {
        var name = (string?)element.Attribute("name") ?? "role";
        var privileges = new SortedDictionary<string, PrivilegeDepth>(StringComparer.OrdinalIgnoreCase);
        foreach (var privilege in element.Descendants("RolePrivilege"))
        {
            var level = (string?)privilege.Attribute("level");
            if (!Enum.TryParse<PrivilegeDepth>(level, out var depth))
            {
                throw Fault.Of(FaultCodes.ImportFailed, $"The role {name} gives {(string?)privilege.Attribute("name")} at the level '{level}', which is none of Basic, Local, Deep and Global.");
            }

            privileges[(string)privilege.Attribute("name")!] = depth;
        }

        return new RoleDefinition(SolutionXml.Id((string?)element.Attribute("id"), name), name, privileges);
    }

    private static FieldSecurityProfileDefinition Profile(XElement element)
    {
        var name = (string?)element.Attribute("name") ?? "profile";
        return new FieldSecurityProfileDefinition(
            SolutionXml.Id((string?)element.Attribute("fieldsecurityprofileid"), name),
            name,
            [.. element.Descendants("FieldPermission").Select(permission => new FieldPermissionDefinition(
                SolutionXml.Text(permission, "EntityName").ToLowerInvariant(),
                SolutionXml.Text(permission, "AttributeName").ToLowerInvariant(),
                SolutionXml.Number(permission, "CanRead") == 4,
                SolutionXml.Number(permission, "CanUpdate") == 4,
                SolutionXml.Number(permission, "CanCreate") == 4))]);
    }

    private static WorkflowDefinition Workflow(XElement element, SolutionPackage package)
    {
        var name = (string?)element.Attribute("Name") ?? "workflow";
        var file = SolutionXml.TextOrNull(element, "XamlFileName");
        var primary = SolutionXml.TextOrNull(element, "PrimaryEntity")?.ToLowerInvariant();
        return new WorkflowDefinition(
            SolutionXml.Id((string?)element.Attribute("WorkflowId"), name),
            name,
            primary is "none" ? null : primary,
            SolutionXml.Number(element, "Category"),
            SolutionXml.Number(element, "Mode"),
            SolutionXml.Number(element, "Scope", 1),
            SolutionXml.Number(element, "StateCode") == 1,
            SolutionXml.Flag(element, "OnDemand"),
            SolutionXml.Flag(element, "TriggerOnCreate"),
            SolutionXml.Flag(element, "TriggerOnDelete"),
            SolutionXml.List(SolutionXml.Text(element, "TriggerOnUpdateAttributeList")),
            file is null ? string.Empty : System.Text.Encoding.UTF8.GetString(package.File(file, name)));
    }
}
