using System;
using System.Collections.Generic;
using System.Linq;
using smSys.Crm.Audiences;
using smSys.Crm.Consents;
using smSys.Crm.Settings;
using smSys.Crm.Tables;
using smSys.Crm.TemplateValues;
using smSys.Messaging.Bulk;
using smSys.Messaging.Templates;
using smSys.Plugins.Bulk.Freezing;

namespace smSys.Plugins.Bulk.DryRunning;

/// <summary>Renders a page of recipients as sending would, and counts what would happen to each; nothing is sent.</summary>
public sealed class DryRunRating
{
    /// <summary>Dynamics counts each value of an <c>in</c> list as a condition and takes 500 in all.</summary>
    private const int PageSize = 400;

    private readonly Composition _composition;
    private readonly FrozenTerms _terms;
    private readonly RecordValueBook _values;
    private readonly bool _respectsFlags;
    private readonly OperatorBlocks _blocks;

    /// <summary>For one tick.</summary>
    public DryRunRating(Composition composition, BulkJob job, FrozenTerms terms)
    {
        _composition = composition;
        _terms = terms;
        _blocks = new OperatorBlocks(composition.Services.System, composition.Services.Clock());
        _respectsFlags = (terms.Setting.RespectDoNotContact ?? false) && terms.MessageClass == MessageClass.Advertising;
        _values = new RecordValueBook(job.Starter, terms.Template.RequiredPaths, _respectsFlags, terms.Language);
    }

    /// <summary>Counts at most 1,000 recipients.</summary>
    public void Rate(IReadOnlyList<ChunkLine> lines, DryRunTally tally)
    {
        for (var from = 0; from < lines.Count; from += PageSize)
        {
            RatePage(lines.Skip(from).Take(PageSize).ToArray(), tally);
        }
    }

    private void RatePage(ChunkLine[] lines, DryRunTally tally)
    {
        var numbers = lines.Select(line => line.Number).ToArray();
        var optedOut = _composition.Consents.OptedOut(numbers, _terms.MessageClass);
        var blocked = _blocks.Among(numbers);
        var isAdvertising = _terms.MessageClass == MessageClass.Advertising;
        var values = ValuesOf(lines);
        foreach (var line in lines)
        {
            var found = values.TryGetValue(line.Id, out var known) ? known : Without(line);
            if (blocked.Contains(line.Number))
            {
                tally.Add("blocked-before");
            }

            if (optedOut.Contains(line.Number))
            {
                tally.Add("opted-out");
            }
            else if ((_terms.Setting.TestMode ?? false) && !TestNumbers.Hold(_terms.Setting.TestNumbers, line.Number))
            {
                tally.Add("test-mode");
            }
            else if (isAdvertising && blocked.Contains(line.Number))
            {
                tally.Add("skipped-blocked");
            }
            else if (RecordValueBook.ForbidsContact(found))
            {
                tally.Add("do-not-contact");
            }
            else
            {
                tally.Add(_terms.Finish(TemplateRenderer.Render(_terms.Template, _terms.With(found), _terms.Options)));
            }
        }
    }

    private Dictionary<Guid, ITemplateValues> ValuesOf(ChunkLine[] lines)
    {
        var values = new Dictionary<Guid, ITemplateValues>();
        if (!_respectsFlags && _terms.Template.RequiredPaths.Count == 0)
        {
            return values;
        }

        foreach (var table in lines.Where(line => line.HasRecord).GroupBy(line => line.Table, StringComparer.Ordinal))
        {
            var ids = table.Select(line => line.Id).Distinct().ToArray();
            foreach (var pair in StarterReading.Try(() => _values.Read(table.Key, ids)))
            {
                values[pair.Key] = pair.Value;
            }
        }

        return values;
    }

    private static ITemplateValues Without(ChunkLine line) =>
        line.Name.Length > 0 ? new NamedValues().With("name", line.Name) : RecordValues.None;
}
