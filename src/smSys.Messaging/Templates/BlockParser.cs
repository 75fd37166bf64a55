using System.Collections.Generic;
using System.Linq;

namespace smSys.Messaging.Templates;

/// <summary>Reads one pair of braces: a path with filters, or a condition. The first problem ends it.</summary>
internal sealed class BlockParser
{
    private readonly TemplateReader _reader;

    internal BlockParser(TemplateReader reader) => _reader = reader;

    /// <summary>What is wrong, once a method gave null.</summary>
    internal TemplateProblem? Problem { get; private set; }

    internal ValueNode? Value(int position)
    {
        var path = Path();
        if (path is null)
        {
            return null;
        }

        var filters = new List<TemplateFilter>();
        while (_reader.Take('|'))
        {
            var filter = Filter();
            if (filter is null)
            {
                return null;
            }

            filters.Add(filter);
        }

        return _reader.IsAtEnd ? new ValueNode(position, path, filters) : Fail<ValueNode>(TemplateProblemKind.Unexpected, _reader.WordHere());
    }

    internal TemplateCondition? Condition()
    {
        var path = Path();
        if (path is null)
        {
            return null;
        }

        if (_reader.IsAtEnd)
        {
            return new TemplateCondition(path, TemplateComparison.Exists, string.Empty);
        }

        var start = _reader.Position;
        var comparison = Comparisons.FromSign(_reader.Sign());
        if (comparison is null)
        {
            _reader.BackTo(start);
            return Fail<TemplateCondition>(TemplateProblemKind.Unexpected, _reader.WordHere());
        }

        var operand = Operand();
        if (operand is null)
        {
            return null;
        }

        return _reader.IsAtEnd
            ? new TemplateCondition(path, comparison.Value, operand)
            : Fail<TemplateCondition>(TemplateProblemKind.Unexpected, _reader.WordHere());
    }

    private TemplatePath? Path()
    {
        var segments = new List<PathSegment>();
        do
        {
            var start = _reader.Position;
            var name = _reader.Name();
            if (name.Length == 0)
            {
                return Fail<TemplatePath>(_reader.IsAtEnd && segments.Count == 0 ? TemplateProblemKind.Empty : TemplateProblemKind.Name, _reader.WordHere());
            }

            RowRule? rule = null;
            if (_reader.Take('('))
            {
                rule = Rule();
                if (rule is null)
                {
                    return null;
                }
            }

            segments.Add(new PathSegment(name, rule, start));
            if (segments.Count > TemplatePath.MostSegments)
            {
                return Fail<TemplatePath>(TemplateProblemKind.TooDeep, name);
            }
        }
        while (_reader.Take('.'));

        return segments[segments.Count - 1].Rule is null
            ? new TemplatePath(segments)
            : Fail<TemplatePath>(TemplateProblemKind.Name, _reader.WordHere());
    }

    private RowRule? Rule()
    {
        var start = _reader.Position;
        var order = _reader.Name() switch
        {
            "newest" => RowOrder.Newest,
            "oldest" => RowOrder.Oldest,
            "largest" => RowOrder.Largest,
            "smallest" => RowOrder.Smallest,
            _ => (RowOrder?)null,
        };
        var by = order is not null && _reader.TakeWord("by") ? _reader.Name() : string.Empty;
        if (by.Length == 0)
        {
            _reader.BackTo(start);
            return Fail<RowRule>(TemplateProblemKind.Rule, _reader.WordHere());
        }

        string? via = null;
        if (_reader.TakeWord("via"))
        {
            via = _reader.Name();
            if (via.Length == 0)
            {
                return Fail<RowRule>(TemplateProblemKind.Rule, _reader.WordHere());
            }
        }

        var filters = new List<RowFilter>();
        if (_reader.TakeWord("where"))
        {
            do
            {
                var filter = RowFilter();
                if (filter is null)
                {
                    return null;
                }

                filters.Add(filter);
            }
            while (_reader.TakeWord("and"));
        }

        return _reader.Take(')') ? new RowRule(order!.Value, by, filters) { Via = via } : Fail<RowRule>(TemplateProblemKind.Rule, _reader.WordHere());
    }

    private RowFilter? RowFilter()
    {
        var column = _reader.Name();
        if (column.Length == 0)
        {
            return Fail<RowFilter>(TemplateProblemKind.Name, _reader.WordHere());
        }

        var comparison = Comparisons.FromSign(_reader.Sign());
        if (comparison is null)
        {
            return Fail<RowFilter>(TemplateProblemKind.Comparison, _reader.WordHere());
        }

        var operand = Operand();
        return operand is null ? null : new RowFilter(column, comparison.Value, operand);
    }

    private string? Operand()
    {
        if (_reader.IsAtQuote)
        {
            return _reader.Quoted() ?? Fail<string>(TemplateProblemKind.Quote, _reader.WordHere());
        }

        var number = _reader.Number();
        return number.Any(char.IsDigit) ? number : Fail<string>(TemplateProblemKind.Comparison, _reader.WordHere());
    }

    /// <summary>A filter by name; or, where no filter has that name, a text without quotes that stands for a missing value.</summary>
    private TemplateFilter? Filter()
    {
        var start = _reader.Position;
        if (_reader.IsAtQuote)
        {
            var text = _reader.Quoted();
            return text is null
                ? Fail<TemplateFilter>(TemplateProblemKind.Quote, _reader.WordHere())
                : new TemplateFilter(TemplateFilters.Default, [text], start);
        }

        var name = _reader.Name();
        if (TemplateFilters.Names.Contains(name))
        {
            return Named(name, start);
        }

        _reader.BackTo(start);
        var words = _reader.Until('|');
        if (HoldsQuotedWord(words))
        {
            _reader.BackTo(start);
            return Fail<TemplateFilter>(
                TemplateProblemKind.Filter,
                name.Length == 0 ? _reader.WordHere() : name,
                NearestName.Find(name, TemplateFilters.Names));
        }

        return new TemplateFilter(TemplateFilters.Default, [words], start);
    }

    // Somebody who writes a text in quotes behind a word means a filter and has misspelt it.
    private static bool HoldsQuotedWord(string words)
    {
        for (var i = 1; i < words.Length; i++)
        {
            if (char.IsWhiteSpace(words[i - 1]) && TemplateReader.CloserOf(words[i]) != '\0')
            {
                return true;
            }
        }

        return false;
    }

    private TemplateFilter? Named(string name, int start)
    {
        var arguments = new List<string>();
        while (!_reader.IsAtEnd && _reader.Next != '|')
        {
            var isQuoted = _reader.IsAtQuote;
            var argument = isQuoted ? _reader.Quoted() : _reader.Name();
            if (argument is null)
            {
                return Fail<TemplateFilter>(TemplateProblemKind.Quote, _reader.WordHere());
            }

            if (argument.Length == 0 && !isQuoted)
            {
                return Fail<TemplateFilter>(TemplateProblemKind.FilterArguments, name);
            }

            arguments.Add(argument);
        }

        if (TemplateFilters.Accepts(name, arguments))
        {
            return new TemplateFilter(name, arguments, start);
        }

        _reader.BackTo(start);
        return Fail<TemplateFilter>(TemplateProblemKind.FilterArguments, name);
    }

    private T? Fail<T>(TemplateProblemKind kind, string found, string? suggestion = null)
        where T : class
    {
        Problem ??= new TemplateProblem(kind, _reader.Position, found.Length, found, suggestion);
        return null;
    }
}
