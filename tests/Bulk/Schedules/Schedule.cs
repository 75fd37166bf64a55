using System.Globalization;
using System.ServiceModel;
using CrmEmulator.Latency;
using DevHost.Bulk;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Processes;
using smSys.Crm.Tables;

namespace Bulk.Tests.Schedules;

/// <summary>
/// One bulk under several workers, two heart-beats, an administrator who pauses, resumes and edits, in an order drawn by a seed.
/// A worker that sleeps through the platform's two minutes and through its lease wakes and goes on: what it writes has to be
/// refused by fence and row version, and what it would send by its own look at the clock.
/// </summary>
internal sealed class Schedule : IDisposable
{
    public const int People = 24;

    /// <summary>Most messages in a call: a partition is several calls.</summary>
    public const int Batch = 3;

    private const int Workers = 3;
    private const int MostTurns = 15_000;

    private static readonly TimeSpan HardLimit = TimeSpan.FromMinutes(2);

    private readonly BulkOrganization _organization;
    private readonly Turns _turns;
    private readonly Dictionary<Guid, DateTime> _begunOn = [];
    private readonly HashSet<Guid> _zombies = [];
    private readonly int _seed;
    private readonly HashSet<BulkPerson> _touched = [];
    private int _atCalls;
    private bool _isOver;
    private Guid _freezing;

    public Schedule(BulkOrganization organization, int seed)
    {
        _organization = organization;
        _seed = seed;
        _turns = new Turns(seed) { LongSleepOneIn = 60 };
    }

    /// <summary>Turns that the schedule took.</summary>
    public int Turns => _turns.Given;

    /// <summary>Executions that woke after the platform had given them up.</summary>
    public int Zombies => _zombies.Count;

    /// <summary>Batches that the partitions announced.</summary>
    public int Batches { get; private set; }

    /// <summary>Partitions that there were.</summary>
    public int Partitions { get; private set; }

    /// <summary>Runs it and gives what it did wrong.</summary>
    public IReadOnlyList<string> Run()
    {
        var mark = _organization.Simulator.Messages.Count;
        var bulk = _organization.Begin(string.Create(CultureInfo.InvariantCulture, $"schedule {_seed}"), partitions: 2 + (_seed % 2));
        _freezing = ProcessIds.OfBulk(ProcessKind.Freeze, bulk.Id);
        for (var worker = 1; worker <= Workers; worker++)
        {
            _turns.Add("worker " + worker, Work);
        }

        _turns.Add("heart-beat 1", () => Beat(bulk));
        _turns.Add("heart-beat 2", () => Beat(bulk));
        _turns.Add("administrator", () => Meddle(bulk));
        _turns.Run();
        var outcome = BulkOutcome.Read(_organization, bulk, mark);
        (Batches, Partitions) = (outcome.Partitions.Values.Sum(partition => partition.Batches), outcome.Partitions.Count);
        var wrong = outcome.Violations().Concat(Lost(outcome, bulk)).ToList();
        // It would go on looking for receipts, which the next schedule is not about.
        _organization.Quieten(ProcessKind.Send, ProcessKind.Freeze);
        foreach (var person in _touched)
        {
            _organization.Restore(person);
        }

        if (outcome.Unknown != 0)
        {
            wrong.Add($"{outcome.Unknown} are unknown, though the provider can be asked");
        }

        return [.. wrong.Select(sentence => $"seed {_seed}: {sentence}; {outcome}")];
    }

    /// <summary>Give this as <c>ExecutionOptions.OnCall</c>.</summary>
    public void See(CallPoint point)
    {
        // While an answer of the provider is on its way its time-out runs by the real clock.
        if (point.IsInTransaction || point is { Kind: CallKind.Http, IsAfter: true })
        {
            return;
        }

        lock (_begunOn)
        {
            _begunOn.TryAdd(point.ExecutionId, _organization.Clock.UtcNow);
        }

        Interlocked.Increment(ref _atCalls);
        _turns.Stop(isCall: true);
        Interlocked.Decrement(ref _atCalls);
        if (_organization.Clock.UtcNow - BegunOn(point) >= HardLimit && (point.Kind == CallKind.Http || point.OnRowId == _freezing))
        {
            // Asleep between its last look at the clock and the wire, or over a chunk that a repeat writes again: here only the
            // platform's own limit helps, which is shorter than a lease.
            throw new InvalidOperationException("The platform has ended this execution.");
        }
    }

    public void Dispose() => _turns.Dispose();

