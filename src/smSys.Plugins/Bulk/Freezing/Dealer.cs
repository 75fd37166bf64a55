using System;
using System.Collections.Generic;
using smSys.Crm.Audiences;
using smSys.Crm.Tables;
using smSys.Messaging.Bulk;

namespace smSys.Plugins.Bulk.Freezing;

/// <summary>Deals members to partitions and writes what has come together as chunks.</summary>
public sealed class Dealer
{
    private readonly ChunkStore _chunks;
    private readonly SmsBulkRow _bulk;
    private readonly Func<int, ChunkShelf> _shelves;
    private readonly PartitionTally[] _tallies;
    private readonly Pile[] _piles;

    /// <summary>A dealer.</summary>
    /// <param name="chunks">Where chunks are kept.</param>
    /// <param name="bulk">Whose audience.</param>
    /// <param name="shelves">Of each partition, from 1 on.</param>
    /// <param name="tallies">What was dealt so far.</param>
    public Dealer(ChunkStore chunks, SmsBulkRow bulk, Func<int, ChunkShelf> shelves, IReadOnlyList<PartitionTally> tallies)
    {
        _chunks = chunks;
        _bulk = bulk;
        _shelves = shelves;
        _tallies = [.. tallies];
        _piles = new Pile[_tallies.Length];
        for (var i = 0; i < _piles.Length; i++)
        {
            _piles[i] = new Pile();
        }
    }

    /// <summary>What was dealt to each partition.</summary>
    public IReadOnlyList<PartitionTally> Tallies => _tallies;

    /// <summary>Deals members.</summary>
    public void Deal(IReadOnlyList<AudienceMember> members)
    {
        foreach (var member in members)
        {
            Deal(member);
        }
    }

    private void Deal(AudienceMember member)
    {
        var number = MemberNumber.Choose(member.Numbers);
        if (number.Problem.Length == 0)
        {
            var place = Dealing.PartitionOf(number.Digits, _piles.Length) - 1;
            _piles[place].Lines.Add(new ChunkLine(member.Table, member.Id, number.Digits, member.Name) { ListId = member.ListId });
            WriteIfFull(place);
        }
        else
        {
            var place = Dealing.PartitionOf(member.Id, _piles.Length) - 1;
            _piles[place].Skipped.Add(new SkippedLine(member.Table, member.Id, number.Entered, number.Problem));
            WriteIfFull(place);
        }
    }

    /// <summary>Writes what is left on the piles; after it the tallies are true of what is stored.</summary>
    public void WriteAll()
    {
        for (var place = 0; place < _piles.Length; place++)
        {
            Write(place);
        }
    }

    private void WriteIfFull(int place)
    {
        if (_piles[place].Lines.Count + _piles[place].Skipped.Count == ChunkLines.Most)
        {
            Write(place);
        }
    }

    private void Write(int place)
    {
        var pile = _piles[place];
        if (pile.Lines.Count + pile.Skipped.Count == 0)
        {
            return;
        }

        var tally = _tallies[place];
        _chunks.Put(_bulk, _shelves(place + 1), tally.Chunks + 1, pile.Lines, pile.Skipped);
        _tallies[place] = tally with { Chunks = tally.Chunks + 1 };
        pile.Lines.Clear();
        pile.Skipped.Clear();
    }

    private sealed class Pile
    {
        internal List<ChunkLine> Lines { get; } = [];

        internal List<SkippedLine> Skipped { get; } = [];
    }
}
