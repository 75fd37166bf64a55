using System;
using System.Collections.Generic;

namespace smSys.Messaging.Templates;

/// <summary>Finds what somebody probably meant.</summary>
public static class NearestName
{
    /// <summary>
    /// The name with the fewest slips (letters missing, added, changed or swapped); null when even that one differs in more
    /// than a third of its letters. Among equals the first in the order of <paramref name="names"/>.
    /// </summary>
    public static string? Find(string written, IEnumerable<string> names)
    {
        string? nearest = null;
        var fewest = Math.Max(written.Length / 3, 1) + 1;
        foreach (var name in names)
        {
            if (Math.Abs(name.Length - written.Length) >= fewest)
            {
                continue;
            }

            var slips = Slips(written.ToLowerInvariant(), name.ToLowerInvariant());
            if (slips < fewest)
            {
                fewest = slips;
                nearest = name;
            }
        }

        return nearest;
    }

    private static int Slips(string left, string right)
    {
        var before = new int[right.Length + 1];
        var last = new int[right.Length + 1];
        var row = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var changed = last[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                row[j] = Math.Min(changed, Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            var free = before;
            before = last;
            last = row;
            row = free;
        }

        return last[right.Length];
    }
}
