using System;
using System.Collections.Generic;
using System.Linq;
using smSys.Crm.Bulk;
using smSys.Crm.TemplateValues;
using smSys.Messaging.Bulk;
using smSys.Messaging.Messages;
using smSys.Messaging.Templates;

namespace smSys.Plugins.Bulk.Sending;

/// <summary>
/// Makes the next batch out of the frozen audience: who wants none is left out, values are read as the user who started the
/// bulk, texts are rendered. A query a batch (two for advertising), and one a table for the values of some batches.
/// </summary>
public sealed class BatchMaker
{
    private readonly BulkTerms _terms;
    private readonly ChunkReader _chunks;
    private readonly RecipientScreen _screen;
    private readonly ValuesAhead _values;
    private readonly RenderOptions _options;
    private readonly bool _isSameForAll;
    private RenderedTemplate? _forAll;

    /// <summary>For one tick.</summary>
    /// <param name="terms">Of the bulk.</param>
    /// <param name="chunks">Of the partition.</param>
    /// <param name="screen">Who may not be texted.</param>
    /// <param name="values">The records, as the starter sees them.</param>
    public BatchMaker(BulkTerms terms, ChunkReader chunks, RecipientScreen screen, ValuesAhead values)
    {
        _terms = terms;
        _chunks = chunks;
        _screen = screen;
        _values = values;
        _options = new RenderOptions { Missing = terms.Missing };
        _isSameForAll = terms.Template.RequiredPaths.Count == 0;
    }

    /// <summary>Looks at the next recipients; the draft ends at the end of a chunk.</summary>
    /// <param name="cursor">From here on.</param>
    /// <param name="most">At most so many of them.</param>
    public BatchDraft Next(PartitionCursor cursor, int most)
    {
        var skipped = new PartitionSums();
        if (!_chunks.GoTo(cursor.Chunk))
        {
            return new BatchDraft([], PartitionCursor.End(), skipped);
        }

        var from = _chunks.Number == cursor.Chunk ? cursor.Line : 0;
        var until = Math.Min(_chunks.Lines.Count, from + most);
        var next = until < _chunks.Lines.Count ? new PartitionCursor(_chunks.Number, until)
            : _chunks.IsLast ? PartitionCursor.End()
            : new PartitionCursor(_chunks.Number + 1, 0);
        if (from >= until)
        {
            return new BatchDraft([], next, skipped);
        }

        var lines = Screen(from, until, skipped);
        var values = lines.Count > 0 && (!_isSameForAll || _terms.RespectsContactFlags) ? _values.Of(from, until) : ValuesAhead.None;
        var batch = new List<BatchLine>(lines.Count);
        var characters = 0;
        foreach (var place in lines)
        {
            var recipient = _chunks.Lines[place];
            if (values.TryGetValue(recipient.Id, out var known) && RecordValueBook.ForbidsContact(known))
            {
                skipped[SkipReason.DoNotContact]++;
                continue;
            }

            var rendered = Render(recipient, values);
            if (!rendered.IsSendable)
            {
                skipped[SkipReason.MissingValue]++;
                continue;
            }

            var text = _terms.Finish(rendered.Text);
            characters += text.Length;
            if (characters > BatchJournal.MostCharacters && batch.Count > 0)
            {
                // The journal has room for so much text; the others come with the next batch.
                return Next(cursor, place - from);
            }

            batch.Add(LineOf(recipient, place, text));
        }

        return new BatchDraft(batch, next, skipped);
    }

    private List<int> Screen(int from, int until, PartitionSums skipped)
    {
        var reasons = _screen.Of(Enumerable.Range(from, until - from).Select(place => _chunks.Lines[place].Number).ToArray());
        var left = new List<int>(until - from);
        for (var i = from; i < until; i++)
        {
            if (reasons[i - from] is { } reason)
            {
                skipped[reason]++;
            }
            else
            {
                left.Add(i);
            }
        }

        return left;
    }

    private RenderedTemplate Render(ChunkLine recipient, IReadOnlyDictionary<Guid, ITemplateValues> values)
    {
        if (_isSameForAll)
        {
            return _forAll ??= TemplateRenderer.Render(_terms.Template, RecordValues.None, _options);
        }

        var found = values.TryGetValue(recipient.Id, out var known) ? known
            : recipient.Name.Length > 0 ? new NamedValues().With("name", recipient.Name)
            : RecordValues.None;
        if (_terms.ReplyDigits is { } digits)
        {
            found = new NamedValues(found).With(TemplateTexts.ReplyLine, digits);
        }

        return TemplateRenderer.Render(_terms.Template, found, _options);
    }

    private BatchLine LineOf(ChunkLine recipient, int place, string text)
    {
        var id = DeterministicId.ForBulkMessage(_terms.Bulk.Id, _terms.CreatedOn, recipient.Number);
        return new BatchLine(
            _chunks.Number, place, recipient.Table, recipient.Id, recipient.Number, MessageReference.Create(id, 1), text)
        {
            MessageId = id,
            ListId = recipient.ListId,
        };
    }
}
