using System;
using System.Linq;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Metadata;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Crm.TemplateValues;
using smSys.Messaging.Templates;
using smSys.Messaging.Text;

namespace smSys.Plugins.Messages;

/// <summary>Renders templates for one recipient, and reads them.</summary>
public static class MessageText
{
    /// <summary>A template's text read into a tree.</summary>
    /// <exception cref="RefusalException">Something is wrong with it; the sentence holds the place and what was probably meant.</exception>
    public static Template Parse(string source)
    {
        var parsed = TemplateParser.Parse(source);
        if (parsed.Template is { } template)
        {
            return template;
        }

        throw Refusal(parsed.Problems[0]);
    }

    /// <summary>The text that a person typed, read like a template.</summary>
    /// <exception cref="RefusalException">As <see cref="Parse"/>, or it names a column that the recipient's table does not have.</exception>
    public static Template ParseTyped(string source, EntityReference? record, TableShapes shapes)
    {
        var template = Parse(source);
        return record is not null && ColumnCheck.Find(template, record.LogicalName, shapes) is { } problem ? throw Refusal(problem) : template;
    }

    /// <summary>The text of a template for a record.</summary>
    /// <param name="user">Reads the values, as the user in whose name the message goes out.</param>
    /// <param name="template">The template's row.</param>
    /// <param name="record">The recipient's record; null when only a number is known.</param>
    /// <param name="further">Values that are known without asking, by path.</param>
    /// <exception cref="RefusalException">A value is missing and the template says to skip such recipients.</exception>
    public static string Render(IOrganizationService user, SmsTemplateRow template, EntityReference? record, NamedValues? further = null)
    {
        var tree = Parse(template.Text ?? string.Empty);
        var named = further ?? new NamedValues();
        if (record is null)
        {
            return Render(tree, template, named);
        }

        var paths = tree.RequiredPaths.Where(path => named.Find(path) is null).ToArray();
        return Render(tree, template, new Either(named, RecordValues.Read(user, record, paths)));
    }

    /// <summary>The text of a template that was read, with values that were read.</summary>
    /// <param name="tree">The template.</param>
    /// <param name="template">Its row, for what to do about missing values.</param>
    /// <param name="values">The values.</param>
    /// <exception cref="RefusalException">As above.</exception>
    public static string Render(Template tree, SmsTemplateRow template, ITemplateValues values)
    {
        var rendered = TemplateRenderer.Render(tree, values, new RenderOptions { Missing = PolicyOf(template) });
        if (rendered.IsSendable)
        {
            return rendered.Text;
        }

        var missing = string.Join(", ", rendered.Missing.Select(value => value.Path.Text));
        throw new RefusalException(
            "value-missing",
            "The recipient has no value for " + missing + ", and the text has no default for it.",
            "گیرنده برای " + missing + " مقداری ندارد و متن هم پیش‌فرضی برایش ندارد.");
    }

    private static RefusalException Refusal(TemplateProblem problem) => new(
        problem.Code,
        new Sentence(TemplateProblemText.For(problem, Language.English), TemplateProblemText.For(problem, Language.Persian)));

    private static Messaging.Templates.MissingValuePolicy PolicyOf(SmsTemplateRow template) => template.MissingValuePolicy switch
    {
        Crm.Tables.MissingValuePolicy.UseDefault => Messaging.Templates.MissingValuePolicy.UseDefault,
        Crm.Tables.MissingValuePolicy.SendAnyway => Messaging.Templates.MissingValuePolicy.Send,
        _ => Messaging.Templates.MissingValuePolicy.Skip,
    };

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
