namespace CrmEmulator.WebApi;

/// <summary>A parsed $filter.</summary>
internal abstract record ODataFilter
{
    /// <summary>Several conditions, all or any of which must hold.</summary>
    public sealed record Group(bool IsOr, IReadOnlyList<ODataFilter> Parts) : ODataFilter;

    public sealed record Negation(ODataFilter Inner) : ODataFilter;

    /// <summary>eq, ne, gt, ge, lt, le.</summary>
    public sealed record Comparison(string Path, string Operator, object? Value) : ODataFilter;

    /// <summary>contains, startswith, endswith.</summary>
    public sealed record TextMatch(string Function, string Path, string Text) : ODataFilter;

    /// <summary>Microsoft.Dynamics.CRM.Name(PropertyName='…',PropertyValue…).</summary>
    public sealed record QueryFunction(string Name, string Path, IReadOnlyList<object?> Values) : ODataFilter;

    /// <summary>navigation/any(x:…) or all.</summary>
    public sealed record Lambda(string Path, bool IsAll, string Variable, ODataFilter? Inner) : ODataFilter;

    /// <param name="text">The filter.</param>
    /// <param name="aliases">Query options by name; those like @p are values that the filter may name.</param>
    /// <exception cref="ApiException">The text is no filter.</exception>
    public static ODataFilter Parse(string text, IReadOnlyDictionary<string, string> aliases)
    {
        var reader = new ODataText(text, aliases);
        var filter = Or(reader);
        return reader.IsAtEnd ? filter : throw reader.Unexpected("the end was expected");
    }

    private static ODataFilter Or(ODataText reader) => Chain(reader, "or", And);

    private static ODataFilter And(ODataText reader) => Chain(reader, "and", Single);

    private static ODataFilter Chain(ODataText reader, string word, Func<ODataText, ODataFilter> part)
    {
        var first = part(reader);
        if (!reader.TryWord(word))
        {
            return first;
        }

        var parts = new List<ODataFilter> { first };
        do
        {
            parts.Add(part(reader));
        }
        while (reader.TryWord(word));
        return new Group(word == "or", parts);
    }

    private static ODataFilter Single(ODataText reader)
    {
        if (reader.TrySign("("))
        {
            var inner = Or(reader);
            reader.Sign(")");
            return inner;
        }

        if (reader.TryWord("not"))
        {
            return new Negation(Single(reader));
        }

        var word = reader.Word();
        return reader.TrySign("(") ? Call(word, reader) : Compare(word, reader);
    }

    private static ODataFilter Compare(string path, ODataText reader)
    {
        var comparison = reader.Word();
        if (comparison == "in")
        {
            reader.Sign("(");
            var values = new List<ODataFilter>();
            do
            {
                values.Add(new Comparison(path, "eq", reader.Literal()));
            }
            while (reader.TrySign(","));
            reader.Sign(")");
            return new Group(true, values);
        }

        return comparison is "eq" or "ne" or "gt" or "ge" or "lt" or "le"
            ? new Comparison(path, comparison, reader.Literal())
            : throw ApiException.BadRequest($"'{comparison}' is no operator of a filter.");
    }

    private static ODataFilter Call(string name, ODataText reader)
    {
        if (name is "contains" or "startswith" or "endswith")
        {
            var path = reader.Word();
            reader.Sign(",");
            var text = reader.Literal()?.ToString() ?? string.Empty;
            reader.Sign(")");
            return Judged(new TextMatch(name, path, text), reader);
        }

        if (name.StartsWith("Microsoft.Dynamics.CRM.", StringComparison.Ordinal))
        {
            return Judged(ReadFunction(name["Microsoft.Dynamics.CRM.".Length..], reader), reader);
        }

        if (name.EndsWith("/any", StringComparison.Ordinal) || name.EndsWith("/all", StringComparison.Ordinal))
        {
            return LambdaOf(name, reader);
        }

        throw ApiException.BadRequest($"An unknown function with name '{name}' was found.");
    }

    /// <summary>A function may be compared with true or false.</summary>
    private static ODataFilter Judged(ODataFilter function, ODataText reader)
    {
        var isEqual = reader.TryWord("eq");
        if (!isEqual && !reader.TryWord("ne"))
        {
            return function;
        }

        return reader.Literal() is bool wanted && wanted == isEqual ? function : new Negation(function);
    }

    private static QueryFunction ReadFunction(string name, ODataText reader)
    {
        var path = string.Empty;
        var values = new List<object?>();
        while (!reader.TrySign(")"))
        {
            var parameter = reader.Word();
            reader.Sign("=");
            var value = reader.Literal();
            if (parameter == "PropertyName")
            {
                path = value as string ?? string.Empty;
            }
            else if (value is List<object?> list)
            {
                values.AddRange(list);
            }
            else
            {
                values.Add(value);
            }

            reader.TrySign(",");
        }

        return new QueryFunction(name, path, values);
    }

    private static Lambda LambdaOf(string name, ODataText reader)
    {
        var path = name[..^4];
        var isAll = name.EndsWith("/all", StringComparison.Ordinal);
        if (reader.TrySign(")"))
        {
            return new Lambda(path, isAll, string.Empty, null);
        }

        var variable = reader.Word();
        reader.Sign(":");
        var inner = Or(reader);
        reader.Sign(")");
        return new Lambda(path, isAll, variable, inner);
    }
}
