using System.Reflection;

namespace SolutionTool.Platform;

/// <summary>A table that every organisation has. <see cref="Columns"/> is null where columns are not judged.</summary>
public sealed record PlatformTable(string LogicalName, string TypeCode, string SchemaName, string Owner, IReadOnlySet<string>? Columns);

/// <summary>What the platform itself offers, read from the small text files beside this one.</summary>
public static class PlatformFacts
{
    private static readonly Dictionary<char, string> Verbs = new()
    {
        ['C'] = "Create", ['R'] = "Read", ['W'] = "Write", ['D'] = "Delete", ['A'] = "Append", ['T'] = "AppendTo", ['S'] = "Assign", ['H'] = "Share",
    };

    private static readonly Lazy<IReadOnlyDictionary<string, string[]>> ImpliedColumns = new(() => Lines("implied-columns.txt")
        .Select(l => l.Split(':', 2)).ToDictionary(l => l[0], l => Words(l[1]), StringComparer.Ordinal));

    private static readonly Lazy<IReadOnlyDictionary<string, PlatformTable>> LazyTables = new(ReadTables);

    /// <summary>By logical name.</summary>
    public static IReadOnlyDictionary<string, PlatformTable> Tables => LazyTables.Value;

    public static IReadOnlySet<string> Privileges { get; } = Lines("privileges.txt")
        .SelectMany(l => l.StartsWith("prv", StringComparison.Ordinal) ? [l] : Words(l) is [var verbs, var name] ? verbs.Select(v => $"prv{Verbs[v]}{name}") : [])
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>Message names by id.</summary>
    public static IReadOnlyDictionary<Guid, string> Messages { get; } = Lines("messages.txt").Select(Words).ToDictionary(w => Guid.Parse(w[0]), w => w[1]);

    public static IReadOnlySet<string> RibbonRules { get; } = Lines("ribbon-rules.txt").SelectMany(Words).ToHashSet(StringComparer.Ordinal);

    /// <summary>Columns the platform gives every table with that kind of owner.</summary>
    public static IEnumerable<string> Implied(string owner) => ImpliedColumns.Value["every"].Concat(ImpliedColumns.Value[owner]);

    private static Dictionary<string, PlatformTable> ReadTables()
    {
        var tables = new Dictionary<string, PlatformTable>(StringComparer.Ordinal);
        var lines = Lines("tables.txt").ToList();
        for (var i = 0; i + 1 < lines.Count; i += 2)
        {
            var head = Words(lines[i]);
            var columns = Words(lines[i + 1]);
            var judged = columns is ["*"] ? null : columns.Concat(Implied(head[3])).ToHashSet(StringComparer.Ordinal);
            tables.Add(head[0], new PlatformTable(head[0], head[1], head[2], head[3], judged));
        }

        return tables;
    }

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static List<string> Lines(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("SolutionTool.Platform." + file)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n').Select(l => l.TrimEnd('\r')).Where(l => l.Trim().Length > 0 && !l.StartsWith('#')).ToList();
    }
}
