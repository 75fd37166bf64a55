using System.Globalization;
using System.Text;

namespace CrmEmulator.WebApi;

internal enum ODataTokenKind
{
    Word,
    Text,
    Sign,
    End,
}

/// <summary>A piece of an OData expression; a text is without its quotes.</summary>
internal readonly record struct ODataToken(ODataTokenKind Kind, string Value);

/// <summary>Cuts an OData expression into words, texts and signs, and reads them one by one.</summary>
internal sealed class ODataText
{
    private const string Signs = "(),:[]=;";

    private readonly List<ODataToken> tokens = [];
    private readonly IReadOnlyDictionary<string, string>? aliases;
    private int position;

    /// <param name="text">The expression.</param>
    /// <param name="aliases">Query options by name; those like @p are values that the expression may name.</param>
    /// <exception cref="ApiException">A text is not closed.</exception>
    public ODataText(string text, IReadOnlyDictionary<string, string>? aliases = null)
    {
        this.aliases = aliases;
        var at = 0;
        while (at < text.Length)
        {
            var letter = text[at];
            if (char.IsWhiteSpace(letter))
            {
                at++;
            }
            else if (letter is '\'' or '"')
            {
                at = ReadText(text, at);
            }
            else if (Signs.Contains(letter))
            {
                tokens.Add(new ODataToken(ODataTokenKind.Sign, letter.ToString()));
                at++;
            }
            else
            {
                at = ReadWord(text, at);
            }
        }
    }

    public ODataToken Current => position < tokens.Count ? tokens[position] : new ODataToken(ODataTokenKind.End, string.Empty);

    public bool IsAtEnd => position >= tokens.Count;

    public ODataToken Take()
    {
        var token = Current;
        position++;
        return token;
    }

    public bool TrySign(string sign)
    {
        if (Current.Kind == ODataTokenKind.Sign && Current.Value == sign)
        {
            position++;
            return true;
        }

        return false;
    }

    public bool TryWord(string word)
    {
        if (Current.Kind == ODataTokenKind.Word && Current.Value == word)
        {
            position++;
            return true;
        }

        return false;
    }

    /// <exception cref="ApiException">Something else stands here.</exception>
    public void Sign(string sign)
    {
        if (!TrySign(sign))
        {
            throw Unexpected($"'{sign}' was expected");
        }
    }

    public string Word() => Current.Kind == ODataTokenKind.Word ? Take().Value : throw Unexpected("a name was expected");

    public ApiException Unexpected(string expectation) =>
        ApiException.BadRequest($"Syntax error at position {position + 1} of the expression: {expectation}, but '{(IsAtEnd ? "the end" : Current.Value)}' was found.");

    /// <summary>A literal: null, true, false, number, guid, date, text, a member of an enum by its name, or a list in brackets.</summary>
    public object? Literal()
    {
        if (TrySign("["))
        {
            var items = new List<object?>();
            while (!TrySign("]"))
            {
                items.Add(Literal());
                TrySign(",");
            }

            return items;
        }

        var token = Take();
        if (token.Kind == ODataTokenKind.Word && token.Value.StartsWith("Microsoft.Dynamics.CRM.", StringComparison.Ordinal) && Current.Kind == ODataTokenKind.Text)
        {
            return Take().Value;
        }

        return token.Kind switch
        {
            ODataTokenKind.Text => token.Value,
            ODataTokenKind.Word when token.Value.StartsWith('@') && aliases is not null => new ODataText(
                aliases.GetValueOrDefault(token.Value) ?? throw ApiException.BadRequest($"The parameter alias '{token.Value}' has no value.")).Literal(),
            ODataTokenKind.Word => WordValue(token.Value),
            _ => throw Unexpected("a value was expected"),
        };
    }

    /// <summary>What a bare word means as a value.</summary>
    public static object? WordValue(string word)
    {
        if (word == "null")
        {
            return null;
        }

        if (word is "true" or "false")
        {
            return word == "true";
        }

        if (Guid.TryParseExact(word, "D", out var id))
        {
            return id;
        }

        if (long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        if (decimal.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact))
        {
            return exact;
        }

        return DateTime.TryParse(word, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw ApiException.BadRequest($"'{word}' is no value that the Web API knows.");
    }

    private int ReadText(string text, int start)
    {
        var quote = text[start];
        var value = new StringBuilder();
        for (var at = start + 1; at < text.Length; at++)
        {
            if (text[at] != quote)
            {
                value.Append(text[at]);
            }
            else if (quote == '\'' && at + 1 < text.Length && text[at + 1] == quote)
            {
                value.Append(quote);
                at++;
            }
            else
            {
                tokens.Add(new ODataToken(ODataTokenKind.Text, value.ToString()));
                return at + 1;
            }
        }

        throw ApiException.BadRequest("There is an unterminated string literal in the expression.");
    }

    private int ReadWord(string text, int start)
    {
        var isValue = char.IsDigit(text[start]) || text[start] is '-' or '+';
        var at = start;
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('\'' or '"') && (!Signs.Contains(text[at]) || (isValue && text[at] == ':')))
        {
            at++;
        }

        tokens.Add(new ODataToken(ODataTokenKind.Word, text[start..at]));
        return at;
    }
}
