using System.Globalization;
using CrmEmulator.Metadata;
using Microsoft.Xrm.Sdk.Query;

namespace CrmEmulator.WebApi;

/// <summary>What a client wants of rows: columns, navigation properties, order and number.</summary>
internal sealed record SelectExpand
{
    private static readonly string[] ExpandOptions = ["$select", "$filter", "$orderby", "$top", "$expand"];

    /// <summary>Property names; empty for all.</summary>
    public IReadOnlyList<string> Select { get; init; } = [];

    public IReadOnlyList<(string Navigation, SelectExpand Inner)> Expand { get; init; } = [];

    public string? Filter { get; init; }

    public string? OrderBy { get; init; }

    public int? Top { get; init; }

    /// <summary>Properties to sort by.</summary>
    /// <exception cref="ApiException">Something else than asc or desc follows one.</exception>
    public IEnumerable<(string Property, OrderType Type)> Orders => Divide(OrderBy ?? string.Empty, ',').Select(order => order.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
    {
        [var alone] => (alone, OrderType.Ascending),
        [var upwards, "asc"] => (upwards, OrderType.Ascending),
        [var downwards, "desc"] => (downwards, OrderType.Descending),
        _ => throw ApiException.BadRequest($"'{order}' is no order; a property may be followed by asc or desc."),
    });

    /// <exception cref="ApiException">An option is malformed.</exception>
    public static SelectExpand Of(IReadOnlyDictionary<string, string> options) => new()
    {
        Select = SplitNames(options.GetValueOrDefault("$select")),
        Expand = options.TryGetValue("$expand", out var expand) ? ParseExpand(expand) : [],
        Filter = options.GetValueOrDefault("$filter"),
        OrderBy = options.GetValueOrDefault("$orderby"),
        Top = options.TryGetValue("$top", out var top)
            ? int.TryParse(top, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw ApiException.BadRequest($"Invalid value '{top}' for $top.")
            : null,
    };

    /// <summary>The columns to show, in the table's order when all are wanted.</summary>
    public IReadOnlyList<ColumnDefinition> Columns(TableDefinition table) =>
        Select.Count == 0 || Select.Contains("*")
            ? [.. table.Columns.Where(column => column.ValidForRead && column.Kind != ColumnKind.PartyList)]
            : [.. Select.Select(name => ColumnNames.Require(table, name)).Distinct()];

    /// <summary>Divides at commas that stand outside of brackets and quotes.</summary>
    public static IEnumerable<string> Divide(string text, char divider)
    {
        var depth = 0;
        var isText = false;
        var start = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at == text.Length || (text[at] == divider && depth == 0 && !isText))
            {
                if (text[start..at].Trim() is { Length: > 0 } part)
                {
                    yield return part;
                }

                start = at + 1;
            }
            else if (text[at] == '\'')
            {
                isText = !isText;
            }
            else if (!isText)
            {
                depth += text[at] switch { '(' => 1, ')' => -1, _ => 0 };
            }
        }
    }

    private static IReadOnlyList<string> SplitNames(string? text) =>
        text is null ? [] : [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static IReadOnlyList<(string, SelectExpand)> ParseExpand(string text)
    {
        var expands = new List<(string, SelectExpand)>();
        foreach (var part in Divide(text, ','))
        {
            var bracket = part.IndexOf('(');
            if (bracket < 0)
            {
                expands.Add((part, new SelectExpand()));
                continue;
            }

            if (!part.EndsWith(')'))
            {
                throw ApiException.BadRequest($"The brackets of '{part}' are not closed.");
            }

            expands.Add((part[..bracket].Trim(), Of(ParseOptions(part[(bracket + 1)..^1]))));
        }

        return expands;
    }

    private static Dictionary<string, string> ParseOptions(string text)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var parts in Divide(text, ';').Select(option => option.Split('=', 2)))
        {
            var name = parts[0].Trim();
            if (!ExpandOptions.Contains(name) || !options.TryAdd(name, parts.Length > 1 ? parts[1].Trim() : string.Empty))
            {
                throw ApiException.BadRequest($"The query option '{name}' is not supported inside $expand, or stands there twice.");
            }
        }

        return options;
    }
}
