using CrmEmulator.Metadata;

namespace CrmEmulator.AppShell;

/// <summary>The views and forms of a table: those of solutions, else what stands in for the platform's own.</summary>
internal static class TablePages
{
    /// <summary>The kind of forms for making a row without leaving the page.</summary>
    public const string QuickCreate = "quickCreate";

    public static IReadOnlyList<ViewDefinition> Views(MetadataCatalog catalog, TableDefinition table)
    {
        var own = catalog.Content.Views.Values.Where(view => view.Table == table.LogicalName).ToList();
        return own.Count > 0 ? own : StandardViews.Of(table);
    }

    public static IReadOnlyList<FormDefinition> Forms(MetadataCatalog catalog, TableDefinition table)
    {
        var own = catalog.Content.Forms.Values.Where(form => form.Table == table.LogicalName).ToList();
        return own.Exists(form => form.Kind == "main") ? own : [.. own, StandardForms.Of(table)];
    }

    public static ViewDefinition? FindView(MetadataCatalog catalog, Guid id) =>
        catalog.Content.Views.GetValueOrDefault(id) ?? catalog.Tables.SelectMany(StandardViews.Of).FirstOrDefault(view => view.Id == id);

    /// <summary>The form of that id, else the table's first of that kind.</summary>
    public static FormDefinition? FindForm(MetadataCatalog catalog, TableDefinition table, Guid? id, string kind)
    {
        var forms = Forms(catalog, table);
        return forms.FirstOrDefault(form => form.Id == id) ?? forms.FirstOrDefault(form => form.Kind == kind);
    }
}
