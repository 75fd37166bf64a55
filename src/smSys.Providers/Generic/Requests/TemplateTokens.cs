using System;
using System.Collections.Generic;

namespace smSys.Providers.Generic.Requests;

/// <summary>Cuts a text into literals and placeholders. Braces around anything but a word are literal, so JSON needs no escaping.</summary>
internal static class TemplateTokens
{
    private const int LongestWord = 40;

    /// <summary>Literals and placeholders in turn; the place is not known yet.</summary>
    public static IReadOnlyList<TemplatePiece> Cut(string text)
    {
        var pieces = new List<TemplatePiece>();
        int start = 0;
        int at = 0;
        while ((at = text.IndexOf('{', at)) >= 0)
        {
            int end = text.IndexOf('}', at);
            Placeholder? placeholder = end < 0 || end - at > LongestWord ? null : Read(text.Substring(at + 1, end - at - 1));
            if (placeholder is null)
            {
                at++;
                continue;
            }

            AddLiteral(pieces, text.Substring(start, at - start));
            pieces.Add(new TemplatePiece(string.Empty, placeholder, Place.Plain));
            start = at = end + 1;
        }

        AddLiteral(pieces, text.Substring(start));
        return pieces;
    }

    private static void AddLiteral(List<TemplatePiece> pieces, string literal)
    {
        if (literal.Length > 0)
        {
            pieces.Add(new TemplatePiece(literal, null, Place.Plain));
        }
    }

    private static Placeholder? Read(string inner)
    {
        string[] parts = inner.Split(':');
        if (parts[0].Length == 0)
        {
            return null;
        }

        foreach (char c in parts[0])
        {
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z')))
            {
                return null;
            }
        }

        var forms = new string[parts.Length - 1];
        Array.Copy(parts, 1, forms, 0, forms.Length);
        foreach (string form in forms)
        {
            foreach (char c in form)
            {
                if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '+'))
                {
                    return null;
                }
            }
        }

        return new Placeholder(parts[0], forms);
    }
}
