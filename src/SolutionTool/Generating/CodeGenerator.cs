using SolutionTool.Model;

namespace SolutionTool.Generating;

/// <summary>Typed tables in C# and constants in JavaScript from one solution. The same solution always gives the same text.</summary>
public sealed class CodeGenerator(SolutionModel solution, string @namespace)
{
    /// <summary>Files of the C# folder, by name.</summary>
    public SortedDictionary<string, string> CSharp()
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var csharp = new CSharpWriter(@namespace);
        var rows = new RowWriter(csharp, OptionSets().ToDictionary(o => o.Item.Name, o => o.Name, StringComparer.Ordinal));
        foreach (var names in Tables())
        {
            files.Add(names.Class + CSharpWriter.Suffix, csharp.Table(names));
            files.Add(names.Class + "Row" + CSharpWriter.Suffix, rows.Row(names));
        }

        foreach (var (name, set) in OptionSets())
        {
            files.Add(name + CSharpWriter.Suffix, csharp.OptionSet(name, set));
        }

        return files;
    }

    /// <summary>The script; its namespace object is the first part of the C# namespace.</summary>
    public string Script() => ScriptWriter.Write(@namespace.Split('.')[0], Tables(), OptionSets());

    private List<TableNames> Tables() => [.. solution.Tables.Where(t => t.IsOwn).Select(t => new TableNames(t, solution))];

    private IReadOnlyList<(string Name, OptionSetModel Item)> OptionSets() => Naming.Unique(
        solution.OptionSets,
        o => Naming.OfOptionSet(o.Name, Labels.In(o.Element.Element("displaynames"), Labels.English) ?? "", solution.Prefix),
        _ => "Options",
        [.. Tables().Select(t => t.Class), .. Tables().Select(t => t.Class + "Row")]);
}
