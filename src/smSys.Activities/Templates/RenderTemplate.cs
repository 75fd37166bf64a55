using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;
using smSys.Activities.Shell;
using smSys.Crm.Metadata;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Crm.TemplateValues;
using smSys.Messaging.Templates;
using smSys.Messaging.Text;

namespace smSys.Activities.Templates;

/// <summary>
/// Render template: the text that a record would get, for a note, an e-mail or a condition. Nothing is sent. Values are read as
/// the user in whose name the process runs.
/// </summary>
public sealed class RenderTemplate : RecipientStep
{
    /// <summary>A text with places; empty: the template's.</summary>
    [Input("Text")]
    public InArgument<string> Source { get; set; } = null!;

    /// <summary>The template; also for its language and what to do about missing values.</summary>
    [Input("Template")]
    [ReferenceTarget("smsys_smstemplate")]
    public InArgument<EntityReference> Template { get; set; } = null!;

    /// <summary>The finished text.</summary>
    [Output("Rendered text")]
    public OutArgument<string> Rendered { get; set; } = null!;

    /// <summary>Messages that the operator counts for it.</summary>
    [Output("Parts")]
    public OutArgument<int> Parts { get; set; } = null!;

    /// <inheritdoc/>
    protected override void Run(StepRun run)
    {
        var row = Template.Get(run.Activity) is { } template ? TemplateBook.Read(run.Service, template.Id) : new SmsTemplateRow();
        var source = string.IsNullOrWhiteSpace(Source.Get(run.Activity)) ? row?.Text : Source.Get(run.Activity);
        if (row is null || string.IsNullOrWhiteSpace(source))
        {
            throw new RefusalException(
                "text-missing",
                "There is nothing to render; give a text or a template that the user may see.",
                "چیزی برای ساختن نیست؛ متن یا الگویی بدهید که کاربر آن را ببیند.");
        }

        var record = RecordOf(run);
        var shapes = new TableShapes(run.Service);
        var tree = TemplateTexts.ParseFor(source!, record, shapes);
        var values = record is null ? RecordValues.None : RecordValues.Read(run.Service, record, tree.RequiredPaths, shapes, row.Language ?? 0);
        var rendered = TemplateRenderer.Render(tree, values, TemplateTexts.OptionsOf(row));
        Rendered.Set(run.Activity, rendered.Text);
        Parts.Set(run.Activity, SmsText.Measure(rendered.Text).Parts);
        if (!rendered.IsSendable)
        {
            throw TemplateTexts.Missing(rendered);
        }
    }
}
