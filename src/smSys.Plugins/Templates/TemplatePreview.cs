using System;
using System.Linq;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Metadata;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Crm.TemplateValues;
using smSys.Messaging.Templates;
using smSys.Messaging.Text;
using smSys.Plugins.Messages;
using smSys.Plugins.Shell;
using smSys.Providers.Wire;

namespace smSys.Plugins.Templates;

/// <summary>
/// Renders a template for a real record as the person who asks would send it, and sends nothing. Values that this person may
/// not read are missing here as they would be in the message.
/// </summary>
public sealed class TemplatePreview
{
    private readonly Composition _composition;

    /// <summary>Reads records and templates as the user, lines as SYSTEM.</summary>
    public TemplatePreview(Composition composition) => _composition = composition;

    private StepServices Services => _composition.Services;

    /// <summary>The answer as JSON: text, parts, encoding, what forces Unicode, what is missing, whether it would be sent.</summary>
    /// <exception cref="RefusalException">The text cannot be rendered, or the template is not there to be seen.</exception>
    public string Answer(PreviewOrder order)
    {
        var template = order.Template is { } id ? TemplateBook.Read(Services.User, id) : new SmsTemplateRow();
        if (template is null)
        {
            throw new RefusalException("preview-template", "There is no such template, or you may not see it.", "چنین الگویی نیست یا اجازه دیدنش را ندارید.");
        }

        var record = new EntityReference(order.Table, order.Record);
        var shapes = new TableShapes(Services.User);
        var tree = TemplateTexts.ParseFor(order.Text ?? template.Text ?? string.Empty, record, shapes);
        ITemplateValues values = RecordValues.Read(Services.User, record, tree.RequiredPaths, shapes, template.Language ?? 0);
        if (MessageText.AsksForReplyLine(tree))
        {
            var chosen = new LineChooser(_composition.Lines, _composition.Settings).Choose(new SmsRow(), Services.Context.UserId);
            var line = new ReplyLineChooser(_composition.Addresses).Choose(new SmsRow(), record, Services.Context.UserId, chosen.Line);
            values = new NamedValues(values).With(TemplateTexts.ReplyLine, _composition.Lines.Read(line.Id)?.Line);
        }

        return Write(TemplateRenderer.Render(tree, values, TemplateTexts.OptionsOf(template)));
    }

    private static string Write(RenderedTemplate rendered)
    {
        var measured = SmsText.Measure(rendered.Text);
        var json = new JsonWriter().Open()
            .Text("text", rendered.Text)
            .Number("parts", measured.Parts)
            .Number("left", measured.Left)
            .Text("encoding", measured.Encoding == SmsEncoding.Gsm7 ? "GSM7" : "UCS2")
            .Text("forcedBy", measured.ForcedBy?.Name ?? string.Empty)
            .Flag("sendable", rendered.IsSendable)
            .OpenArray("missing");
        foreach (var path in rendered.Missing.Select(missing => missing.Path.Text).Distinct(StringComparer.Ordinal))
        {
            json.Item(path);
        }

        return json.CloseArray().Close().ToString();
    }
}
