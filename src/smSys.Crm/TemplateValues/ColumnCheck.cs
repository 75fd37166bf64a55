using System;
using System.Linq;
using smSys.Crm.Metadata;
using smSys.Messaging.Templates;

namespace smSys.Crm.TemplateValues;

/// <summary>Whether what a text asks for is there to be asked for.</summary>
public static class ColumnCheck
{
    /// <summary>The first name in a text that is no column of the recipient's table, with the nearest one; null when there is none.</summary>
    /// <param name="template">What was read.</param>
    /// <param name="table">Of the recipient's record.</param>
    /// <param name="shapes">Asked once, and not at all for a text that asks for nothing.</param>
    public static TemplateProblem? Find(Template template, string table, TableShapes shapes)
    {
        foreach (var path in template.RequiredPaths.Where(path => !path.HasRule))
        {
            var name = path.Segments[0].Name;
            var columns = shapes.Of(table).Columns;
            if (!columns.ContainsKey(name))
            {
                var place = Math.Max(0, template.Source.IndexOf(name, StringComparison.Ordinal));
                return new TemplateProblem(TemplateProblemKind.Column, place, name.Length, name, NearestName.Find(name, columns.Keys));
            }
        }

        return null;
    }
}
