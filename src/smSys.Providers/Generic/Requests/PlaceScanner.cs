using System;
using System.Text;

namespace smSys.Providers.Generic.Requests;

/// <summary>Reads the literal text of a template and says where a placeholder stands that follows it.</summary>
internal abstract class PlaceScanner
{
    /// <summary>Goes on over literal text.</summary>
    public abstract void Pass(string literal);

    /// <summary>The place of a placeholder that stands here; null when none may, and why.</summary>
    public abstract Place? Here(out string problem);

    /// <summary>A value cannot begin inside a percent code.</summary>
    protected static bool EndsInPercent(string text) =>
        text.EndsWith("%", StringComparison.Ordinal) || (text.Length > 1 && text[text.Length - 2] == '%');
}

/// <summary>Headers, forms and bodies without a syntax: the same place everywhere.</summary>
internal sealed class OnePlace : PlaceScanner
{
    private readonly Place _place;
    private string _last = string.Empty;

    public OnePlace(Place place) => _place = place;

    public override void Pass(string literal) => _last = literal;

    public override Place? Here(out string problem)
    {
        bool cut = _place == Place.Form && EndsInPercent(_last);
        problem = cut ? "no placeholder can follow a % sign." : string.Empty;
        _last = string.Empty;
        return cut ? null : _place;
    }
}

/// <summary>An address: path first, query behind the question mark; scheme and host are fixed.</summary>
internal sealed class UrlPlaces : PlaceScanner
{
    private readonly StringBuilder _seen = new();

    public override void Pass(string literal) => _seen.Append(literal);

    public override Place? Here(out string problem)
    {
        string seen = _seen.ToString();
        int scheme = seen.IndexOf("://", StringComparison.Ordinal);
        bool inHost = seen.Length == 0 || (scheme >= 0 && seen.IndexOf('/', scheme + 3) < 0);
        problem = inHost ? "scheme and host cannot hold a placeholder; begin with fixed text."
            : EndsInPercent(seen) ? "no placeholder can follow a % sign." : string.Empty;
        _seen.Append('x');
        return problem.Length > 0 ? null : seen.IndexOf('?') >= 0 ? Place.Query : Place.Path;
    }
}

/// <summary>JSON: inside quotes or not.</summary>
internal sealed class JsonPlaces : PlaceScanner
{
    private bool _quoted;
    private bool _escaped;

    public override void Pass(string literal)
    {
        foreach (char c in literal)
        {
            _quoted ^= c == '"' && !_escaped;
            _escaped = _quoted && c == '\\' && !_escaped;
        }
    }

    public override Place? Here(out string problem)
    {
        problem = _escaped ? "no placeholder can follow a backslash." : string.Empty;
        return _escaped ? null : _quoted ? Place.JsonString : Place.JsonValue;
    }
}
