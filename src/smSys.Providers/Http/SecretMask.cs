using System;
using System.Collections.Generic;
using System.Text;

namespace smSys.Providers.Http;

/// <summary>Takes an account's secrets out of words that are shown, stored or traced, in every spelling the wire knows.</summary>
public sealed class SecretMask
{
    /// <summary>Longest words that a fault keeps.</summary>
    public const int LongestWords = 500;

    /// <summary>How much of words is read for that.</summary>
    public const int MostRead = 16 * 1024;

    private const string Stars = "***";
    private readonly List<string> _spellings = [];

    /// <summary>A mask for these secrets; empty ones are skipped.</summary>
    public SecretMask(IEnumerable<string> secrets)
    {
        foreach (string secret in secrets)
        {
            if (secret.Length > 0)
            {
                AddSpellings(secret);
            }
        }

        _spellings.Sort((a, b) => b.Length.CompareTo(a.Length));
    }

    /// <summary>The words without secrets, markup, control characters and line breaks, at most <see cref="LongestWords"/> long.</summary>
    public string Clean(string words)
    {
        string masked = HideBeginning(words);
        var clean = new StringBuilder(Math.Min(masked.Length, LongestWords));
        bool inTag = false;
        for (int i = 0; i < masked.Length && clean.Length < LongestWords; i++)
        {
            char c = masked[i];
            bool opens = c == '<' && i + 1 < masked.Length && (masked[i + 1] == '/' || masked[i + 1] == '!' || char.IsLetter(masked[i + 1]));
            if (opens || inTag)
            {
                inTag = c != '>';
                c = ' ';
            }

            if (c != ' ' && !char.IsControl(c) && !char.IsWhiteSpace(c))
            {
                clean.Append(c);
            }
            else if (clean.Length > 0 && clean[clean.Length - 1] != ' ')
            {
                clean.Append(' ');
            }
        }

        if (clean.Length > 0 && char.IsHighSurrogate(clean[clean.Length - 1]))
        {
            clean.Length--;
        }

        return clean.ToString().Trim();
    }

    /// <summary>The text with every spelling of every secret starred out.</summary>
    public string Hide(string text)
    {
        foreach (string spelling in _spellings)
        {
            text = text.Replace(spelling, Stars);
        }

        return text;
    }

    /// <summary>The beginning without secrets. Where it is cut off, part of a secret may stand: as much as the longest has is dropped.</summary>
    private string HideBeginning(string words)
    {
        int longest = _spellings.Count == 0 ? 0 : _spellings[0].Length;
        if (words.Length <= MostRead + longest)
        {
            return Hide(words);
        }

        string hidden = Hide(words.Substring(0, MostRead + longest));
        return hidden.Substring(0, Math.Max(hidden.Length - longest, 0));
    }

    private void AddSpellings(string secret)
    {
        string escaped = Uri.EscapeDataString(secret);
        string xml = secret.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
        string json = secret.Replace("\\", "\\\\").Replace("\"", "\\\"");
        string[] spellings =
        [
            secret, escaped, escaped.ToLowerInvariant(), escaped.Replace("%20", "+"), xml,
            xml.Replace("\"", "&quot;").Replace("'", "&apos;"), xml.Replace("\"", "&quot;").Replace("'", "&#39;"),
            json, json.Replace("/", "\\/"), Escaped(secret, "x4", quotes: false), Escaped(secret, "X4", quotes: false),
            Escaped(secret, "x4", quotes: true), Escaped(secret, "X4", quotes: true), Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)), InAddress(escaped),
        ];
        foreach (string spelling in spellings)
        {
            if (spelling.Length > 0 && !_spellings.Contains(spelling))
            {
                _spellings.Add(spelling);
            }
        }
    }

    /// <summary>As JSON writers spell it that escape more than they must: what is not ASCII, and what HTML could take for its own.</summary>
    private static string Escaped(string secret, string digits, bool quotes)
    {
        var escaped = new StringBuilder(secret.Length);
        foreach (char c in secret)
        {
            bool isCode = c is < ' ' or > '~' or '&' or '<' or '>' or '\'' or '+' or '`' || (quotes && c == '"');
            escaped.Append(isCode ? "\\u" + ((int)c).ToString(digits, System.Globalization.CultureInfo.InvariantCulture) : c is '"' or '\\' ? "\\" + c : c.ToString());
        }

        return escaped.ToString();
    }

    /// <summary>How an address shows it in words: the platform unescapes some characters there and others not.</summary>
    private static string InAddress(string escaped)
    {
        const string Root = "https://host/";
        string shown = Uri.TryCreate(Root + escaped, UriKind.Absolute, out Uri? address) ? address.ToString() : string.Empty;
        return shown.StartsWith(Root, StringComparison.Ordinal) ? shown.Substring(Root.Length) : string.Empty;
    }
}
