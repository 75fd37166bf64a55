using System.Globalization;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace smSys.Server.Tests.Doubles;

/// <summary>Judges rows by an OData filter of comparisons, "and", "or" and brackets; anything else is an error.</summary>
internal sealed partial class FilterText
{
    private readonly string[] _tokens;
    private readonly JObject _row;
    private int _at;

    private FilterText(string filter, JObject row)
    {
        _tokens = [.. Token().Matches(filter).Select(match => match.Value)];
        _row = row;
    }

    internal static bool Fits(string? filter, JObject row)
    {
        if (filter is null)
        {
            return true;
        }

        var reader = new FilterText(filter, row);
        var fits = reader.Or();
        return reader._at == reader._tokens.Length ? fits : throw new FormatException("Left over in the filter: " + reader._tokens[reader._at]);
    }

    internal static DateTime? Time(JToken? value) => (string?)value is { } text
        ? DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal)
        : null;

    private bool Or()
    {
        var fits = And();
        while (Take("or"))
        {
            fits |= And();
        }

        return fits;
    }

    private bool And()
    {
        var fits = One();
        while (Take("and"))
        {
            fits &= One();
        }

        return fits;
    }

    private bool One()
    {
        if (Take("("))
        {
            var fits = Or();
            return Take(")") ? fits : throw new FormatException("A bracket is not closed.");
        }

        var (column, operation, given) = (_tokens[_at], _tokens[_at + 1], _tokens[_at + 2]);
        _at += 3;
        var value = _row[column];
        var isEmpty = (value as JValue)?.Value is null;
        if (given == "null")
        {
            return operation == "eq" ? isEmpty : !isEmpty;
        }

        if (isEmpty)
        {
            return false;
        }

        var order = value!.Type == JTokenType.Integer
            ? ((long)value).CompareTo(long.Parse(given, CultureInfo.InvariantCulture))
            : Time(value)!.Value.CompareTo(Time(given)!.Value);
        return operation switch
        {
            "eq" => order == 0,
            "le" => order <= 0,
            "lt" => order < 0,
            _ => throw new FormatException("Operator " + operation),
        };
    }

    private bool Take(string token)
    {
        var isIt = _at < _tokens.Length && _tokens[_at] == token;
        _at += isIt ? 1 : 0;
        return isIt;
    }

    [GeneratedRegex(@"[()]|[^\s()]+")]
    private static partial Regex Token();
}
