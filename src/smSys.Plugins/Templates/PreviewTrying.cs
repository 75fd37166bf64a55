using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Plugins.Shell;
using smSys.Providers.Wire;

namespace smSys.Plugins.Templates;

/// <summary>
/// Answers a <i>preview</i> process while it is created: its input says what is to be rendered for which record, its output is
/// the text, or what is wrong with it. A text with a mistake is an answer too and no refusal.
/// </summary>
[Step("Create", SmsProcess.LogicalName, Stage.PreOperation)]
public sealed class PreviewTrying : PlugIn
{
    /// <inheritdoc/>
    protected override void Run(StepServices services)
    {
        var process = new SmsProcessRow(services.Target);
        if (process.ProcessKind != ProcessKind.Preview)
        {
            return;
        }

        process.Output = Answer(services, process.Input);
        process.LastResult = process.Output.Length <= SmsProcess.Lengths.LastResult ? process.Output : process.Output.Substring(0, SmsProcess.Lengths.LastResult);
        process.LastRunOn = services.Clock();
    }

    private static string Answer(StepServices services, string? input)
    {
        try
        {
            return new TemplatePreview(new Composition(services)).Answer(PreviewOrder.Read(input));
        }
        catch (RefusalException refusal)
        {
            var sentence = refusal.Sentence.In(LanguageReader.OfUser(services.System, services.Context.InitiatingUserId));
            return new JsonWriter().Open().Text("problem", sentence).Text("code", refusal.Code).Close().ToString();
        }
    }
}
