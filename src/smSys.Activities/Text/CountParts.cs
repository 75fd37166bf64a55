using System.Activities;
using System.Globalization;
using Microsoft.Xrm.Sdk.Workflow;
using smSys.Activities.Shell;
using smSys.Messaging.Text;

namespace smSys.Activities.Text;

/// <summary>Count parts: how many messages an operator will count for a text, and why.</summary>
public sealed class CountParts : WorkflowStep
{
    /// <summary>The text.</summary>
    [RequiredArgument]
    [Input("Text")]
    public InArgument<string> Message { get; set; } = null!;

    /// <summary>Messages that the operator counts.</summary>
    [Output("Parts")]
    public OutArgument<int> Parts { get; set; } = null!;

    /// <summary>Characters that still fit before another part begins.</summary>
    [Output("Characters left")]
    public OutArgument<int> Left { get; set; } = null!;

    /// <summary>The text has to travel as Unicode, in shorter parts.</summary>
    [Output("Is Unicode")]
    public OutArgument<bool> IsUnicode { get; set; } = null!;

    /// <summary>The first character that forces Unicode, with its place.</summary>
    [Output("Character that forces Unicode")]
    public OutArgument<string> Cause { get; set; } = null!;

    /// <inheritdoc/>
    protected override void Run(StepRun run)
    {
        var text = SmsText.Measure(Message.Get(run.Activity) ?? string.Empty);
        Parts.Set(run.Activity, text.Parts);
        Left.Set(run.Activity, text.Left);
        IsUnicode.Set(run.Activity, text.Encoding == SmsEncoding.Ucs2);
        Cause.Set(
            run.Activity,
            text.ForcedBy is { } cause
                ? cause.Name + " (" + (cause.Position + 1).ToString(CultureInfo.InvariantCulture) + ")"
                : string.Empty);
    }
}
