using System.Xml.Linq;
using CrmEmulator.Metadata;
using Newtonsoft.Json.Linq;

namespace CrmEmulator.AppShell;

/// <summary>A form or dashboard as pages draw it, in the caller's words.</summary>
internal sealed class FormJson(ShellCaller caller)
{
    public JObject Write(FormDefinition form)
    {
        var root = XElement.Parse(form.FormXml);
        var body = root.Name.LocalName == "form" ? root : root.Element("form") ?? throw new InvalidOperationException($"The form {form.Id} has no form element.");
        return new JObject
        {
            ["id"] = form.Id,
            ["table"] = form.Table,
            ["kind"] = form.Kind,
            ["label"] = caller.Text(form.Labels),
            ["tabs"] = new JArray(body.Elements("tabs").Elements("tab").Select(Tab)),
            ["header"] = new JArray(body.Elements("header").Elements("rows").Elements("row").Elements("cell").Select(Cell)),
            ["libraries"] = new JArray(body.Elements("formLibraries").Elements("Library").Select(library => (string?)library.Attribute("name"))),
            ["handlers"] = new JArray(body.Elements("events").Elements("event").SelectMany(Handlers)),
        };
    }

    private static IEnumerable<JObject> Handlers(XElement one) => one.Descendants("Handler")
        .Where(handler => (string?)handler.Attribute("enabled") != "false")
        .Select(handler => new JObject
        {
            ["event"] = (string?)one.Attribute("name"),
            ["attribute"] = (string?)one.Attribute("attribute"),
            ["function"] = (string?)handler.Attribute("functionName"),
            ["library"] = (string?)handler.Attribute("libraryName"),
            ["passContext"] = (string?)handler.Attribute("passExecutionContext") == "true",
            ["parameters"] = (string?)handler.Attribute("parameters"),
        });

    private JObject Tab(XElement tab) => new()
    {
        ["name"] = (string?)tab.Attribute("name") ?? (string?)tab.Attribute("id"),
        ["label"] = Words(tab),
        ["showLabel"] = IsOn(tab, "showlabel"),
        ["visible"] = IsOn(tab, "visible"),
        ["expanded"] = IsOn(tab, "expanded"),
        ["columns"] = new JArray(tab.Elements("columns").Elements("column").Select(column => new JObject
        {
            ["width"] = (string?)column.Attribute("width"),
            ["sections"] = new JArray(column.Elements("sections").Elements("section").Select(Section)),
        })),
    };

    private JObject Section(XElement section) => new()
    {
        ["name"] = (string?)section.Attribute("name") ?? (string?)section.Attribute("id"),
        ["label"] = Words(section),
        ["showLabel"] = IsOn(section, "showlabel"),
        ["visible"] = IsOn(section, "visible"),
        ["columns"] = ((string?)section.Attribute("columns") ?? "1").Length,
        ["rows"] = new JArray(section.Elements("rows").Elements("row").Where(row => row.HasElements).Select(row => new JArray(row.Elements("cell").Select(Cell)))),
    };

    private JObject Cell(XElement cell)
    {
        var control = cell.Element("control");
        return new JObject
        {
            ["label"] = Words(cell),
            ["showLabel"] = IsOn(cell, "showlabel"),
            ["visible"] = IsOn(cell, "visible"),
            ["colspan"] = (int?)cell.Attribute("colspan") ?? 1,
            ["rowspan"] = (int?)cell.Attribute("rowspan") ?? 1,
            ["control"] = control is null ? null : new JObject
            {
                ["id"] = (string?)control.Attribute("id"),
                ["kind"] = ((string?)control.Attribute("classid") ?? string.Empty).ToUpperInvariant(),
                ["column"] = (string?)control.Attribute("datafieldname"),
                ["disabled"] = (string?)control.Attribute("disabled") == "true",
                ["parameters"] = new JObject(control.Elements("parameters").Elements().Select(parameter => new JProperty(parameter.Name.LocalName, parameter.Value.Trim()))),
            },
        };
    }

    private string Words(XElement parent) => caller.Text(Metadata.Import.SolutionXml.LabelsOf(parent.Element("labels")));

    private static bool IsOn(XElement element, string attribute) => (string?)element.Attribute(attribute) != "false";
}
