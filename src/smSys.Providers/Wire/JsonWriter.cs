using System.Globalization;
using System.Text;

namespace smSys.Providers.Wire;

/// <summary>Writes JSON, piece by piece; the commas are its own business.</summary>
public sealed class JsonWriter
{
    private readonly StringBuilder _json = new();
    private bool _first = true;

    /// <summary>{, as an array item or the root.</summary>
    public JsonWriter Open() => Begin(null, '{');

    /// <summary>A property that is an array.</summary>
    public JsonWriter OpenArray(string name) => Begin(name, '[');

    /// <summary>[, as the root.</summary>
    public JsonWriter OpenList() => Begin(null, '[');

    /// <summary>}</summary>
    public JsonWriter Close() => End('}');

    /// <summary>]</summary>
    public JsonWriter CloseArray() => End(']');

    /// <summary>A text property.</summary>
    public JsonWriter Text(string name, string value)
    {
        Name(name);
        Quote(value);
        return this;
    }

    /// <summary>A text in an array.</summary>
    public JsonWriter Item(string value)
    {
        Name(null);
        Quote(value);
        return this;
    }

    /// <summary>A whole number property.</summary>
    public JsonWriter Number(string name, long value)
    {
        Name(name);
        _json.Append(value.ToString(CultureInfo.InvariantCulture));
        return this;
    }

    /// <summary>A truth value property.</summary>
    public JsonWriter Flag(string name, bool value)
    {
        Name(name);
        _json.Append(value ? "true" : "false");
        return this;
    }

    /// <inheritdoc/>
    public override string ToString() => _json.ToString();

    private JsonWriter Begin(string? name, char bracket)
    {
        Name(name);
        _json.Append(bracket);
        _first = true;
        return this;
    }

    private JsonWriter End(char bracket)
    {
        _json.Append(bracket);
        _first = false;
        return this;
    }

    private void Name(string? name)
    {
        if (!_first)
        {
            _json.Append(',');
        }

        _first = false;
        if (name is not null)
        {
            Quote(name);
            _json.Append(':');
        }
    }

    private void Quote(string value)
    {
        _json.Append('"');
        Escape(_json, value);
        _json.Append('"');
    }

    /// <summary>Appends a text as it may stand between two quotes.</summary>
    internal static void Escape(StringBuilder to, string value)
    {
        for (int i = 0; i < value.Length; i++)
        {
            char c = value[i];
            if (c is '"' or '\\')
            {
                to.Append('\\').Append(c);
            }
            else if (c == '\n')
            {
                to.Append("\\n");
            }
            else if (c < ' ' || IsLone(value, i))
            {
                to.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                to.Append(c);
            }
        }
    }

    /// <summary>Half a surrogate pair would not survive UTF-8.</summary>
    private static bool IsLone(string value, int i) => char.IsHighSurrogate(value[i])
        ? i + 1 >= value.Length || !char.IsLowSurrogate(value[i + 1])
        : char.IsLowSurrogate(value[i]) && (i == 0 || !char.IsHighSurrogate(value[i - 1]));
}
