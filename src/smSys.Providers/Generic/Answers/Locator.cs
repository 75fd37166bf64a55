using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using smSys.Providers.Wire;

namespace smSys.Providers.Generic.Answers;

/// <summary>Where a value is found in an answer: a path, a regular expression, or one of the words status, body and reference.</summary>
internal sealed class Locator
{
    /// <summary>More rows than any limit of a call.</summary>
    private const int MostRows = 2_000;

    private readonly Regex? _pattern;
    private readonly string _word;

    private Locator(NodePath? path, Regex? pattern, string word)
    {
        Path = path;
        _pattern = pattern;
        _word = word;
    }

    /// <summary>Null of an expression or a word.</summary>
    public NodePath? Path { get; }

    public bool IsReference => _word == "reference";

    /// <summary>Tells nothing that the provider's own words would have to say.</summary>
    public bool IsStatus => _word == "status";

    public bool IsPattern => _pattern is not null;

    /// <summary>Null when the text says no place, and why.</summary>
    public static Locator? Read(string text, out string problem)
    {
        problem = string.Empty;
        if (text is "status" or "body" or "reference")
        {
            return new Locator(null, null, text);
        }

        if (text.StartsWith("regex:", StringComparison.Ordinal))
        {
            Regex? pattern = Pattern(text.Substring(6).Trim(), out problem);
            return pattern is null ? null : new Locator(null, pattern, string.Empty);
        }

        if (text.Length > 0 && text[0] is '$' or '@' or '/' or '.')
        {
            NodePath? path = NodePathReader.Read(text, out problem);
            return path is null ? null : new Locator(path, null, string.Empty);
        }

        problem = "\"" + text + "\" says no place; begin with $ (JSON), / (XML) or regex:, in a row with @ or ./, or write status, body or reference.";
        return null;
    }

    /// <summary>A regular expression with a time limit; null when it is none, and why.</summary>
    public static Regex? Pattern(string text, out string problem)
    {
        try
        {
            problem = text.Length == 0 ? "the regular expression is empty." : string.Empty;
            return text.Length == 0 ? null : new Regex(text, RegexOptions.CultureInvariant, PatternClock.OfMatch);
        }
        catch (ArgumentException)
        {
            problem = "\"" + text + "\" is no regular expression; look at its brackets, and write every backslash twice.";
            return null;
        }
    }

    /// <summary>The value; null when it is missing, null or empty.</summary>
    public string? Find(AnswerScope scope, bool trimmed = true)
    {
        string? value = Raw(scope);
        value = trimmed ? value?.Trim() : value;
        return string.IsNullOrEmpty(value) ? null : value;
    }

    /// <summary>The node is there, even if it is empty.</summary>
    public bool IsThere(AnswerScope scope) => Path is null ? Find(scope) is not null : Path.Find(scope.Root, scope.Row).Count > 0;

    /// <summary>The rows it leads to; null when the answer does not hold what ought to hold them.</summary>
    public IReadOnlyList<AnswerScope>? Rows(AnswerScope scope)
    {
        if (Path is null)
        {
            return _pattern is null ? null : Matches(scope);
        }

        return Path.NamesContainer && Path.Container(scope.Root, scope.Row) is null
            ? null
            : Path.Find(scope.Root, scope.Row).Where(node => !node.IsNull).Take(MostRows + 1).Select(node => scope.At(node, node.Text)).ToList();
    }

    /// <summary>So many rows that some were left out.</summary>
    public static bool AreTooMany(IReadOnlyList<AnswerScope> rows) => rows.Count > MostRows;

    private string? Raw(AnswerScope scope)
    {
        if (_pattern is not null)
        {
            return scope.Clock.First(_pattern, scope.Text) is Match match ? ValueOf(match) : null;
        }

        return Path is not null
            ? Path.Find(scope.Root, scope.Row).Select(node => node.IsNull ? null : node.Text).FirstOrDefault()
            : _word switch
            {
                "status" => scope.Exchange.Status.ToString(CultureInfo.InvariantCulture),
                "reference" => scope.Reference,
                _ => scope.Text,
            };
    }

    private List<AnswerScope> Matches(AnswerScope scope)
    {
        var rows = new List<AnswerScope>();
        for (Match? match = scope.Clock.First(_pattern!, scope.Text); match is not null && rows.Count <= MostRows; match = scope.Clock.Next(match))
        {
            rows.Add(scope.At(null, match.Value));
        }

        return rows;
    }

    /// <summary>The group "value", else the first group, else all of it.</summary>
    private static string? ValueOf(Match match)
    {
        Group named = match.Groups["value"];
        return named.Success ? named.Value : match.Groups.Count == 1 ? match.Value : match.Groups[1].Success ? match.Groups[1].Value : null;
    }
}
