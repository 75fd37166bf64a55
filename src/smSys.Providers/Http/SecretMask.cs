using System;
using System.Collections.Generic;
using System.Text;
using System.Text.RegularExpressions;

namespace smSys.Providers.Http;

/// <summary>Takes an account's secrets out of words that are shown, stored or traced, in every spelling the wire knows.</summary>
public sealed class SecretMask
{
    /// <summary>Longest words that a fault keeps.</summary>
    public const int LongestWords = 500;

    /// <summary>How much of words is read for that.</summary>
    public const int MostRead = 16 * 1024;

    private const string Stars = "***";
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);
    private readonly List<string> _secrets = [];
    private readonly List<string> _encoded = [];
    private readonly int _longest;
    private Regex? _pattern;

    /// <summary>A mask for these secrets; empty ones are skipped.</summary>
    public SecretMask(IEnumerable<string> secrets)
    {
        foreach (string secret in secrets)
        {
            if (secret.Length > 0 && !_secrets.Contains(secret))
            {
                _secrets.Add(secret);
                _encoded.Add(Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)));
                _longest = Math.Max(_longest, secret.Length * SecretPattern.LongestSpelling);
            }
        }
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
        if (_secrets.Count == 0)
        {
            return text;
        }

        try
        {
            _pattern ??= new Regex(SecretPattern.Of(_secrets), RegexOptions.CultureInvariant, Longest);
            text = _pattern.Replace(text, Stars);
        }
        catch (RegexMatchTimeoutException)
        {
            // Rather no words than words that were not looked through.
            return Stars;
        }

        foreach (string encoded in _encoded)
        {
            text = text.Replace(encoded, Stars);
        }

        return text;
    }

    /// <summary>The beginning without secrets. Where it is cut off, part of a secret may stand: as much as the longest has is dropped.</summary>
    private string HideBeginning(string words)
    {
        if (words.Length <= MostRead + _longest)
        {
            return Hide(words);
        }

        string hidden = Hide(words.Substring(0, MostRead + _longest));
        return hidden.Substring(0, Math.Max(hidden.Length - _longest, 0));
    }
}
