namespace smSys.Messaging.Numbers;

/// <summary>One pass over the text: its digits as a number, and the first thing that does not belong. Allocates nothing.</summary>
internal struct NumberScan
{
    /// <summary>More digits than this no longer fit into <see cref="Value"/>; they are too many in any case.</summary>
    private const int Capacity = 18;

    /// <summary>From so many digits on, what stands on one side of a gap can be a number of its own.</summary>
    private const int WholeNumber = 7;

    private int _split;
    private int _splitAfter;
    private int _trailing;

    internal ulong Value { get; private set; }

    /// <summary>Digits of <see cref="Value"/>, the zeros in front not counted.</summary>
    internal int Count { get; private set; }

    internal int Zeros { get; private set; }

    internal bool HasPlus { get; private set; }

    internal NumberProblemKind Problem { get; private set; }

    internal int Position { get; private set; }

    internal readonly int Digits => Zeros + Count;

    internal readonly bool HoldsTwo => _splitAfter > 0 && Digits - _splitAfter >= WholeNumber;

    internal readonly int SplitPosition => _split;

    internal void Read(string text, int start)
    {
        _trailing = -1;
        for (var i = start; i < text.Length; i++)
        {
            var digit = NumberCharacters.DigitOf(text[i]);
            if (digit >= 0)
            {
                if (_trailing >= 0)
                {
                    Stop(text, NumberProblemKind.Sign, _trailing);
                    return;
                }

                Take(digit);
            }
            else if (!Pass(text, i))
            {
                return;
            }
        }
    }

    private void Take(int digit)
    {
        if (Count == 0 && digit == 0)
        {
            Zeros++;
            return;
        }

        if (Count < Capacity)
        {
            Value = (Value * 10) + (ulong)digit;
        }

        Count++;
    }

    private bool Pass(string text, int i)
    {
        switch (NumberCharacters.Classify(text[i]))
        {
            case NumberCharacter.Ignored:
                return true;
            case NumberCharacter.Gap:
                NoteGap(i);
                return true;
            case NumberCharacter.Divider:
                // Before the first digit and after the last one it divides nothing.
                _trailing = Digits > 0 && _trailing < 0 ? i : _trailing;
                return true;
            case NumberCharacter.Plus when Digits == 0:
                HasPlus = true;
                return true;
            case NumberCharacter.Plus:
                // Typed in a right-to-left field, the plus sign may end up behind the digits.
                _trailing = _trailing < 0 ? i : _trailing;
                return true;
            case NumberCharacter.Letter:
                Stop(text, NumberProblemKind.Letter, i);
                return false;
            default:
                Stop(text, NumberProblemKind.Sign, i);
                return false;
        }
    }

    private void NoteGap(int i)
    {
        if (Digits >= WholeNumber && (_splitAfter == 0 || (_splitAfter < 10 && Digits >= 10)))
        {
            _split = i;
            _splitAfter = Digits;
        }
    }

    private void Stop(string text, NumberProblemKind kind, int position)
    {
        Position = position;
        Problem = kind;
        if (Digits < WholeNumber || NumberCharacters.Classify(text[position]) == NumberCharacter.Sign)
        {
            return;
        }

        var after = 0;
        for (var i = position; i < text.Length; i++)
        {
            after += NumberCharacters.DigitOf(text[i]) >= 0 ? 1 : 0;
        }

        Problem = after >= WholeNumber ? NumberProblemKind.TwoNumbers : kind;
    }
}
