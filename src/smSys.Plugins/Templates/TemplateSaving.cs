using smSys.Crm.Metadata;
using smSys.Crm.Rows;
using smSys.Crm.Tables;
using smSys.Plugins.Messages;
using smSys.Plugins.Shell;

namespace smSys.Plugins.Templates;

/// <summary>Refuses a template that could not be rendered, with the place and what was probably meant.</summary>
[Step("Create", SmsTemplate.LogicalName, Stage.PreOperation)]
[Step("Update", SmsTemplate.LogicalName, Stage.PreOperation,
    Filters = [SmsTemplate.Columns.Text, SmsTemplate.Columns.RecipientTable],
    Before = [SmsTemplate.Columns.Text, SmsTemplate.Columns.RecipientTable])]
public sealed class TemplateSaving : PlugIn
{
    /// <inheritdoc/>
    protected override void Run(StepServices services)
    {
        var target = new SmsTemplateRow(services.Target);
        if (target.RecipientTable is { } typed)
        {
            target.RecipientTable = typed.Trim().ToLowerInvariant();
        }

        var whole = new SmsTemplateRow(RequestedState.Merge(services.Before, services.Target));
        new TemplateJudge(new TableShapes(services.System), services.System).Demand(whole.Text ?? string.Empty, whole.RecipientTable);
    }
}
