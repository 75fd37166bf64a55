using System.Activities;
using Microsoft.Xrm.Sdk.Workflow;
using smSys.Activities.Shell;
using smSys.Crm.Sentences;
using smSys.Messaging.Numbers;
using smSys.Messaging.Text;

namespace smSys.Activities.Numbers;

/// <summary>Normalise number: reads a phone number however it is typed and gives it in one form.</summary>
public sealed class NormaliseNumber : WorkflowStep
{
    /// <summary>As somebody typed it.</summary>
    [RequiredArgument]
    [Input("Phone number")]
    public InArgument<string> Number { get; set; } = null!;

    /// <summary>Digits with the country code, 989121234567; empty when it is no number.</summary>
    [Output("Digits")]
    public OutArgument<string> Digits { get; set; } = null!;

    /// <summary>With the plus sign, +989121234567.</summary>
    [Output("International form")]
    public OutArgument<string> International { get; set; } = null!;

    /// <summary>It can receive an SMS.</summary>
    [Output("Is a mobile")]
    public OutArgument<bool> IsMobile { get; set; } = null!;

    /// <inheritdoc/>
    protected override void Run(StepRun run)
    {
        var result = PhoneNumberParser.Parse(Number.Get(run.Activity));
        Digits.Set(run.Activity, result.IsValid ? result.Number.Digits : string.Empty);
        International.Set(run.Activity, result.IsValid ? result.Number.E164 : string.Empty);
        IsMobile.Set(run.Activity, result.IsValid && result.Number.IsIranianMobile);
        if (!result.IsValid)
        {
            throw new RefusalException(
                result.Problem.Code,
                NumberProblemText.For(result.Problem, Language.English),
                NumberProblemText.For(result.Problem, Language.Persian));
        }
    }
}
