using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using smSys.Messaging.Providers;

namespace smSys.Messaging.Bulk;

/// <summary>What is known by now of the messages of an announced batch, in the order of its lines.</summary>
/// <param name="AttemptedOn">When the last call was announced, UTC.</param>
/// <param name="Attempt">Calls announced for this batch, from 1.</param>
/// <param name="CallSize">Most messages in its next call; smaller after the provider refused a call as a whole.</param>
/// <param name="ComeAgainOn">When the batch is looked at again, UTC; null: at once.</param>
/// <param name="Fates">One a line.</param>
public sealed record BatchAnswer(DateTime AttemptedOn, int Attempt, int CallSize, DateTime? ComeAgainOn, IReadOnlyList<LineFate> Fates)
{
    private const char Tab = '\t';
    private const char Bound = 'b';

    /// <summary>What an announcement alone says: everything is in doubt.</summary>
    public static BatchAnswer OfAnnounced(BatchJournal journal) =>
        new(journal.AnnouncedOn, 1, journal.Lines.Count, null, new LineFate[journal.Lines.Count].Fill(new LineFate(FateKind.InDoubt)));

    /// <summary>The same of messages that were tried before.</summary>
    /// <param name="journal">The batch.</param>
    /// <param name="references">Which of its references each of them has, from 1.</param>
    public static BatchAnswer OfAnnounced(BatchJournal journal, IReadOnlyList<int> references)
    {
        var fates = new LineFate[journal.Lines.Count];
        for (var i = 0; i < fates.Length; i++)
        {
            fates[i] = new LineFate(FateKind.InDoubt, references[i]);
        }

        return new BatchAnswer(journal.AnnouncedOn, 1, journal.Lines.Count, null, fates);
    }

    /// <summary>A further call is announced: what is to be sent, as much as the call may hold, is in doubt.</summary>
    public static BatchAnswer OfNextCall(BatchAnswer before, DateTime now)
    {
        var fates = FateList.Copy(before.Fates);
        foreach (var place in before.PlacesOf(FateKind.ToSend, Math.Max(1, before.CallSize)))
        {
            fates[place] = new LineFate(FateKind.InDoubt, fates[place].ReferenceNumber, IsBound: fates[place].IsBound);
        }

        return before with { AttemptedOn = now, Attempt = before.Attempt + 1, ComeAgainOn = null, Fates = fates };
    }

    /// <summary>A call was announced and then not made: nothing is in doubt.</summary>
    public static BatchAnswer OfUncalled(BatchAnswer announced)
    {
        var fates = FateList.Copy(announced.Fates);
        foreach (var place in announced.PlacesOf(FateKind.InDoubt))
        {
            fates[place] = new LineFate(FateKind.ToSend, fates[place].ReferenceNumber, IsBound: fates[place].IsBound);
        }

        return announced with { Fates = fates };
    }

    /// <summary>
    /// Another account goes on with the batch: what is bound to the account before stays there as unknown, to be asked about;
    /// the rest may move.
    /// </summary>
    /// <param name="before">What was known.</param>
    /// <param name="askOn">When its rows are asked about.</param>
    /// <returns>Null when nothing is bound.</returns>
    public static BatchAnswer? OfParted(BatchAnswer before, DateTime askOn)
    {
        var fates = FateList.Copy(before.Fates);
        var parted = 0;
        foreach (var place in before.PlacesOf(FateKind.ToSend))
        {
            if (fates[place].IsBound)
            {
                fates[place] = new LineFate(FateKind.Unknown, fates[place].ReferenceNumber, AskOn: askOn);
                parted++;
            }
        }

        return parted > 0 ? before with { Fates = fates } : null;
    }

    /// <summary>Some that were to be sent are so no longer.</summary>
    /// <param name="before">What was known.</param>
    /// <param name="reasons">One a line; null for who stays as it was.</param>
    public static BatchAnswer OfLeftOut(BatchAnswer before, IReadOnlyList<SkipReason?> reasons)
    {
        var fates = FateList.Copy(before.Fates);
        foreach (var place in before.PlacesOf(FateKind.ToSend))
        {
            if (reasons[place] is { } reason)
            {
                fates[place] = new LineFate(FateKind.LeftOut, fates[place].ReferenceNumber, Skip: reason);
            }
        }

        return before with { Fates = fates };
    }

