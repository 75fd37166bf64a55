using smSys.Crm.Tables;
using smSys.Plugins.Messages;
using smSys.Plugins.Shell;

namespace smSys.Plugins.Templates;

/// <summary>Refuses a template that could not be rendered, with the place and what was probably meant.</summary>
[Step("Create", SmsTemplate.LogicalName, Stage.PreOperation)]
[Step("Update", SmsTemplate.LogicalName, Stage.PreOperation, Filters = [SmsTemplate.Columns.Text])]
public sealed class TemplateSaving : PlugIn
{
    /// <inheritdoc/>
    protected override void Run(StepServices services) =>
        MessageText.Parse(new SmsTemplateRow(services.Target).Text ?? string.Empty);
}
