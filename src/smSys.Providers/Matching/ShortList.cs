using System;
using System.Collections.Generic;
using smSys.Messaging.Providers;
using smSys.Providers.Batches;

namespace smSys.Providers.Matching;

/// <summary>
/// Asks a provider that lists the messages it knows and passes over the others. A list that holds some of those asked about may
/// have been cut short, so its silence about the rest proves nothing: they are asked about again, without those that were
/// found, until an answer finds nobody. An absence is believed only from an answer that held nobody else.
/// </summary>
internal static class ShortList
{
    /// <summary>One answer a reference, in order.</summary>
    /// <param name="account">Whose time-outs hold.</param>
    /// <param name="references">All of them.</param>
    /// <param name="ask">One question.</param>
    public static IReadOnlyList<ReferenceAnswer> Ask(
        ProviderAccount account, IReadOnlyList<long> references, Func<IReadOnlyList<long>, IReadOnlyList<ReferenceAnswer>> ask)
    {
        using var time = new TimeShare(account, 2);
        var answers = new List<ReferenceAnswer>(ask(references));
        List<int> silent = Silent(answers);
        bool wasCut = silent.Count > 0 && answers.Exists(answer => answer.Kind == ReferenceAnswerKind.Found);
        while (wasCut)
        {
            IReadOnlyList<ReferenceAnswer> again = time.MayStart ? ask(silent.ConvertAll(i => references[i])) : silent.ConvertAll(i => Unasked(references[i]));
            wasCut = false;
            for (int i = 0; i < silent.Count; i++)
            {
                answers[silent[i]] = again[i];
                wasCut |= again[i].Kind == ReferenceAnswerKind.Found;
            }

            silent = Silent(answers);
            wasCut &= silent.Count > 0;
        }

        return answers;
    }

    private static List<int> Silent(List<ReferenceAnswer> answers)
    {
        var silent = new List<int>();
        for (int i = 0; i < answers.Count; i++)
        {
            if (answers[i].Kind == ReferenceAnswerKind.Absent)
            {
                silent.Add(i);
            }
        }

        return silent;
    }

    private static ReferenceAnswer Unasked(long reference) => new(reference, ReferenceAnswerKind.CannotSay, Fault: new ProviderFault(
        ProviderFaultKind.Unclear, "short", "The answer told of some messages only, and there was no time to ask about this one alone."));
}
