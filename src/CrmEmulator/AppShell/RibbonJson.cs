using System.Xml.Linq;
using CrmEmulator.Metadata;
using CrmEmulator.Metadata.Import;
using Newtonsoft.Json.Linq;

namespace CrmEmulator.AppShell;

/// <summary>The buttons that solutions add to a table's ribbon in one place, each with its command and rules; rules are judged in the page.</summary>
internal sealed class RibbonJson(ShellCaller caller)
{
    private const string Labels = "$LocLabels:";
    private const string Resource = "$webresource:";

    /// <param name="table">The table whose ribbon it is.</param>
    /// <param name="place">Form, HomepageGrid or SubGrid.</param>
    public JArray Write(string table, string place)
    {
        if (!caller.Catalog.Content.Ribbons.TryGetValue(table, out var xml))
        {
            return [];
        }

        var ribbon = XElement.Parse(xml);
        return new JArray(ribbon.Elements("CustomActions").Elements("CustomAction")
            .Where(action => ((string?)action.Attribute("Location") ?? string.Empty).StartsWith($"Mscrm.{place}.{table}.", StringComparison.OrdinalIgnoreCase))
            .SelectMany(action => action.Descendants("Button"))
            .OrderBy(button => (int?)button.Attribute("Sequence") ?? 0)
            .Select(button => Button(button, ribbon)));
    }

    private JObject Button(XElement button, XElement ribbon)
    {
        var id = (string?)button.Attribute("Command") ?? string.Empty;
        var command = ribbon.Elements("CommandDefinitions").Elements("CommandDefinition").FirstOrDefault(one => (string?)one.Attribute("Id") == id);
        return new JObject
        {
            ["id"] = (string?)button.Attribute("Id"),
            ["command"] = id,
            ["label"] = Words(button, "LabelText", ribbon),
            ["toolTipTitle"] = Words(button, "ToolTipTitle", ribbon),
            ["toolTip"] = Words(button, "ToolTipDescription", ribbon),
            ["icon"] = Address(button, "ModernImage") ?? Address(button, "Image16by16"),
            ["enableRules"] = new JArray(References(command, "EnableRules", "EnableRule", ribbon)),
            ["displayRules"] = new JArray(References(command, "DisplayRules", "DisplayRule", ribbon)),
            ["actions"] = new JArray(command?.Elements("Actions").Elements().Select(Tree) ?? []),
        };
    }

    /// <summary>
    /// The rules a command names: defined beside it, or, by an id alone, the platform's own. Why a rule greys a command is said by
    /// the label that is named after the rule, with .Reason behind; where there is none, by the page.
    /// </summary>
    private IEnumerable<JObject> References(XElement? command, string group, string kind, XElement ribbon) =>
        (command?.Elements(group).Elements(kind) ?? []).Select(reference =>
        {
            var id = (string?)reference.Attribute("Id") ?? string.Empty;
            var definition = ribbon.Elements("RuleDefinitions").Elements(group).Elements(kind).FirstOrDefault(one => (string?)one.Attribute("Id") == id);
            return new JObject { ["id"] = id, ["rules"] = definition is null ? null : new JArray(definition.Elements().Select(Tree)), ["reason"] = Label(id + ".Reason", ribbon) };
        });

    private static JObject Tree(XElement element) => new()
    {
        ["name"] = element.Name.LocalName,
        ["attributes"] = new JObject(element.Attributes().Where(one => !one.IsNamespaceDeclaration).Select(one => new JProperty(one.Name.LocalName, Plain(one.Value)))),
        ["children"] = new JArray(element.Elements().Select(Tree)),
    };

    private string? Words(XElement button, string attribute, XElement ribbon)
    {
        var text = (string?)button.Attribute(attribute);
        if (text is null || !text.StartsWith(Labels, StringComparison.Ordinal))
        {
            return text;
        }

        return Label(text[Labels.Length..], ribbon) ?? text;
    }

    private string? Label(string id, XElement ribbon)
    {
        var label = ribbon.Elements("LocLabels").Elements("LocLabel").FirstOrDefault(one => (string?)one.Attribute("Id") == id);
        return label is null ? null : caller.Text(SolutionXml.LabelsOf(label.Element("Titles")));
    }

    private static string? Address(XElement button, string attribute) =>
        (string?)button.Attribute(attribute) is { } value && value.StartsWith(Resource, StringComparison.Ordinal) ? "/WebResources/" + value[Resource.Length..] : null;

    private static string Plain(string value) => value.StartsWith(Resource, StringComparison.Ordinal) ? value[Resource.Length..] : value;
}
