using smSys.Crm.Tables;
using smSys.Plugins.Shell;

namespace smSys.Plugins.Keywords;

/// <summary>Answers a <i>test text</i> process while it is created: its input is the text, its output what would be done.</summary>
[Step("Create", SmsProcess.LogicalName, Stage.PreOperation)]
public sealed class TextTrying : PlugIn
{
    /// <inheritdoc/>
    protected override void Run(StepServices services)
    {
        var process = new SmsProcessRow(services.Target);
        if (process.ProcessKind == ProcessKind.TestText)
        {
            process.Output = new TextTrial(new Composition(services)).Describe(process.Input ?? string.Empty, process.NumberId, null);
            process.LastResult = process.Output;
            process.LastRunOn = services.Clock();
        }
    }
}
