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
/// the same rows again. What closes at once is not saved before: the end of the dealing is saved with the first partition that was sifted, the
/// last partition by who closes. Never more than a
/// stretch of members is in memory.
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
    private bool _isSaved = true;
    private IReadOnlyList<AudienceMember>? _everybody;

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

        // What is dealt is saved by who closes.
        if (!_isSaved && _state.Phase != DealPhase.Dealt)
        {
            Save(_state);
        }
    }

    private void Count()
    {
        var walk = Walk();
        var counted = _state.Counted;
        if (_state is { Part: 0, Page: 1 })
        {
            // A small audience is one page: it needs no second look to be dealt.
            var first = walk.Next(withNumbers: true);
            counted = first.Count;
            _everybody = walk.IsOver ? first : null;
        }

        for (var pages = 0; pages < PagesOfAStretch && !walk.IsOver && _doors.Remaining() > _shortest; pages++)
        {
            counted += walk.Next(withNumbers: false).Count;
        }

        if (!walk.IsOver)
        {
            Save(walk.Mark(_state with { Counted = counted }));
            return;
        }

        var partitions = _doors.Plan(counted);
        var planned = new DealState
        {
            Phase = partitions == 0 ? DealPhase.Dealt : DealPhase.Dealing,
            Counted = counted,
            Partitions = new PartitionTally[partitions],
        };
        if (partitions > 1)
        {
            Save(planned);
        }
        else
        {
            // Nothing has to be remembered of a plan of one: whatever a repeat counts, it makes the same partition or none.
            Keep(planned);
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
        for (var pages = 0; pages < PagesOfAStretch && !walk.IsOver && _everybody is null && _doors.Remaining() > _shortest; pages++)
        {
            dealer.Deal(walk.Next(withNumbers: true));
        }

        dealer.Deal(_everybody ?? []);
        dealer.WriteAll();
        var dealt = walk.Mark(_state with { Partitions = [.. dealer.Tallies] });
        if (walk.IsOver || _everybody is not null)
        {
            Keep(dealt with { Phase = DealPhase.Sifting, Part = 0, Page = 1, Mark = string.Empty });
        }
        else
        {
            Save(dealt);
        }
    }

    private void Sift()
    {
        var partition = _state.Sifted + 1;
        var shelf = _doors.Shelves(partition);
        var last = shelf.Before + _state.Partitions[partition - 1].Chunks;
        var sieve = new Sieve();
        foreach (var chunk in _chunks.ReadAll(shelf))
        {
            if (chunk.ChunkNumber > last)
            {
                // An earlier try wrote it of an audience that has shrunk since.
                _chunks.Remove(chunk.Id);
                continue;
            }

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
        var sifted = _state with { Sifted = partition, Partitions = tallies, Phase = isLast ? DealPhase.Dealt : DealPhase.Sifting };
        if (isLast)
        {
            Keep(sifted);
        }
        else
        {
            Save(sifted);
        }
    }

    private AudienceWalk Walk() => new(_doors.Parts(), _doors.User, _state);

    // For who goes on with it at once; saved when the tick ends before the next stretch.
    private void Keep(DealState state)
    {
        _state = state;
        _isSaved = false;
    }

    private void Save(DealState state)
    {
        _state = state;
        _isSaved = true;
        _doors.Save(state);
    }
}
