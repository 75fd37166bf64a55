namespace smSys.Messaging.Text;

/// <summary>Fills parts from left to right and never splits what belongs together.</summary>
internal struct PartCounter
{
    private int _parts;
    private int _used;

    internal PartCounter(SmsEncoding encoding)
    {
        Single = encoding == SmsEncoding.Gsm7 ? 160 : 70;
        Several = encoding == SmsEncoding.Gsm7 ? 153 : 67;
        _parts = 1;
        _used = 0;
        Units = 0;
    }

    /// <summary>Units of a message that is alone.</summary>
    internal int Single { get; }

    /// <summary>Units of each of several parts; the rest is the header that joins them.</summary>
    internal int Several { get; }

    internal int Units { get; private set; }

    internal readonly int Parts => Units == 0 ? 0 : Units <= Single ? 1 : _parts;

    /// <summary>Units that still fit into the last part.</summary>
    internal readonly int Left => Units <= Single ? Single - Units : Several - _used;

    /// <summary>True when the character begins a new part (of a text that has several).</summary>
    internal bool Add(int units)
    {
        Units += units;
        _used += units;
        if (_used <= Several)
        {
            return false;
        }

        _parts++;
        _used = units;
        return true;
    }
}