    /// <summary>At least one message is in this state.</summary>
    public bool Has(FateKind kind)
    {
        for (var i = 0; i < Fates.Count; i++)
        {
            if (Fates[i].Kind == kind)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The places of the messages in this state, at most so many.</summary>
    public List<int> PlacesOf(FateKind kind, int most = int.MaxValue)
    {
        var places = new List<int>();
        for (var i = 0; i < Fates.Count && places.Count < most; i++)
        {
            if (Fates[i].Kind == kind)
            {
                places.Add(i);
            }
        }

        return places;
    }

    /// <summary>As the column keeps it.</summary>
    public string Pack()
    {
        var packed = new StringBuilder(64 + (Fates.Count * 24));
        packed.Append('1').Append(Tab).Append(AttemptedOn.Ticks).Append(Tab).Append(Attempt).Append(Tab).Append(CallSize).Append(Tab)
            .Append(PackedText.Of(ComeAgainOn)).Append(Tab).Append(Fates.Count);
        foreach (var fate in Fates)
        {
            packed.Append('\n').Append(LetterOf(fate.Kind)).Append(fate.ReferenceNumber);
            AppendDetails(packed, fate);
        }

        return packed.ToString();
    }

    /// <summary>What <see cref="Pack"/> packed; an empty column means that nothing is known but the announcement.</summary>
    /// <exception cref="FormatException">The column holds something else, or does not belong to the journal.</exception>
    public static BatchAnswer Read(string? column, BatchJournal journal)
    {
        if (string.IsNullOrEmpty(column))
        {
            return OfAnnounced(journal);
        }

        var rows = PackedText.Lines(column!);
        var head = rows[0].Split(Tab);
        if (head.Length != 6 || rows.Length != journal.Lines.Count + 1 || PackedText.Int(head[5]) != journal.Lines.Count)
        {
            throw new FormatException("The answer of the partition does not belong to its journal.");
        }

        var fates = new LineFate[rows.Length - 1];
        for (var i = 0; i < fates.Length; i++)
        {
            fates[i] = FateOf(rows[i + 1].Split(Tab));
        }

        return new BatchAnswer(
            new DateTime(PackedText.Long(head[1]), DateTimeKind.Utc),
            PackedText.Int(head[2]),
            PackedText.Int(head[3]),
            PackedText.Time(head[4]),
            fates);
    }

    private static void AppendDetails(StringBuilder packed, LineFate fate)
    {
        switch (fate.Kind)
        {
            case FateKind.Accepted:
                packed.Append(Tab).AppendEscaped(fate.ProviderMessageId ?? string.Empty).Append(Tab)
                    .Append(fate.Cost?.ToString(CultureInfo.InvariantCulture) ?? PackedText.Nothing);
                break;
            case FateKind.InDoubt:
                packed.Append(Tab).Append(PackedText.Of(fate.AbsentOn)).Append(Tab).Append(fate.Unanswered);
                AppendBound(packed, fate);
                break;
            case FateKind.ToSend:
                AppendBound(packed, fate);
                break;
            case FateKind.LeftOut:
                packed.Append(Tab).Append((int)fate.Skip!.Value);
                break;
            case FateKind.Refused or FateKind.Unknown:
                packed.Append(Tab).Append(PackedText.Of(fate.AskOn));
                if (fate.Fault is { } fault)
                {
                    packed.Append(Tab).Append((int)fault.Kind).Append(Tab).AppendEscaped(fault.Code).Append(Tab).AppendEscaped(fault.Words).Append(Tab).Append('.');
                }

                break;
        }
    }

    // Left away where it is not, which is nearly everywhere, and in what earlier versions wrote.
    private static void AppendBound(StringBuilder packed, LineFate fate)
    {
        if (fate.IsBound)
        {
            packed.Append(Tab).Append(Bound);
        }
    }

    private static LineFate FateOf(string[] fields)
    {
        var kind = KindOf(fields[0][0]);
        var fate = new LineFate(kind, PackedText.Int(fields[0].Substring(1)));
        return kind switch
        {
            FateKind.Accepted => fate with
            {
                ProviderMessageId = fields[1].Length == 0 ? null : PackedText.Unescape(fields[1]),
                Cost = string.Equals(fields[2], PackedText.Nothing, StringComparison.Ordinal) ? null : decimal.Parse(fields[2], CultureInfo.InvariantCulture),
            },
            FateKind.LeftOut => fate with { Skip = (SkipReason)PackedText.Int(fields[1]) },
            FateKind.InDoubt => fate with
            {
                AbsentOn = PackedText.Time(fields[1]),
                Unanswered = PackedText.Int(fields[2]),
                IsBound = fields.Length > 3,
            },
            FateKind.ToSend => fate with { IsBound = fields.Length > 1 },
            FateKind.Refused or FateKind.Unknown => fate with
            {
                AskOn = PackedText.Time(fields[1]),
                Fault = fields.Length < 5
                    ? null
                    : new ProviderFault((ProviderFaultKind)PackedText.Int(fields[2]), PackedText.Unescape(fields[3]), PackedText.Unescape(fields[4])),
            },
            _ => fate,
        };
    }

    private static char LetterOf(FateKind kind) => kind switch
    {
        FateKind.InDoubt => 'd',
        FateKind.ToSend => 's',
        FateKind.Accepted => 'a',
        FateKind.Refused => 'r',
        FateKind.LeftOut => 'o',
        _ => 'u',
    };

    private static FateKind KindOf(char letter) => letter switch
    {
        'd' => FateKind.InDoubt,
        's' => FateKind.ToSend,
        'a' => FateKind.Accepted,
        'r' => FateKind.Refused,
        'u' => FateKind.Unknown,
        'o' => FateKind.LeftOut,
        _ => throw new FormatException("The answer of the partition cannot be read."),
    };
}
