using System;
using smSys.Crm.Audiences;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Crm.TemplateValues;
using smSys.Messaging.Templates;
using smSys.Plugins.Messages;

namespace smSys.Plugins.Bulk.Freezing;

/// <summary>
/// What a bulk says and by which line, as it stands when it is frozen or tried out: the bulk's own text or else its template's,
/// the template's class and policy where the bulk leaves them open, the line named or else chosen as for a single message.
/// </summary>
public sealed class FrozenTerms
{
    private FrozenTerms(string text, Template template, ChosenLine chosen)
    {
        Text = text;
        Template = template;
        Line = chosen.Line;
        Setting = chosen.Setting;
    }

    /// <summary>The template's source.</summary>
    public string Text { get; }

    /// <summary>The source as a tree.</summary>
    public Template Template { get; }

    /// <summary>The line it goes out from.</summary>
    public SmsNumberRow Line { get; }

    /// <summary>The line's setting.</summary>
    public SmsSettingRow Setting { get; }

    /// <summary>Service or advertising.</summary>
    public MessageClass MessageClass { get; private set; }

    /// <summary>About missing values.</summary>
    public Crm.Tables.MissingValuePolicy Missing { get; private set; }

    /// <summary>Of labels in the text; 0: the starter's.</summary>
    public int Language { get; private set; }

    // How long after its start a message of the template is worth anything.
    private int? ValidMinutes { get; set; }

    // The line on which answers are expected, where the text tells it.
    private string? ReplyDigits { get; set; }

    /// <summary>Until when the bulk may be sent: by its own word or its template's, whichever ends sooner.</summary>
    /// <param name="bulk">With its times.</param>
    /// <param name="frozenOn">When it starts, if it does not start later.</param>
    public DateTime? NotAfter(SmsBulkRow bulk, DateTime frozenOn)
    {
        var start = bulk.NotBefore is { } notBefore && notBefore > frozenOn ? notBefore : frozenOn;
        var end = ValidMinutes is { } minutes && minutes > 0 ? start.AddMinutes(minutes) : (DateTime?)null;
        return bulk.NotAfter is { } own && !(end < own) ? own : end;
    }

    /// <summary>The values of a recipient, and what is the same for all.</summary>
    public ITemplateValues With(ITemplateValues recipient) =>
        ReplyDigits is { } digits ? new NamedValues(recipient).With(TemplateTexts.ReplyLine, digits) : recipient;

    /// <summary>What was rendered, as it goes out: advertising says how to opt out.</summary>
    public RenderedTemplate Finish(RenderedTemplate rendered) =>
        rendered with { Text = MessageText.WithOptOutLine(rendered.Text, MessageClass, Setting) };

    /// <summary>The same as rendering knows it.</summary>
    public RenderOptions Options => new()
    {
        Missing = Missing switch
        {
            Crm.Tables.MissingValuePolicy.UseDefault => Messaging.Templates.MissingValuePolicy.UseDefault,
            Crm.Tables.MissingValuePolicy.SendAnyway => Messaging.Templates.MissingValuePolicy.Send,
            _ => Messaging.Templates.MissingValuePolicy.Skip,
        },
    };

    /// <summary>What a bulk is, by itself, its template or its line.</summary>
    public static MessageClass ClassOf(SmsBulkRow bulk, SmsTemplateRow? template, SmsNumberRow line) =>

        // Who did not say what it is, is held to the stricter rules.
        bulk.MessageClass ?? template?.MessageClass ?? line.MessageClass ?? MessageClass.Advertising;

    /// <summary>Reads them.</summary>
    /// <exception cref="RefusalException">No text, a template with a mistake, or no line.</exception>
    public static FrozenTerms Of(Composition composition, BulkJob job)
    {
        var bulk = job.Bulk;
        var template = bulk.TemplateId is { } id ? StarterReading.Try(() => TemplateBook.Read(job.Starter, id.Id)) : null;
        var text = string.IsNullOrWhiteSpace(bulk.Text) ? template?.Text : bulk.Text;
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new RefusalException(
                "text-missing",
                "The bulk has no text; write one or choose a template that the starter may see.",
                "ارسال گروهی متن ندارد؛ متن را بنویسید یا الگویی انتخاب کنید که آغازکننده ببیند.");
        }

        var wanted = new SmsRow { NumberId = bulk.NumberId, SettingId = bulk.SettingId };
        var chosen = new LineChooser(composition.Lines, composition.Settings).Choose(wanted, job.StarterId);
        var tree = MessageText.Parse(text!);
        var reply = bulk.ReplyNumberId ?? chosen.Line.ReplyNumberId ?? chosen.Line.Reference;
        return new FrozenTerms(text!, tree, chosen)
        {
            Language = template?.Language ?? 0,
            ValidMinutes = template?.ValidMinutes,
            ReplyDigits = MessageText.AsksForReplyLine(tree) ? composition.Lines.Read(reply.Id)?.Line : null,
            MessageClass = ClassOf(bulk, template, chosen.Line),
            Missing = bulk.MissingValuePolicy ?? template?.MissingValuePolicy ?? Crm.Tables.MissingValuePolicy.Skip,
        };
    }
}
