using System;
using System.Collections.Generic;
using System.Linq;
using smSys.Crm.Audiences;
using smSys.Crm.Bulk;
using smSys.Crm.Rows;
using smSys.Crm.Sentences;
using smSys.Crm.TemplateValues;
using smSys.Messaging.Bulk;
using smSys.Messaging.Templates;

namespace smSys.Plugins.Bulk.Sending;

/// <summary>
/// The values of a chunk's recipients, read for as many as one query gives and used by the batches that follow soon: a provider
/// that takes ten messages a call would otherwise cost a query for every ten. Nothing is older than some seconds when it is
/// rendered.
/// </summary>
public sealed class ValuesAhead
{
    /// <summary>The code of the refusal when the starter may not read the recipients any more.</summary>
    public const string NotReadable = "recipients-not-readable";

    /// <summary>The platform's own words have so much room beside ours.</summary>
    private const int MostWords = 200;

    /// <summary>Nobody's.</summary>
    public static readonly IReadOnlyDictionary<Guid, ITemplateValues> None = new Dictionary<Guid, ITemplateValues>();

    private static readonly TimeSpan _age = TimeSpan.FromSeconds(20);
    private readonly ChunkReader _chunks;
    private readonly RecordValueBook _book;
    private readonly Func<DateTime> _clock;
    private readonly Func<string> _starter;
    private Dictionary<Guid, ITemplateValues> _values = new();
    private int _chunk = -1;
    private int _from;
    private int _until;
    private DateTime _readOn;

    /// <summary>For one tick.</summary>
    /// <param name="chunks">Where the recipients stand.</param>
    /// <param name="book">The records, as the starter sees them.</param>
    /// <param name="clock">UTC.</param>
    /// <param name="starter">The starter's name, asked for when they may not read.</param>
    public ValuesAhead(ChunkReader chunks, RecordValueBook book, Func<DateTime> clock, Func<string> starter)
    {
        _starter = starter;
        _chunks = chunks;
        _book = book;
        _clock = clock;
    }

    /// <summary>The values of recipients of the present chunk, and maybe of others; who is gone or hidden is not among them.</summary>
    /// <param name="from">Place of the first one, from 0.</param>
    /// <param name="until">Behind the last one.</param>
    /// <exception cref="RefusalException">The starter may not read them any more; <see cref="NotReadable"/>.</exception>
    public IReadOnlyDictionary<Guid, ITemplateValues> Of(int from, int until)
    {
        var now = _clock();
        if (_chunk != _chunks.Number || from < _from || until > _until || now - _readOn > _age)
        {
            Read(from, Math.Min(_chunks.Lines.Count, Math.Max(until, from + RowReader.MostIds)));
            _readOn = now;
        }

        return _values;
    }

    private void Read(int from, int until)
    {
        _values = new Dictionary<Guid, ITemplateValues>(until - from);
        _chunk = _chunks.Number;
        _from = from;
        _until = until;
        var lines = Enumerable.Range(from, until - from).Select(place => _chunks.Lines[place]).Where(line => line.HasRecord);
        foreach (var table in lines.GroupBy(line => line.Table, StringComparer.Ordinal))
        {
            var ids = table.Select(line => line.Id).Distinct().ToArray();
            foreach (var pair in StarterReading.Try(() => _book.Read(table.Key, ids), words => Refusal(table.Key, words)))
            {
                _values[pair.Key] = pair.Value;
            }
        }
    }

    private RefusalException Refusal(string table, string words)
    {
        // Nothing of them is known: whoever asks again reads again.
        _chunk = -1;
        var name = _starter();
        var reason = words.Length <= MostWords ? words : words.Substring(0, MostWords);
        return new RefusalException(
            NotReadable,
            name + " started this bulk and may not read the recipients (" + table + ") any more; enable the user or give the right back, then resume. " + reason,
            name + " این ارسال انبوه را آغاز کرده است و دیگر اجازه خواندن گیرندگان (" + table + ") را ندارد؛ کاربر را فعال کنید یا دسترسی او را برگردانید و سپس ادامه دهید. " + reason);
    }
}
