using SolutionTool.Layout;
using SolutionTool.Model;
using SolutionTool.Problems;

namespace SolutionTool.Checking;

/// <summary>Layer 6: relationships and the lookups they belong to.</summary>
public static class RelationshipRules
{
    private static readonly string[] Cascades = ["NoCascade", "Cascade", "Active", "UserOwned", "RemoveLink", "Restrict"];

    public static IEnumerable<Problem> Check(Catalog catalog)
    {
        foreach (var relationship in catalog.Solution.Relationships)
        {
            foreach (var problem in relationship.IsManyToMany ? CheckPair(catalog, relationship) : CheckLine(catalog, relationship))
            {
                yield return problem;
            }
        }

        var lines = catalog.Solution.Relationships.Where(r => !r.IsManyToMany).Select(r => r.Referencing + "." + r.Column).ToHashSet(StringComparer.Ordinal);
        foreach (var table in catalog.Solution.Tables)
        {
            foreach (var lookup in table.Columns.Where(c => c is { Type: "lookup" or "customer", IsCustom: true } && !lines.Contains(table.LogicalName + "." + c.LogicalName)))
            {
                yield return Problem.Error("REL02", SourceFile.Of(lookup.Element), $"The lookup {table.LogicalName}.{lookup.LogicalName} has no relationship, so it points nowhere; add one to Other/Relationships.");
            }
        }

        foreach (var twice in catalog.Solution.Relationships.GroupBy(r => r.Name, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
        {
            yield return Problem.Error("REL03", SourceFile.Of(twice.Last().Element), $"The relationship {twice.Key} is defined twice; delete one.");
        }
    }

    private static IEnumerable<Problem> CheckLine(Catalog catalog, RelationshipModel line)
    {
        var where = SourceFile.Of(line.Element);
        foreach (var table in new[] { line.Referencing, line.Referenced }.Where(t => !catalog.HasTable(t)))
        {
            yield return Problem.Error("REL04", where, $"The relationship {line.Name} names the table \"{table}\", which neither the solution nor the platform has.");
        }

        if (catalog.HasTable(line.Referencing) && !catalog.HasColumn(line.Referencing, line.Column))
        {
            yield return Problem.Error("REL04", where, $"The relationship {line.Name} names the column {line.Referencing}.{line.Column}, which does not exist.");
        }

        var column = catalog.Column(line.Referencing, line.Column);
        if (column is { IsCustom: true } && column.Type is not ("lookup" or "customer"))
        {
            yield return Problem.Error("REL04", where, $"The column {line.Referencing}.{line.Column} is of type {column.Type}, but a relationship needs a lookup.");
        }

        foreach (var cascade in line.Element.Elements().Where(e => e.Name.LocalName.StartsWith("Cascade", StringComparison.Ordinal) && e.Name.LocalName != "CascadeArchive"))
        {
            var allowed = cascade.Name.LocalName == "CascadeDelete" ? Cascades : Cascades[..4];
            if (!allowed.Contains(cascade.Value, StringComparer.Ordinal))
            {
                yield return Problem.Error("REL05", SourceFile.Of(cascade), $"{cascade.Name.LocalName} of {line.Name} is \"{cascade.Value}\"; allowed are {string.Join(", ", allowed)}.");
            }
        }

        if (column is { IsCustom: true } && !line.Element.Descendants("NavigationPropertyName").Any())
        {
            yield return Problem.Error("REL06", where, $"The relationship {line.Name} needs EntityRelationshipRoles with a NavigationPropertyName for the lookup.");
        }
    }

    private static IEnumerable<Problem> CheckPair(Catalog catalog, RelationshipModel pair)
    {
        var where = SourceFile.Of(pair.Element);
        foreach (var table in new[] { pair.First, pair.Second }.Where(t => !catalog.HasTable(t)))
        {
            yield return Problem.Error("REL04", where, $"The relationship {pair.Name} names the table \"{table}\", which neither the solution nor the platform has.");
        }

        if (pair.Intersect.Length == 0)
        {
            yield return Problem.Error("REL04", where, $"The relationship {pair.Name} needs an IntersectEntityName.");
        }
    }
}
