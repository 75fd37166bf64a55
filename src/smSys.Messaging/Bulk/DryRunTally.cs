using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using smSys.Messaging.Templates;
using smSys.Messaging.Text;

namespace smSys.Messaging.Bulk;

/// <summary>
/// What a dry run has counted so far, and where it stands. Kept as text between ticks; its size does not grow with the
/// audience.
/// </summary>
public sealed class DryRunTally
{
    /// <summary>Different characters, and different missing values, that are told apart.</summary>
    private const int MostKinds = 40;

    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>The partition that is rated, from 1 on.</summary>
    public int Partition { get; set; } = 1;

    /// <summary>Chunks of it that were rated.</summary>
    public int Chunk { get; set; }

    /// <summary>Everybody was rated and the result is on the bulk.</summary>
    public bool IsWritten { get; set; }

    /// <summary>A counter; 0 when nothing was counted.</summary>
    public int this[string name] => _counts.TryGetValue(name, out var count) ? count : 0;

    /// <summary>The counters whose names begin so, without that beginning, most frequent first.</summary>
    public IReadOnlyList<KeyValuePair<string, int>> Of(string group) => _counts
        .Where(pair => pair.Key.StartsWith(group, StringComparison.Ordinal))
        .Select(pair => new KeyValuePair<string, int>(pair.Key.Substring(group.Length), pair.Value))
        .OrderByDescending(pair => pair.Value)
        .ThenBy(pair => pair.Key, StringComparer.Ordinal)
        .ToArray();

    /// <summary>Counts one.</summary>
    public void Add(string name) => _counts[name] = this[name] + 1;

    /// <summary>Counts a recipient with the text that would be sent, or why none would.</summary>
    public void Add(RenderedTemplate rendered)
    {
        if (rendered.Missing.Count > 0)
        {
            Add("missing");
            foreach (var path in rendered.Missing.Select(value => value.Path.Text).Distinct(StringComparer.Ordinal))
            {
                AddKind("missing:", path);
            }
        }

        if (!rendered.IsSendable)
        {
            Add("skipped-missing");
            return;
        }

        var text = SmsText.Measure(rendered.Text);
        Add("send");
        Add((text.Encoding == SmsEncoding.Gsm7 ? "latin:" : "persian:") + text.Parts.ToString(CultureInfo.InvariantCulture));
        if (text.ForcedBy is { } cause)
        {
            AddKind("unicode:", cause.CodePoint.ToString("X4", CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Parts in all, in one encoding.</summary>
    public long Parts(bool isLatin) =>
        Of(isLatin ? "latin:" : "persian:").Sum(pair => (long)pair.Value * int.Parse(pair.Key, CultureInfo.InvariantCulture));

    /// <summary>As the journal keeps it.</summary>
    public string Write()
    {
        var text = new StringBuilder();
        text.Append(Partition).Append(' ').Append(Chunk).Append(' ').Append(IsWritten ? 1 : 0).Append('\n');
        foreach (var pair in _counts)
        {
            text.Append(pair.Value.ToString(CultureInfo.InvariantCulture)).Append(' ').Append(pair.Key).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>What <see cref="Write"/> wrote; empty gives the beginning.</summary>
    public static DryRunTally Read(string text)
    {
        var tally = new DryRunTally();
        var rows = text.Split(['\n'], StringSplitOptions.RemoveEmptyEntries);
        if (rows.Length == 0)
        {
            return tally;
        }

        var head = rows[0].Split(' ').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        tally.Partition = head[0];
        tally.Chunk = head[1];
        tally.IsWritten = head[2] == 1;
        foreach (var row in rows.Skip(1))
        {
            var space = row.IndexOf(' ');
            tally._counts[row.Substring(space + 1)] = int.Parse(row.Substring(0, space), CultureInfo.InvariantCulture);
        }

        return tally;
    }

    private void AddKind(string group, string kind)
    {
        var name = group + kind;
        Add(_counts.ContainsKey(name) || _counts.Keys.Count(key => key.StartsWith(group, StringComparison.Ordinal)) < MostKinds ? name : group + "…");
    }
}
