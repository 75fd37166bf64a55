using System;

namespace smSys.Providers.Generic.Requests;

/// <summary>What a request body is written in.</summary>
internal enum BodyLanguage
{
    Json,
    Xml,
    Form,
    Plain,
}

/// <summary>Finds the language of a content type.</summary>
internal static class BodyLanguages
{
    /// <summary>Null: a body of that type cannot be written safely, and why.</summary>
    public static BodyLanguage? Of(string contentType, out string problem)
    {
        string[] parts = contentType.ToLowerInvariant().Split(';');
        string media = parts[0].Trim();
        problem = string.Empty;
        for (int i = 1; i < parts.Length; i++)
        {
            string parameter = parts[i].Replace(" ", string.Empty).Replace("\"", string.Empty);
            if (parameter.StartsWith("charset=", StringComparison.Ordinal) && parameter is not ("charset=utf-8" or "charset=utf8"))
            {
                problem = "bodies go out in UTF-8; write charset=utf-8 or leave the charset out.";
                return null;
            }
        }

        if (media is "application/x-www-form-urlencoded")
        {
            return BodyLanguage.Form;
        }

        if (media is "text/plain" or "application/octet-stream")
        {
            return BodyLanguage.Plain;
        }

        if (media is "application/json" or "text/json" || media.EndsWith("+json", StringComparison.Ordinal))
        {
            return BodyLanguage.Json;
        }

        if (media is "application/xml" or "text/xml" || media.EndsWith("+xml", StringComparison.Ordinal))
        {
            return BodyLanguage.Xml;
        }

        problem = "\"" + media + "\" is not known; known are application/json, application/x-www-form-urlencoded, text/xml, application/xml, ...+json, ...+xml, text/plain and application/octet-stream.";
        return null;
    }

    /// <summary>Says where placeholders stand in a body.</summary>
    public static PlaceScanner Scanner(BodyLanguage language) => language switch
    {
        BodyLanguage.Json => new JsonPlaces(),
        BodyLanguage.Xml => new XmlPlaces(),
        BodyLanguage.Form => new OnePlace(Place.Form),
        _ => new OnePlace(Place.Plain),
    };

    /// <summary>What stands between two repeated parts unless told.</summary>
    public static string Between(BodyLanguage language) => language switch
    {
        BodyLanguage.Json => ",",
        BodyLanguage.Form => "&",
        _ => string.Empty,
    };
}
