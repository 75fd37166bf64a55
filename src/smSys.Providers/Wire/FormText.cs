using System.Text;

namespace smSys.Providers.Wire;

/// <summary>
/// Writes <c>application/x-www-form-urlencoded</c>. The escaping is our own: the platform's refuses texts of more than 65,519
/// characters on .NET Framework, and a batch of texts in one field is longer.
/// </summary>
public sealed class FormText
{
    /// <summary>Content type of a form.</summary>
    public const string ContentType = "application/x-www-form-urlencoded; charset=utf-8";

    private const string Hex = "0123456789ABCDEF";
    private readonly StringBuilder _form = new();

    /// <summary>A field; half surrogate pairs become replacement characters.</summary>
    public FormText Field(string name, string value)
    {
        if (_form.Length > 0)
        {
            _form.Append('&');
        }

        Escape(_form, name);
        _form.Append('=');
        Escape(_form, value);
        return this;
    }

    /// <inheritdoc/>
    public override string ToString() => _form.ToString();

    /// <summary>Appends a text with everything percent-encoded but letters, digits and <c>-_.~</c>.</summary>
    internal static void Escape(StringBuilder to, string text)
    {
        foreach (byte b in Encoding.UTF8.GetBytes(text))
        {
            char c = (char)b;
            if (c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_' or '.' or '~')
            {
                to.Append(c);
            }
            else
            {
                to.Append('%').Append(Hex[b >> 4]).Append(Hex[b & 15]);
            }
        }
    }
}
