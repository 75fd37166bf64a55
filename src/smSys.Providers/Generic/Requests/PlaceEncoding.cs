using System.Text;
using smSys.Providers.Wire;

namespace smSys.Providers.Generic.Requests;

/// <summary>Writes a value so that it cannot leave the place where it stands.</summary>
internal static class PlaceEncoding
{
    /// <summary>Appends an encoded value. Headers and plain bodies take what <see cref="Placeholder"/> allows there, as it is.</summary>
    public static void Append(StringBuilder to, string value, Place place)
    {
        switch (place)
        {
            case Place.Path or Place.Query or Place.Form:
                FormText.Escape(to, value);
                break;
            case Place.JsonString:
                JsonWriter.Escape(to, value);
                break;
            case Place.XmlText:
                XmlEscape.Append(to, value);
                break;
            case Place.XmlAttribute:
                // Readers turn white space of attributes into blanks unless it comes as a reference.
                var attribute = new StringBuilder();
                XmlEscape.Append(attribute, value);
                to.Append(attribute.Replace("'", "&#39;").Replace("\t", "&#9;").Replace("\n", "&#10;"));
                break;
            default:
                to.Append(value);
                break;
        }
    }

    /// <summary>A value on its own.</summary>
    public static string Encode(string value, Place place)
    {
        var text = new StringBuilder(value.Length);
        Append(text, value, place);
        return text.ToString();
    }
}
