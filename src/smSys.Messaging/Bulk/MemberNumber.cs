using System.Collections.Generic;
using smSys.Messaging.Numbers;

namespace smSys.Messaging.Bulk;

/// <summary>The number of a member of an audience: the first of theirs that an SMS can reach, else why there is none.</summary>
/// <param name="Digits">Normalised; empty when there is none.</param>
/// <param name="Entered">What was tried.</param>
/// <param name="Problem">A stable code; empty when there is a number.</param>
public readonly record struct MemberNumber(string Digits, string Entered, string Problem)
{
    /// <summary>Chooses.</summary>
    /// <param name="numbers">As entered, in the order in which they are tried.</param>
    public static MemberNumber Choose(IReadOnlyList<string> numbers)
    {
        var bad = new MemberNumber(string.Empty, string.Empty, SkippedLine.NoNumber);
        for (var i = 0; i < numbers.Count; i++)
        {
            var result = PhoneNumberParser.ParseMobile(numbers[i]);
            if (result.IsValid)
            {
                return new MemberNumber(result.Number.Digits, numbers[i], string.Empty);
            }

            if (bad.Entered.Length == 0 && result.Problem.Kind != NumberProblemKind.Empty)
            {
                bad = new MemberNumber(string.Empty, numbers[i], result.Problem.Code);
            }
        }

        return bad;
    }
}
