namespace smSys.Messaging.Text;

/// <summary>Fills parts from left to right and never splits what belongs together.</summary>
internal struct PartCounter
{
    private readonly int _single;
    private readonly int _several;
    private int _parts;
    private int _used;

    internal PartCounter(SmsEncoding encoding)
    {
        _single = encoding == SmsEncoding.Gsm7 ? 160 : 70;
        _several = encoding == SmsEncoding.Gsm7 ? 153 : 67;
        _parts = 1;
        _used = 0;
        Units = 0;
    }

    internal int Units { get; private set; }

    internal readonly int Parts => Units == 0 ? 0 : Units <= _single ? 1 : _parts;

    /// <summary>Units that still fit into the last part.</summary>
    internal readonly int Left => Units <= _single ? _single - Units : _several - _used;

    /// <summary>True when the character begins a new part (of a text that has several).</summary>
    internal bool Add(int units)
    {
        Units += units;
        _used += units;
        if (_used <= _several)
        {
            return false;
        }

        _parts++;
        _used = units;
        return true;
    }
}
