using System;
using System.Text;

namespace smSys.Messaging.Templates;

/// <summary>Reads what stands between two braces, sign by sign. Invisible marks of right-to-left editors are passed over.</summary>
internal sealed class TemplateReader
{
    private readonly string _source;
    private readonly int _end;

    internal TemplateReader(string source, int start, int end)
    {
        _source = source;
        _end = end;
        Position = start;
        SkipSpace();
    }

    internal int Position { get; private set; }

    internal bool IsAtEnd => Position >= _end;

    internal char Next => IsAtEnd ? '\0' : _source[Position];

    internal string Rest => _source.Substring(Position, Math.Max(_end - Position, 0)).Trim();

    internal bool Take(char sign)
    {
        if (Next != sign || IsAtEnd)
        {
            return false;
        }

        Position++;
        SkipSpace();
        return true;
    }

    /// <summary>A name of Latin letters, digits and underscores, in small letters; empty when there is none here.</summary>
    internal string Name()
    {
        var start = Position;
        while (!IsAtEnd && IsNamePart(Next, Position == start))
        {
            Position++;
        }

        var name = _source.Substring(start, Position - start).ToLowerInvariant();
        SkipSpace();
        return name;
    }

    /// <summary>Takes the word if it stands here as a whole.</summary>
    internal bool TakeWord(string word)
    {
        var before = Position;
        if (string.Equals(Name(), word, StringComparison.Ordinal))
        {
            return true;
        }

        Position = before;
        return false;
    }

    internal bool IsAtQuote => CloserOf(Next) != '\0' && !IsAtEnd;

    /// <summary>A text in quotes ("…", “…”, «…»); null when it is not closed, and then nothing is taken.</summary>
    internal string? Quoted()
    {
        var closer = CloserOf(Next);
        var text = new StringBuilder();
        for (var i = Position + 1; i < _end; i++)
        {
            var c = _source[i];
            if (c == '\\' && i + 1 < _end && (_source[i + 1] == closer || _source[i + 1] == '\\'))
            {
                text.Append(_source[++i]);
            }
            else if (c == closer)
            {
                Position = i + 1;
                SkipSpace();
                return text.ToString();
            }
            else
            {
                text.Append(c);
            }
        }

        return null;
    }

    /// <summary>A number in Latin digits, written with digits of any script; empty when there is none here.</summary>
    internal string Number()
    {
        var text = new StringBuilder();
        var start = Position;
        while (!IsAtEnd)
        {
            var c = Next;
            if (char.IsDigit(c))
            {
                text.Append((char)('0' + System.Globalization.CharUnicodeInfo.GetDecimalDigitValue(c)));
            }
            else if ((c == '-' && Position == start) || (c == '.' && text.Length > 0))
            {
                text.Append(c);
            }
            else
            {
                break;
            }

            Position++;
        }

        SkipSpace();
        return text.ToString();
    }

    /// <summary>A comparison sign; empty when there is none here.</summary>
    internal string Sign()
    {
        var start = Position;
        while (!IsAtEnd && Next is '=' or '!' or '<' or '>' && Position - start < 2)
        {
            Position++;
        }

        var sign = _source.Substring(start, Position - start);
        SkipSpace();
        return sign;
    }

    /// <summary>Everything up to the next sign that is not inside quotes, or to the end; the sign is not taken.</summary>
    internal string Until(char sign)
    {
        var start = Position;
        var closer = '\0';
        for (; Position < _end; Position++)
        {
            var c = _source[Position];
            if (closer != '\0')
            {
                closer = c == closer ? '\0' : closer;
            }
            else if (c == sign)
            {
                break;
            }
            else
            {
                closer = CloserOf(c);
            }
        }

        return _source.Substring(start, Position - start).Trim();
    }

    internal void BackTo(int position) => Position = position;

    /// <summary>The word around the place, for a problem's words.</summary>
    internal string WordHere()
    {
        var stop = Position;
        while (stop < _end && !char.IsWhiteSpace(_source[stop]) && stop - Position < 40)
        {
            stop++;
        }

        return _source.Substring(Position, stop - Position);
    }

    internal static char CloserOf(char c) => c switch
    {
        '"' => '"',
        '\u201C' => '\u201D',
        '\u00AB' => '\u00BB',
        _ => '\0',
    };

    private static bool IsNamePart(char c, bool isFirst) =>
        c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_' || (!isFirst && c is >= '0' and <= '9');

    private void SkipSpace()
    {
        while (!IsAtEnd && (char.IsWhiteSpace(Next) || char.GetUnicodeCategory(Next) == System.Globalization.UnicodeCategory.Format))
        {
            Position++;
        }
    }
}
