using smSys.Crm.Sentences;
using smSys.Messaging.Numbers;
using smSys.Messaging.Text;

namespace smSys.Activities.Numbers;

/// <summary>Phone numbers as arguments.</summary>
internal static class NumberArgument
{
    /// <summary>Reads a number however it is typed.</summary>
    /// <exception cref="RefusalException">It is none.</exception>
    public static PhoneNumber Demand(string? typed)
    {
        var result = PhoneNumberParser.Parse(typed);
        return result.IsValid
            ? result.Number
            : throw new RefusalException(
                result.Problem.Code,
                NumberProblemText.For(result.Problem, Language.English),
                NumberProblemText.For(result.Problem, Language.Persian));
    }
}
