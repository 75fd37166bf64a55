using System.Xml.Linq;

namespace CrmEmulator.Metadata.Import;

/// <summary>Marks the columns to index: those that quick-find views search, as the platform does, and those that views sort by first.</summary>
internal static class FindColumns
{
    public static void Mark(CatalogDraft draft)
    {
        foreach (var view in draft.Content.Views.Values.Where(view => view.FetchXml.Length > 0))
        {
            if (!draft.Tables.TryGetValue(view.Table, out var table))
            {
                continue;
            }

            var entity = XElement.Parse(view.FetchXml).Element("entity");
            var searched = view.Kind == 4 ? entity?.Elements("filter").Descendants("condition") ?? [] : [];
            var sorted = entity?.Elements("order").Take(1) ?? [];
            foreach (var name in searched.Concat(sorted).Select(element => (string?)element.Attribute("attribute")))
            {
                if (name is not null && table.Columns.TryGetValue(name, out var column) && column.Kind != ColumnKind.Memo)
                {
                    table.Columns[name] = column with { IsFindColumn = true };
                }
            }
        }
    }
}