    /// <summary>Whoever nobody touched and nothing forbids has exactly one message at the provider and one row that says so; everybody is counted.</summary>
    private IEnumerable<string> Lost(BulkOutcome outcome, BulkRecord bulk)
    {
        var people = _organization.Audience.People.ToList();
        // Who was deleted before the audience was read is no member of the list.
        if (outcome.Row.Expected is not { } expected || expected > people.Count || expected < people.Count - _touched.Count)
        {
            yield return $"{outcome.Row.Expected} were expected of {people.Count}, of whom {_touched.Count} were touched";
        }

        // A number that a touched person has too may have been theirs.
        var doubtful = _touched.Select(person => person.Mobile).ToHashSet();
        var rows = _organization.Of(bulk.Id, Sms.LogicalName, Sms.Columns.BulkId, Sms.Columns.StatusCode, Sms.Columns.PhoneNumber)
            .Select(row => new SmsRow(row)).ToLookup(row => row.PhoneNumber, row => row.StatusCode);
        foreach (var number in people.Where(person => IsPlain(person) && !doubtful.Contains(person.Mobile)).Select(person => person.Mobile).Distinct())
        {
            var states = rows["98" + number[1..]].ToList();
            var taken = outcome.AtProvider.GetValueOrDefault(number[1..]);
            if (taken != 1 || states is not [Sms.Status.Sent or Sms.Status.Delivered])
            {
                yield return $"{number} is {taken} times at the provider, rows: {string.Join(", ", states)}";
            }
        }
    }

    /// <summary>Nothing forbids a message, and the simulators deliver it.</summary>
    private static bool IsPlain(BulkPerson person) =>
        person is { IsOptedOut: false, IsNotToBeContacted: false, FirstName.Length: > 0, Mobile: { Length: 11 } and [.., not '0', _, _, _] };

    private DateTime BegunOn(CallPoint point)
    {
        lock (_begunOn)
        {
            var begun = _begunOn[point.ExecutionId];
            if (_organization.Clock.UtcNow - begun >= HardLimit)
            {
                _zombies.Add(point.ExecutionId);
            }

            return begun;
        }
    }

    private void Work()
    {
        while (!_isOver)
        {
            _organization.Work();
            _turns.Stop();
        }
    }

    private void Beat(BulkRecord bulk)
    {
        while (!_isOver)
        {
            _organization.Beat();
            _organization.Clock.Advance(Step());
            _isOver |= IsQuiet(bulk.Read()) || _turns.Given > MostTurns;
            _turns.Stop();
        }
    }

    /// <summary>The provider can be asked: whoever is unknown when the bulk ends is asked about, and sent to if nothing arrived.</summary>
    private static bool IsQuiet(SmsBulkRow bulk) => BulkRecord.IsOver(bulk) && (bulk.Unknown ?? 0) == 0 && (bulk.Pending ?? 0) == 0;

    /// <summary>While somebody works little time passes, and now and then more than the platform grants; while all wait, as much as between two heart-beats.</summary>
    private TimeSpan Step() => _atCalls == 0
        ? TimeSpan.FromSeconds(5 + _turns.Chance.Next(25))
        : _turns.Chance.Next(60) == 0 ? TimeSpan.FromSeconds(100 + _turns.Chance.Next(200)) : TimeSpan.FromMilliseconds(_turns.Chance.Next(500));

    /// <summary>Pauses, resumes, edits and deletes a contact, now and then; leaves the bulk to itself in the end.</summary>
    private void Meddle(BulkRecord bulk)
    {
        for (var deed = 0; deed < 12 && !_isOver; deed++)
        {
            for (var wait = _turns.Chance.Next(15); wait > 0; wait--)
            {
                _turns.Stop();
            }

            switch (_turns.Chance.Next(4))
            {
                case 0:
                    Move(bulk, SmsBulk.Status.Running, SmsBulk.Status.Paused);
                    break;
                case 1:
                    Move(bulk, SmsBulk.Status.Paused, SmsBulk.Status.Running);
                    break;
                case 2 when _touched.Count == 0:
                    _organization.Admin.Update(new Entity("contact", Touch(Somebody()).Id) { ["firstname"] = "تازه " + deed, ["mobilephone"] = "0935" + _turns.Chance.Next(1_000_000, 9_999_999) });
                    break;
                default:
                    Delete(Somebody());
                    break;
            }
        }

        Move(bulk, SmsBulk.Status.Paused, SmsBulk.Status.Running);
    }

    private BulkPerson Somebody() => _organization.Audience.People.ElementAt(_turns.Chance.Next(People));

    private BulkPerson Touch(BulkPerson person)
    {
        _touched.Add(person);
        return person;
    }

    private void Delete(BulkPerson person)
    {
        try
        {
            _organization.Admin.Delete("contact", Touch(person).Id);
        }
        catch (FaultException<OrganizationServiceFault> refused) when (refused.Detail.Message.Contains("Does Not Exist", StringComparison.OrdinalIgnoreCase) || refused.Detail.Message.Contains("(delete-", StringComparison.Ordinal))
        {
            // Gone already, or its message guards against a second one.
        }
    }

    private static void Move(BulkRecord bulk, SmsBulk.Status from, SmsBulk.Status to)
    {
        try
        {
            if (bulk.Read().Statuscode == from)
            {
                bulk.Move(to);
            }
        }
        catch (FaultException<OrganizationServiceFault>)
        {
            // The engine moved it in between: a form would show the sentence, and the administrator looks again.
        }
    }
}
