using System;
using smSys.Crm.Sentences;
using smSys.Messaging.Bulk;
using smSys.Messaging.Sending;
using smSys.Plugins.Accounts;
using smSys.Plugins.Processes;
using smSys.Plugins.Recovering;
using smSys.Plugins.Sending;

namespace smSys.Plugins.Bulk.Sending;

/// <summary>Announces batches and hands them over: announce, look again, call, store, make the rows.</summary>
public sealed class BatchSending
{
    private readonly Composition _composition;
    private readonly Partition _partition;
    private readonly AccountInUse _account;
    private readonly BulkTerms _terms;
    private readonly BatchDoors _doors;
    private readonly BatchSize _size;
    private readonly bool _isOpen;

    /// <summary>For a partition whose lease was taken.</summary>
    public BatchSending(Composition composition, Partition partition, AccountInUse account, BulkTerms terms, BatchDoors doors, BatchSize size)
    {
        _composition = composition;
        _partition = partition;
        _account = account;
        _terms = terms;
        _doors = doors;
        _size = size;
        _isOpen = composition.Gate.IsOpen(account, composition.Services.Clock());
    }

    /// <summary>Messages that were in calls of this tick.</summary>
    public int Sent { get; private set; }

    private DateTime Now => _composition.Services.Clock();

    /// <summary>What the partition's next step is decided by, as just looked at.</summary>
    public PartitionFacts Facts()
    {
        var now = _partition.Now;
        return new PartitionFacts(
            now.IsHalted && now.Bulk == BulkState.Running ? BulkState.Paused : now.Bulk,
            now.IsPausedByItself && !now.IsHalted,
            _isOpen && now.MaySendBy(_account.Setting.Id, _account.Setting.TestMode ?? false),
            Later(now.NotBefore, HeldUntil()),
            now.NotAfter,
            _partition.Cursor,
            _partition.IsMade ? null : _partition.Answer);
    }

    /// <summary>Announces the next batch and hands it over.</summary>
    /// <returns>Null to go on, else how the tick ends.</returns>
    public TickResult? Announce()
    {
        var most = _size.For(_composition.Services.Remaining, _account.BatchTimeout);
        if (most == 0)
        {
            return OutOfTime();
        }

        BatchDraft draft;
        try
        {
            draft = _doors.Maker.Next(_partition.Cursor, most);
        }
        catch (RefusalException refusal) when (string.Equals(refusal.Code, ValuesAhead.NotReadable, StringComparison.Ordinal))
        {
            // Nothing is announced. Whoever resumes the bulk wakes its partitions.
            _doors.Halts.Stop(refusal);
            return TickResult.At(Now + PartitionRules.PauseWait, _composition.Notes.Say(refusal.Sentence));
        }

        if (draft.Lines.Count > 0 && _doors.TakeSlot() is { } later)
        {
            return Paced(later);
        }

        _partition.Sums.Add(draft.Skipped);
        if (draft.Lines.Count == 0)
        {
            return _partition.Close(draft.Cursor) ? null : TickResult.Lost;
        }

        var journal = new BatchJournal(
            _partition.BatchNumber + 1, Now, _account.Setting.Id, _account.Name, _terms.SenderDigits, draft.Lines);
        return _partition.Announce(journal, draft.Cursor) && Call(journal) ? null : TickResult.Lost;
    }

    /// <summary>Hands over (again) what of the open batch is to be sent.</summary>
    /// <returns>Null to go on, else how the tick ends.</returns>
    public TickResult? SendOpen()
    {
        if (_size.For(_composition.Services.Remaining, _account.BatchTimeout) == 0)
        {
            return OutOfTime();
        }

        if (_doors.Screen.LeaveOut(_partition.Journal!, _partition.Answer!) is { } screened)
        {
            // Held back for a while, and somebody opted out meanwhile. The others go out at the next look.
            return _partition.Store(screened) ? null : TickResult.Lost;
        }

        var journal = _partition.Journal!;
        var isOtherAccount = !string.Equals(journal.Account, _account.Name, StringComparison.Ordinal);
        if (isOtherAccount && BatchAnswer.OfParted(_partition.Answer!, Now + ReferenceRules.ProofGap) is { } parted)
        {
            return _partition.Store(parted) ? null : TickResult.Lost;
        }

        if (_doors.TakeSlot() is { } later)
        {
            return Paced(later);
        }

        if (isOtherAccount)
        {
            journal = journal with { SettingId = _account.Setting.Id, Account = _account.Name, SenderLine = _terms.SenderDigits };
        }

        return isOtherAccount && IsPartlySettled() ? SendRest(journal) : SendAgain(journal, isOtherAccount);
    }

