using System;
using System.Collections.Generic;
using System.Linq;

namespace smSys.Messaging.Consent;

/// <summary>
/// A column whose lines may say for which language they are: <c>fa: لغو، لغو۱۱</c>, below it <c>en: STOP, UNSUBSCRIBE</c>. A line
/// without a language belongs to the one above it; before the first language it is for all.
/// </summary>
public static class LanguageLines
{
    /// <summary>For every language.</summary>
    public const string All = "";

    // Only these begin a line: "no: …" is an answer, not Norwegian.
    private static readonly string[] _languages =
        ["fa", "en", "ar", "az", "ckb", "ku", "tr", "tk", "hy", "ps", "tg", "ur", "ru", "fr", "de", "es", "it", "zh"];

    /// <summary>The texts by language, in the order in which the languages stand there; lines of one language stay lines.</summary>
    public static IReadOnlyList<LanguageText> Read(string? column)
    {
        var texts = new List<LanguageText>();
        foreach (var line in (column ?? string.Empty).Split('\n'))
        {
            var text = line.Trim().TrimStart('\u200E', '\u200F', '\uFEFF');
            var colon = text.IndexOf(':');
            var language = colon < 0 ? string.Empty : text.Substring(0, colon).Trim().ToLowerInvariant();
            if (Array.IndexOf(_languages, language) >= 0)
            {
                texts.Add(new LanguageText(language, text.Substring(colon + 1).Trim()));
            }
            else if (texts.Count > 0)
            {
                var last = texts[texts.Count - 1];
                texts[texts.Count - 1] = last with { Text = (last.Text + "\n" + text).Trim() };
            }
            else
            {
                texts.Add(new LanguageText(All, text));
            }
        }

        return texts.Where(text => text.Text.Length > 0).ToArray();
    }

    /// <summary>The text for a language, else the one for all; null when there is none.</summary>
    public static string? Find(string? column, string language)
    {
        var texts = Read(column);
        return (texts.FirstOrDefault(text => text.Language == language) ?? texts.FirstOrDefault(text => text.Language == All))?.Text;
    }
}

/// <summary>A text and its language: a code of two or three small letters, or <see cref="LanguageLines.All"/>.</summary>
public sealed record LanguageText(string Language, string Text);
