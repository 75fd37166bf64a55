using System;
using System.Collections.Generic;
using System.Linq;

namespace smSys.Messaging.Keywords;

/// <summary>
/// A pattern with named places: <c>مشکل {severity} : {description*}</c>. Words outside braces must stand there (folded,
/// punctuation does not matter), <c>{name}</c> takes one word, <c>{name*}</c>, last, takes the rest, which may be nothing.
/// The pattern begins with the first word of the text and, without a rest, ends with its last. Matching is linear.
/// </summary>
public sealed class KeywordPattern
{
    private readonly Element[] _elements;
    private readonly bool _endsWithRest;

    private KeywordPattern(string source, Element[] elements)
    {
        Source = source;
        _elements = elements;
        Places = elements.Where(element => element.Place is not null).Select(element => element.Place!).ToArray();
        HasLiteral = elements.Any(element => element.Literal is not null);
        _endsWithRest = elements[elements.Length - 1].IsRest;
    }

    /// <summary>As it was written.</summary>
    public string Source { get; }

    /// <summary>The names of the places in order.</summary>
    public IReadOnlyList<string> Places { get; }

    /// <summary>The words that stand in the pattern, folded, in order.</summary>
    internal IEnumerable<string> Literals => _elements.Select(element => element.Literal).OfType<string>();

    internal bool HasLiteral { get; }

    /// <summary>Reads a pattern.</summary>
    /// <param name="source">As written by an administrator.</param>
    /// <param name="separators">Of the setting whose texts it is for: its words are split as theirs.</param>
    public static KeywordParse<KeywordPattern> Parse(string source, SeparatorSet? separators = null)
    {
        var elements = new List<Element>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < source.Length;)
        {
            var open = source.IndexOf('{', i);
            var literal = source.Substring(i, (open < 0 ? source.Length : open) - i);
            var stray = literal.IndexOf('}');
            if (stray >= 0)
            {
                return Problem(KeywordProblemKind.Brace, i + stray, "}");
            }

            elements.AddRange(WordSplitter.Split(literal, separators).Words
                .Where(word => word.Folded.Length > 0)
                .Select(word => new Element(word.Folded, null, false)));
            if (open < 0)
            {
                break;
            }

            var close = source.IndexOf('}', open);
            if (close < 0)
            {
                return Problem(KeywordProblemKind.Brace, open, "{");
            }

            var place = source.Substring(open + 1, close - open - 1).Trim();
            var isRest = place.EndsWith("*", StringComparison.Ordinal);
            var name = isRest ? place.Substring(0, place.Length - 1).Trim() : place;
            if (!IsName(name))
            {
                return Problem(KeywordProblemKind.PlaceName, open, place);
            }

            if (!names.Add(name))
            {
                return Problem(KeywordProblemKind.PlaceTwice, open, name);
            }

            if (elements.Count > 0 && elements[elements.Count - 1].IsRest)
            {
                return Problem(KeywordProblemKind.RestNotLast, open, name);
            }

            elements.Add(new Element(null, name, isRest));
            i = close + 1;
        }

        var rest = elements.FindIndex(element => element.IsRest);
        if (rest >= 0 && rest < elements.Count - 1)
        {
            return Problem(KeywordProblemKind.RestNotLast, source.IndexOf('*'), elements[rest].Place!);
        }

        return elements.Count == 0
            ? Problem(KeywordProblemKind.Empty, 0, string.Empty)
            : new KeywordParse<KeywordPattern>(new KeywordPattern(source, elements.ToArray()), null);
    }

    /// <summary>The values of the places, in the sender's own writing; null when the text does not match.</summary>
    public IReadOnlyList<NamedText>? Match(SplitText text)
    {
        if (!Fits(text))
        {
            return null;
        }

        var values = new NamedText[Places.Count];
        var next = 0;
        for (var i = 0; i < _elements.Length; i++)
        {
            if (_elements[i].Place is { } place)
            {
                values[next++] = new NamedText(place, _elements[i].IsRest ? text.From(i) : text.Original(text.Words[i]));
            }
        }

        return values;
    }

    /// <summary>Whether the text matches.</summary>
    internal bool Fits(SplitText text)
    {
        var words = text.InOrder;
        var fixedCount = _elements.Length - (_endsWithRest ? 1 : 0);
        if (_endsWithRest ? words.Length < fixedCount : words.Length != fixedCount)
        {
            return false;
        }

        for (var i = 0; i < fixedCount; i++)
        {
            if (_elements[i].Literal is { } literal && !string.Equals(literal, words[i].Folded, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsName(string name) =>
        name.Length is > 0 and <= 50 && char.IsLetter(name[0]) && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '\u200C');

    private static KeywordParse<KeywordPattern> Problem(KeywordProblemKind kind, int position, string found) =>
        new(null, new KeywordProblem(kind, position, found));

    private sealed record Element(string? Literal, string? Place, bool IsRest);
}

/// <summary>What a named place took, as the sender wrote it.</summary>
public sealed record NamedText(string Name, string Text);