    /// <summary>The tick's time is up before the work.</summary>
    public TickResult OutOfTime() => TickResult.OutOfTime(Now, "Sent " + Sent + "; the tick's time was up.");

    // Rows say one account: what the one before has settled gets them now, and the rest is a batch of its own.
    private TickResult? SendRest(BatchJournal journal)
    {
        var settled = _partition.Answer!;
        var rest = settled.PlacesOf(FateKind.ToSend);
        _partition.Made(_doors.Making.Make(_partition.Journal!, settled, Now));
        journal = journal with { Number = _partition.BatchNumber + 1, AnnouncedOn = Now, Lines = rest.ConvertAll(place => journal.Lines[place]) };
        var announced = BatchAnswer.OfAnnounced(journal, rest.ConvertAll(place => settled.Fates[place].ReferenceNumber));
        return _partition.Announce(journal, _partition.Cursor, announced) && Call(journal) ? null : TickResult.Lost;
    }

    private TickResult? SendAgain(BatchJournal journal, bool isOtherAccount)
    {
        var announced = BatchAnswer.OfNextCall(_partition.Answer!, Now);
        return (isOtherAccount ? _partition.Store(journal, announced) : _partition.Store(announced)) && Call(journal) ? null : TickResult.Lost;
    }

    private TickResult Paced(DateTime later) => TickResult.At(later, "Sent " + Sent + "; the account's pace lets the next call out later.");

    // Advertising waits for the end of the quiet hours, of both accounts where one stands in.
    private DateTime? HeldUntil() => Later(
        _composition.Quiet.HeldUntil(_account.Setting, _terms.MessageClass, Now),
        _account.IsStandIn ? _composition.Quiet.HeldUntil(_account.Home, _terms.MessageClass, Now) : null);

    private static DateTime? Later(DateTime? one, DateTime? other) => one is null || other > one ? other ?? one : one;

    private bool IsPartlySettled()
    {
        var answer = _partition.Answer!;
        return answer.Has(FateKind.Accepted) || answer.Has(FateKind.Refused) || answer.Has(FateKind.Unknown);
    }

    // False when the partition is lost. The look after the announcement obeys a pause or cancel within the batch, and the clock
    // is looked at once more: whoever slept since the announcement may be late, and somebody else at work on the partition.
    private bool Call(BatchJournal journal)
    {
        if (!_partition.Look())
        {
            return false;
        }

        if (!MayGoOut() || !LeaseRules.MayCall(_composition.Services.Remaining, _account.BatchTimeout))
        {
            return _partition.Store(BatchAnswer.OfUncalled(_partition.Answer!));
        }

        var verdict = _doors.Calls.Send(journal, _partition.Answer!);
        if (verdict.Pause != SettingPause.None)
        {
            // First the pause: what this call burnt its fingers on, the next must not touch.
            _composition.Gate.Pause(_account, verdict.Pause, verdict.Fault!, Now);
        }

        var before = _partition.Answer!;
        if (!_partition.Store(verdict.Answer))
        {
            return false;
        }

        Sent += verdict.Held is null ? journal.Lines.Count : 0;
        _doors.Halts.After(verdict, _partition.Now);
        _doors.Halts.After(before, verdict.Answer, _partition.Now);
        if (!verdict.Answer.Has(FateKind.InDoubt) && !verdict.Answer.Has(FateKind.ToSend))
        {
            // Crash here: the answer is stored; the next tick makes the rows by it and asks nobody.
            var began = Now;
            _partition.Made(_doors.Making.Make(journal, verdict.Answer, began));
            _size.Learn(new HandOverResult(journal.Lines.Count, null), Now - began);
        }

        return true;
    }

    private bool MayGoOut()
    {
        var facts = Facts();
        var isRunning = facts.Bulk == BulkState.Running || (facts.Bulk == BulkState.Paused && facts.PausedByItself);
        return isRunning && facts.MaySend && !(facts.NotBefore > Now) && !(facts.NotAfter < Now);
    }
}
