using System;
using smSys.Crm.Tables;
using smSys.Messaging.Bulk;
using smSys.Plugins.Accounts;

namespace smSys.Plugins.Bulk.Sending;

/// <summary>
/// Makes the rows of a batch by the terms of the setting that took it: line, tariff and retries are that one's, whoever sends
/// by now.
/// </summary>
public sealed class RowsByAccount
{
    private readonly Composition _composition;
    private readonly BulkTermsReader _terms;
    private readonly Guid _partitionId;
    private readonly Guid _presentId;
    private readonly RowMaking _present;

    /// <summary>For a partition.</summary>
    /// <param name="composition">Reads other settings.</param>
    /// <param name="terms">Of the bulk.</param>
    /// <param name="partitionId">The partition.</param>
    /// <param name="rows">By the terms of the setting that sends at present.</param>
    /// <param name="present">That setting.</param>
    public RowsByAccount(Composition composition, BulkTermsReader terms, Guid partitionId, MessageRows rows, SmsSettingRow present)
    {
        _composition = composition;
        _terms = terms;
        _partitionId = partitionId;
        _presentId = present.Id;
        _present = MakingOf(rows, present);
    }

    /// <summary>Makes the rows of all settled messages; see <see cref="RowMaking.Make(BatchJournal, BatchAnswer, DateTime)"/>.</summary>
    public PartitionSums Make(BatchJournal journal, BatchAnswer answer, DateTime now) => Of(journal.SettingId).Make(journal, answer, now);

    // Of a setting that is gone the present one's terms are the best guess.
    private RowMaking Of(Guid settingId) => settingId != _presentId && _composition.Settings.Read(settingId) is { } other
        ? MakingOf(new MessageRows(_terms.At(other), _partitionId), other)
        : _present;

    private RowMaking MakingOf(MessageRows rows, SmsSettingRow setting) =>
        new(_composition.Services.System, rows, RetryPolicies.Of(setting), _partitionId);
}
