using System.Collections.Generic;

namespace smSys.Messaging.Bulk;

/// <summary>Changes single places of a list of fates; the list that was read stays as it is.</summary>
internal static class FateList
{
    internal static LineFate[] Fill(this LineFate[] fates, LineFate fate)
    {
        for (var i = 0; i < fates.Length; i++)
        {
            fates[i] = fate;
        }

        return fates;
    }

    internal static LineFate[] Copy(IReadOnlyList<LineFate> fates)
    {
        var copy = new LineFate[fates.Count];
        for (var i = 0; i < copy.Length; i++)
        {
            copy[i] = fates[i];
        }

        return copy;
    }
}
