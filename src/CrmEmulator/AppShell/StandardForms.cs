using System.Xml.Linq;
using CrmEmulator.Metadata;

namespace CrmEmulator.AppShell;

/// <summary>Forms for the platform's own tables, which no solution brings: one tab with the usual columns, its related rows, the timeline.</summary>
internal static class StandardForms
{
    private const string Field = "{4273EDBD-AC1D-40d3-9FB2-095C621B552D}";
    private const string Notes = "{06375649-c143-495e-a496-c962e5b4488e}";
    private const string Grid = "{E7A81278-8635-4d9e-8D4D-59480B391C5B}";

    public static FormDefinition Of(TableDefinition table)
    {
        var rows = StandardLayout.FormColumns(table).Chunk(2).Select(pair => new XElement("row", pair.Select(column => Cell(column.LogicalName, column.Labels, Field, column.LogicalName, !column.ValidForUpdate && !column.ValidForCreate))));
        var sections = new List<XElement> { Section("general", Label("General"), rows) };
        foreach (var relationship in StandardLayout.SubGrids(table))
        {
            sections.Add(Section(relationship, Label("Members"), [new XElement("row", GridCell(relationship))]));
        }

        if (table.HasNotes || table.IsActivityParty)
        {
            sections.Add(Section("timeline", Label("Timeline"), [new XElement("row", Cell("notescontrol", Label("Timeline"), Notes, null, false))]));
        }

        var form = new XElement(
            "form",
            new XElement("tabs", new XElement("tab", new XAttribute("name", "general"), new XAttribute("expanded", "true"), Words(Label("General")), new XElement("columns", new XElement("column", new XAttribute("width", "100%"), new XElement("sections", sections))))),
            table.Status is null ? null : new XElement("header", new XElement("rows", new XElement("row", Cell("header_statuscode", table.Status.Labels, Field, "statuscode", true)))));
        return new FormDefinition(StableId.Of("systemform", table.LogicalName), table.LogicalName, table.Labels, "main", form.ToString(SaveOptions.DisableFormatting));
    }

    private static Labels Label(string english) => new([new(Labels.English, english), new(ShellCaller.Persian, StandardWords.In(ShellCaller.Persian, english))]);

    private static XElement Section(string name, Labels labels, IEnumerable<XElement> rows) =>
        new("section", new XAttribute("name", name), new XAttribute("showlabel", "true"), new XAttribute("columns", "11"), Words(labels), new XElement("rows", rows));

    private static XElement Cell(string id, Labels labels, string kind, string? column, bool disabled) => new(
        "cell",
        new XAttribute("showlabel", "true"),
        Words(labels),
        new XElement("control", new XAttribute("id", id), new XAttribute("classid", kind), column is null ? null : new XAttribute("datafieldname", column), new XAttribute("disabled", disabled ? "true" : "false")));

    private static XElement GridCell(string relationship) => new(
        "cell",
        new XAttribute("showlabel", "true"),
        new XAttribute("colspan", "2"),
        Words(Label("Members")),
        new XElement("control", new XAttribute("id", relationship), new XAttribute("classid", Grid), new XElement("parameters", new XElement("RelationshipName", relationship), new XElement("ViewId"), new XElement("TargetEntityType"))));

    private static XElement Words(Labels labels) =>
        new("labels", labels.Texts.Select(text => new XElement("label", new XAttribute("description", text.Value), new XAttribute("languagecode", text.Key))));
}
