using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Keywords;
using smSys.Crm.Rows;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Messaging.Consent;
using smSys.Messaging.Keywords;
using smSys.Plugins.Consents;
using KeywordMatch = smSys.Messaging.Keywords.KeywordMatch;

namespace smSys.Plugins.Keywords;

/// <summary>Says what would be done about a text, without doing it.</summary>
public sealed class TextTrial
{
    private const int Longest = 4000;
    private readonly Composition _composition;

    /// <summary>Reads as SYSTEM.</summary>
    public TextTrial(Composition composition) => _composition = composition;

    /// <summary>The separators that hold for texts on a line; without one those of the default setting.</summary>
    public SeparatorSet SeparatorsOf(EntityReference? line) => SettingSeparators.Of(SettingOf(line));

    /// <summary>The words, the rules that win, what they take from the text and what they would do, a line each.</summary>
    /// <param name="text">Any text; at most 10,000 characters are looked at.</param>
    /// <param name="line">The line it is to have come in on; null: rules of all lines.</param>
    /// <param name="edited">A rule as it is about to be saved; takes the place of the one that is stored.</param>
    public string Describe(string text, EntityReference? line, KeywordRule? edited)
    {
        var setting = SettingOf(line);
        var separators = SettingSeparators.Of(setting);
        var digits = line is null ? null : _composition.Lines.Read(line.Id)?.Line;
        var stored = new RuleReader(_composition.Services.System).Read(line?.Id);
        var rules = edited is null ? stored : stored.Where(rule => rule.Id != edited.Id).Concat([edited]).ToArray();
        var words = WordSplitter.Split(text.Length <= 10000 ? text : text.Substring(0, 10000), separators);
        var matches = new KeywordMatcher(rules, separators).MatchAll(words, digits ?? string.Empty);

        var lines = new List<string> { Say("Words: ", "واژه‌ها: ") + string.Join(" | ", words.Words.Select(words.Original)) };
        if (setting is not null && new ConsentWords(setting).Find(text) is { } word)
        {
            lines.Add(word.Request == ConsentRequest.OptOut
                ? Say("The words of the setting opt the sender out.", "واژه‌های تنظیم، انصراف فرستنده را ثبت می‌کنند.")
                : Say("The words of the setting opt the sender in.", "واژه‌های تنظیم، پذیرش فرستنده را ثبت می‌کنند."));
        }

        if (matches.Count == 0)
        {
            lines.Add(Say("No rule matches.", "هیچ قاعده‌ای تطبیق نمی‌کند."));
        }

        foreach (var match in matches)
        {
            lines.AddRange(Lines(match, edited));
        }

        var result = string.Join("\n", lines);
        return result.Length <= Longest ? result : result.Substring(0, Longest);
    }

    private IEnumerable<string> Lines(KeywordMatch match, KeywordRule? edited)
    {
        var name = _composition.Services.System
            .Find(SmsKeyword.LogicalName, SmsKeyword.PrimaryId, match.Rule.Id, SmsKeyword.Columns.Name)
            ?.GetAttributeValue<string>(SmsKeyword.Columns.Name);
        yield return Say("Rule: ", "قاعده: ") + (name ?? match.Rule.Text)
            + (match.Rule.Id == edited?.Id ? Say(" (this one)", " (همین)") : string.Empty);
        foreach (var value in match.Values)
        {
            yield return "{" + value.Name + "} = " + value.Text;
        }

        foreach (var action in match.Actions)
        {
            yield return "→ " + KindName(action.Kind) + Detail(action);
        }

        if (match.Actions.Count == 0)
        {
            yield return Say("→ nothing", "→ هیچ اقدامی");
        }
    }

    private string Detail(KeywordAction action)
    {
        var parts = new List<string>();
        if (action.Target is { } target)
        {
            parts.Add(target.Kind.ToString().ToLowerInvariant() + " " + target.Id.ToString("D"));
        }
        else if (action.Kind == Messaging.Keywords.KeywordActionKind.Route)
        {
            parts.Add(Say("nobody is named", "مقصدی تعیین نشده"));
        }

        if (action.TemplateId is { } template)
        {
            parts.Add(Say("template ", "الگو ") + template.ToString("D"));
        }
        else if (!string.IsNullOrWhiteSpace(action.Text))
        {
            parts.Add(action.Text!);
        }

        parts.AddRange(action.Columns.Select(column => column.Column + " = " + column.Template));
        return parts.Count == 0 ? string.Empty : ": " + string.Join("; ", parts);
    }

    private string KindName(Messaging.Keywords.KeywordActionKind kind) => kind switch
    {
        Messaging.Keywords.KeywordActionKind.CreateCase => Say("create a case", "ایجاد مورد"),
        Messaging.Keywords.KeywordActionKind.Route => Say("route", "ارجاع"),
        Messaging.Keywords.KeywordActionKind.Reply => Say("reply", "پاسخ"),
        Messaging.Keywords.KeywordActionKind.OptOut => Say("opt out", "انصراف"),
        Messaging.Keywords.KeywordActionKind.OptIn => Say("opt in", "پذیرش"),
        Messaging.Keywords.KeywordActionKind.SetColumns => Say("set columns", "تنظیم فیلدها"),
        Messaging.Keywords.KeywordActionKind.StartWorkflow => Say("start a workflow", "اجرای گردش کار"),
        Messaging.Keywords.KeywordActionKind.SendEmail => Say("send an e-mail", "ارسال ایمیل"),
        Messaging.Keywords.KeywordActionKind.SendFax => Say("make a fax", "ساخت نمابر"),
        _ => Say("collect rows", "گردآوری ردیف‌ها"),
    };

    private SmsSettingRow? SettingOf(EntityReference? line) =>
        line is not null && _composition.Lines.Read(line.Id)?.SettingId is { } setting
            ? _composition.Settings.Read(setting.Id)
            : _composition.Settings.ReadDefault();

    private string Say(string english, string persian) => new Sentence(english, persian).In(_composition.Notes.Language);
}
