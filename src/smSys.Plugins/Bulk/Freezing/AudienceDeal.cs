using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Audiences;
using smSys.Crm.Tables;
using smSys.Messaging.Bulk;

namespace smSys.Plugins.Bulk.Freezing;

/// <summary>
/// Puts an audience down in chunks: counts it, plans the partitions, deals it to them and takes duplicates out. Works in
/// stretches; after each the state is saved, so that a tick that dies between any two calls is repeated from there and writes
/// the same rows again. Never more than a stretch of members is in memory.
/// </summary>
public sealed class AudienceDeal
{
    /// <summary>Pages a stretch: 50,000 members.</summary>
    private const int PagesOfAStretch = 10;

    private static readonly TimeSpan _shortest = TimeSpan.FromSeconds(25);
    private readonly DealDoors _doors;
    private readonly SmsBulkRow _bulk;
    private readonly ChunkStore _chunks;
    private DealState _state;

    /// <summary>A deal that goes on from a state.</summary>
    public AudienceDeal(DealDoors doors, SmsBulkRow bulk, DealState state)
    {
        _doors = doors;
        _bulk = bulk;
        _state = state;
        _chunks = new ChunkStore(doors.System);
    }

    /// <summary>How far it has come.</summary>
    public DealState State => _state;

    /// <summary>Works until everything is dealt or the time of the tick is over.</summary>
    public void Run()
    {
        while (_state.Phase != DealPhase.Dealt && _doors.Remaining() > _shortest && _doors.GoesOn())
        {
            switch (_state.Phase)
            {
                case DealPhase.Counting:
                    Count();
                    break;
                case DealPhase.Dealing:
                    Deal();
                    break;
                default:
                    Sift();
                    break;
            }
        }
    }

    private void Count()
    {
        var walk = Walk();
        var counted = _state.Counted;
        for (var pages = 0; pages < PagesOfAStretch && !walk.IsOver && _doors.Remaining() > _shortest; pages++)
        {
            counted += walk.Next(withNumbers: false).Count;
        }

        Save(walk.Mark(_state with { Counted = counted }));
        if (walk.IsOver)
        {
            var partitions = _doors.Plan(counted);
            Save(new DealState
            {
                Phase = partitions == 0 ? DealPhase.Dealt : DealPhase.Dealing,
                Counted = counted,
                Partitions = new PartitionTally[partitions],
            });
        }
    }

    private void Deal()
    {
        if (_state is { Part: 0, Page: 1 })
        {
            // Here and not with the plan: a tick that dies in between makes them again.
            _doors.Planned(_state.Partitions.Count);
        }

        var walk = Walk();
        var dealer = new Dealer(_chunks, _bulk, _doors.Shelves, _state.Partitions);
        for (var pages = 0; pages < PagesOfAStretch && !walk.IsOver && _doors.Remaining() > _shortest; pages++)
        {
            foreach (var member in walk.Next(withNumbers: true))
            {
                dealer.Deal(member);
            }
        }

        dealer.WriteAll();
        var dealt = walk.Mark(_state with { Partitions = [.. dealer.Tallies] });
        Save(walk.IsOver ? dealt with { Phase = DealPhase.Sifting, Part = 0, Page = 1, Mark = string.Empty } : dealt);
    }

    private void Sift()
    {
        var partition = _state.Sifted + 1;
        var shelf = _doors.Shelves(partition);
        _chunks.RemoveAfter(shelf, _state.Partitions[partition - 1].Chunks);
        var sieve = new Sieve();
        foreach (var chunk in _chunks.ReadAll(shelf))
        {
            var lines = ChunkLines.Unpack(chunk.Lines).ToList();
            var skipped = ChunkLines.UnpackSkipped(chunk.SkippedLines).ToList();
            if (sieve.Sift(lines, skipped))
            {
                _chunks.Write(chunk.Id, lines, skipped);
            }
        }

        _doors.SiftedPartition(partition, sieve.Tally);
        var tallies = _state.Partitions.ToArray();
        tallies[partition - 1] = sieve.Tally;
        var isLast = partition == tallies.Length;
        Save(_state with { Sifted = partition, Partitions = tallies, Phase = isLast ? DealPhase.Dealt : DealPhase.Sifting });
    }

    private AudienceWalk Walk() => new(_doors.Parts(), _doors.User, _state);

    private void Save(DealState state)
    {
        _state = state;
        _doors.Save(state);
    }
}
