using System;
using System.Linq;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Metadata;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Messaging.Templates;
using smSys.Messaging.Text;

namespace smSys.Crm.TemplateValues;

/// <summary>Reads texts as templates and renders them, with refusals that a person understands.</summary>
public static class TemplateTexts
{
    /// <summary>The line on which an answer is expected, as a value: <c>{{replyline}}</c>.</summary>
    public const string ReplyLine = "replyline";

    /// <summary>A text read into a tree.</summary>
    /// <exception cref="RefusalException">Something is wrong with it; the sentence holds the place and what was probably meant.</exception>
    public static Template Parse(string source)
    {
        var parsed = TemplateParser.Parse(source);
        return parsed.Template ?? throw Refusal(parsed.Problems[0]);
    }

    /// <summary>A text read into a tree, and held against the table of its recipient.</summary>
    /// <exception cref="RefusalException">As <see cref="Parse"/>, or it names what the recipient's table does not have.</exception>
    public static Template ParseFor(string source, EntityReference? record, TableShapes shapes)
    {
        var template = Parse(source);
        return record is not null && TemplateCheck.Find(template, [record.LogicalName], shapes, IsReplyLine) is { } problem
            ? throw Refusal(problem)
            : template;
    }

    /// <summary>True of <c>{{replyline}}</c>.</summary>
    public static bool IsReplyLine(TemplatePath path) => string.Equals(path.Text, ReplyLine, StringComparison.Ordinal);

    /// <summary>A problem of a template as a refusal: the place, what is wrong, what was probably meant.</summary>
    public static RefusalException Refusal(TemplateProblem problem) => new(
        problem.Code,
        new Sentence(TemplateProblemText.For(problem, Language.English), TemplateProblemText.For(problem, Language.Persian)));

    /// <summary>The refusal of a text for which a value is missing, or of which nothing is left.</summary>
    public static RefusalException Missing(RenderedTemplate rendered)
    {
        var missing = string.Join(", ", rendered.Missing.Select(value => value.Path.Text).Distinct());
        return missing.Length == 0
            ? new RefusalException(
                "text-missing",
                "The SMS has no text; write one or choose a template.",
                "پیامک متن ندارد؛ متن را بنویسید یا الگویی انتخاب کنید.")
            : new RefusalException(
                "value-missing",
                "The recipient has no value for " + missing + ", and the text has no default for it.",
                "گیرنده برای " + missing + " مقداری ندارد و متن هم پیش‌فرضی برایش ندارد.");
    }

    /// <summary>What a template's row says about missing values.</summary>
    public static RenderOptions OptionsOf(SmsTemplateRow template) => new()
    {
        Missing = template.MissingValuePolicy switch
        {
            Tables.MissingValuePolicy.UseDefault => Messaging.Templates.MissingValuePolicy.UseDefault,
            Tables.MissingValuePolicy.SendAnyway => Messaging.Templates.MissingValuePolicy.Send,
            _ => Messaging.Templates.MissingValuePolicy.Skip,
        },
    };
}
