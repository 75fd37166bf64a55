using System.Linq;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Metadata;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Crm.TemplateValues;
using smSys.Messaging.Consent;
using smSys.Messaging.Templates;

namespace smSys.Plugins.Messages;

/// <summary>Renders templates for one recipient, and reads them.</summary>
public static class MessageText
{
    /// <summary>True when the text tells on which line to answer.</summary>
    public static bool AsksForReplyLine(Template template) => template.RequiredPaths.Any(TemplateTexts.IsReplyLine);

    /// <summary>A template's text read into a tree.</summary>
    /// <exception cref="RefusalException">Something is wrong with it; the sentence holds the place and what was probably meant.</exception>
    public static Template Parse(string source) => TemplateTexts.Parse(source);

    /// <summary>The text of a template for a record.</summary>
    /// <param name="user">Reads the values, as the user in whose name the message goes out.</param>
    /// <param name="template">The template's row.</param>
    /// <param name="record">The recipient's record; null when only a number is known.</param>
    /// <param name="further">Values that are known without asking, by path.</param>
    /// <param name="mayBeEmpty">It is no message but the text of a column.</param>
    /// <exception cref="RefusalException">A value is missing and the template says to skip such recipients.</exception>
    public static string Render(IOrganizationService user, SmsTemplateRow template, EntityReference? record, NamedValues? further = null, bool mayBeEmpty = false)
    {
        var tree = Parse(template.Text ?? string.Empty);
        var named = further ?? new NamedValues();
        if (record is null)
        {
            return Render(tree, template, named, mayBeEmpty);
        }

        var paths = tree.RequiredPaths.Where(path => named.Find(path) is null).ToArray();
        return Render(tree, template, new Either(named, RecordValues.Read(user, record, paths, new TableShapes(user), template.Language ?? 0)), mayBeEmpty);
    }

    /// <summary>The text of a template that was read, with values that were read.</summary>
    /// <param name="tree">The template.</param>
    /// <param name="template">Its row, for what to do about missing values.</param>
    /// <param name="values">The values.</param>
    /// <param name="mayBeEmpty">It is no message but the text of a column.</param>
    /// <exception cref="RefusalException">As above.</exception>
    public static string Render(Template tree, SmsTemplateRow template, ITemplateValues values, bool mayBeEmpty = false)
    {
        var rendered = TemplateRenderer.Render(tree, values, TemplateTexts.OptionsOf(template));
        return rendered.IsSendable || (mayBeEmpty && template.MissingValuePolicy == Crm.Tables.MissingValuePolicy.SendAnyway) ? rendered.Text : throw TemplateTexts.Missing(rendered);
    }

    /// <summary>A finished text as it goes out: advertising says how to opt out.</summary>
    public static string WithOptOutLine(string text, MessageClass messageClass, SmsSettingRow setting) =>
        messageClass == MessageClass.Advertising ? OptOutLine.Add(text, setting.OptOutLine) : text;

    private sealed class Either : ITemplateValues
    {
        private readonly ITemplateValues _first;
        private readonly ITemplateValues _second;

        internal Either(ITemplateValues first, ITemplateValues second)
        {
            _first = first;
            _second = second;
        }

        public TemplateValue? Find(TemplatePath path) => _first.Find(path) ?? _second.Find(path);
    }
}
