using System.Xml.Linq;

namespace CrmEmulator.Metadata.Import;

/// <summary>Marks the columns that quick-find views search, which the platform indexes.</summary>
internal static class FindColumns
{
    public static void Mark(CatalogDraft draft)
    {
        foreach (var view in draft.Content.Views.Values.Where(view => view.Kind == 4 && view.FetchXml.Length > 0))
        {
            if (!draft.Tables.TryGetValue(view.Table, out var table))
            {
                continue;
            }

            var conditions = XElement.Parse(view.FetchXml).Element("entity")?.Elements("filter").Descendants("condition") ?? [];
            foreach (var name in conditions.Select(condition => (string?)condition.Attribute("attribute")))
            {
                if (name is not null && table.Columns.TryGetValue(name, out var column) && column.Kind != ColumnKind.Memo)
                {
                    table.Columns[name] = column with { IsFindColumn = true };
                }
            }
        }
    }
}
