using System;
using System.Linq;
using smSys.Crm.Bulk;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Messaging.Bulk;
using smSys.Messaging.Providers;
using smSys.Messaging.Sending;
using smSys.Plugins.Health;

namespace smSys.Plugins.Bulk;

/// <summary>
/// Lets a bulk stand still by itself when its provider sends nothing, with the reason on the record, and go on when a call
/// comes to something again. What a person paused stays paused.
/// </summary>
public sealed class BulkHalts
{
    /// <summary>So many calls in a row that sent nothing, and the bulk stands still.</summary>
    public const int CallsThatFail = 3;

    /// <summary>So many refused one after the other and nobody accepted, and somebody has to look before more are burnt.</summary>
    public const int RefusalsThatAlarm = 20;

    private readonly Composition _composition;
    private readonly Guid _bulkId;

    // In the batches of this tick before the open one, since somebody was last accepted: a call may hold fewer than would alarm.
    private int _refusedEarlier;

    /// <summary>Works as SYSTEM.</summary>
    public BulkHalts(Composition composition, Guid bulkId)
    {
        _composition = composition;
        _bulkId = bulkId;
    }

    /// <summary>
    /// Judges the bulk by the setting that would send it, before anything is sent: it stands still while the setting says so,
    /// and goes on when it no longer does. After failed calls only a call says that the provider is well, so while a partition
    /// has a batch to try that with, nobody else lets the bulk go on.
    /// </summary>
    public void Before(SmsBulkRow bulk, SmsSettingRow setting, DateTime now)
    {
        var state = BulkStateCodes.Read(bulk);
        if (state == BulkState.Running && SelfPause.Judge(setting, now) is { } reason and not PauseReason.ByUser)
        {
            Pause(reason, Unwilling(setting.PauseNote ?? string.Empty));
        }
        else if (state == BulkState.Paused
            && SelfPause.MayGoOn(bulk.PauseReason, setting, now)
            && (bulk.PauseReason != PauseReason.ErrorRate || !IsProbed()))
        {
            Resume();
        }
    }

    /// <summary>Judges the bulk by a call.</summary>
    public void After(CallVerdict verdict, PartitionLook look)
    {
        if (verdict.Held is { } fault && look.Bulk == BulkState.Running && ReasonOf(verdict, fault) is { } reason)
        {
            Pause(reason, Unwilling("[" + fault.Code + "] " + fault.Words));
        }
        else if (verdict.Held is null && look.IsPausedByItself)
        {
            Resume();
        }
    }

    /// <summary>
    /// Judges the bulk by what a call added to its batch. Refusals are final and nobody's illness; but when a provider refuses
    /// everybody, it is the line or the text that it does not like. No call can tell when that is mended, so a person resumes.
    /// </summary>
    public void After(BatchAnswer before, BatchAnswer after, PartitionLook look)
    {
        if (after.Has(FateKind.Accepted))
        {
            _refusedEarlier = 0;
            return;
        }

        var refused = _refusedEarlier + Refusals(after);
        if (look.Bulk == BulkState.Running && refused / RefusalsThatAlarm > (_refusedEarlier + Refusals(before)) / RefusalsThatAlarm)
        {
            var fault = after.Fates.Last(IsRefusal).Fault!;
            var why = "[" + fault.Code + "] " + fault.Words;
            Pause(null, new Sentence(
                "The provider refuses one message after the other; look at the line and the text, then resume. " + why,
                "سرویس‌دهنده پیامک‌ها را یکی پس از دیگری رد می‌کند؛ خط و متن را بررسی کنید و سپس ادامه دهید. " + why));
        }

        if (!after.Has(FateKind.InDoubt) && !after.Has(FateKind.ToSend))
        {
            _refusedEarlier = refused;
        }
    }

    /// <summary>The next recipients cannot be read until somebody has mended something, and a person resumes.</summary>
    public void Stop(RefusalException refusal) => Pause(null, new Sentence(
        refusal.Sentence.English + " (" + refusal.Code + ")",
        refusal.Sentence.Persian + " (" + refusal.Code + ")"));

    private static int Refusals(BatchAnswer answer) => answer.Fates.Count(IsRefusal);

    private static bool IsRefusal(LineFate fate) => fate is { Kind: FateKind.Refused, Fault.Kind: ProviderFaultKind.Refused };

    private static PauseReason? ReasonOf(CallVerdict verdict, ProviderFault fault) => verdict.Pause switch
    {
        SettingPause.Credit => PauseReason.LowBalance,
        SettingPause.SignIn => PauseReason.SignIn,
        _ => fault.Kind != ProviderFaultKind.SlowDown && verdict.Answer.Attempt >= CallsThatFail ? PauseReason.ErrorRate : null,
    };

    private static Sentence Unwilling(string why) => new(
        "The provider takes no messages at present; sending goes on by itself when it does. " + why,
        "سرویس‌دهنده اکنون پیامکی نمی‌گیرد؛ هنگامی که بگیرد ارسال خودبه‌خود ادامه می‌یابد. " + why);

    // Whoever writes at the same time has seen the same, or is a person, who is always right.
    private void Pause(PauseReason? reason, Sentence sentence)
    {
        var note = _composition.Notes.Say(sentence);
        if (_composition.Bulks.Read(_bulkId) is { } bulk
            && BulkStateCodes.Read(bulk) == BulkState.Running
            && _composition.Bulks.Write(new SmsBulkRow(_bulkId) { PauseReason = reason, PauseNote = note }, bulk.Record.RowVersion)
            && _composition.Bulks.Read(_bulkId) is { } again
            && BulkStateCodes.Read(again) == BulkState.Running)
        {
            _composition.Bulks.Move(again, BulkState.Paused);
        }
    }

    // A step of the table takes the reason away and wakes the partitions.
    private void Resume()
    {
        if (_composition.Bulks.Read(_bulkId) is { PauseReason: not (null or PauseReason.ByUser) } bulk && BulkStateCodes.Read(bulk) == BulkState.Paused)
        {
            _composition.Bulks.Move(bulk, BulkState.Running);
        }
    }

    private bool IsProbed()
    {
        foreach (var partition in _composition.Partitions.OfBulk(_bulkId, SmsProcess.Columns.Announced))
        {
            if (partition.Announced > 0)
            {
                return true;
            }
        }

        return false;
    }
}
