using System;
using System.Collections.Generic;
using smSys.Crm.Bulk;
using smSys.Crm.Tables;
using smSys.Plugins.Messages;

namespace smSys.Plugins.Bulk.Sending;

/// <summary>Works out the terms of a bulk by the setting that its messages go, or went, out by.</summary>
public sealed class BulkTermsReader
{
    private readonly Composition _composition;
    private readonly SmsBulkRow _bulk;
    private HashSet<Guid>? _lists;

    /// <summary>Of a frozen bulk, for one tick.</summary>
    public BulkTermsReader(Composition composition, SmsBulkRow bulk)
    {
        _composition = composition;
        _bulk = bulk;
    }

    /// <summary>The terms at a setting.</summary>
    /// <exception cref="Crm.Sentences.RefusalException">The frozen template cannot be read.</exception>
    public BulkTerms At(SmsSettingRow setting)
    {
        _lists ??= new BulkListReader(_composition.Services.System).Of(_bulk);
        var terms = new BulkTerms(_bulk, setting, LineAt(setting)) { Lists = _lists };
        if (terms.ReplyLine is { } reply && MessageText.AsksForReplyLine(terms.Template))
        {
            terms.ReplyDigits = _composition.Lines.Read(reply.Id)?.Line;
        }

        return terms;
    }

    // The bulk's line belongs to its own setting; a stand-in sends from a line of its own.
    private SmsNumberRow? LineAt(SmsSettingRow setting)
    {
        var lines = _composition.Lines;
        var chosen = _bulk.NumberId is { } id ? lines.Read(id.Id) : null;
        return chosen?.SettingId?.Id == setting.Id ? chosen
            : setting.DefaultNumberId is { } standard ? lines.Read(standard.Id)
            : lines.ReadFirstOf(setting.Id);
    }
}
