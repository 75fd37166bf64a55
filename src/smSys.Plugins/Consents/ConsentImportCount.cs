using System;
using System.Globalization;
using smSys.Crm.Tables;

namespace smSys.Plugins.Consents;

/// <summary>What became of the lines of a list, in the counters of its process, and which of them could not be understood.</summary>
public sealed class ConsentImportCount
{
    private const int LongestOutput = 90000;
    private int _written;
    private int _older;
    private int _rejected;
    private string _problems;

    /// <summary>Goes on where an earlier tick ended.</summary>
    public ConsentImportCount(SmsProcessRow process)
    {
        _written = process.Accepted ?? 0;
        _older = process.Skipped ?? 0;
        _rejected = process.Rejected ?? 0;
        _problems = process.Output ?? string.Empty;
    }

    /// <summary>In one line.</summary>
    public string Summary => string.Format(
        CultureInfo.InvariantCulture, "Taken in {0}, known better {1}, not understood {2}.", _written, _older, _rejected);

    /// <summary>Counts a line that was understood; what was known to be said later stands.</summary>
    public void Count(bool isWritten)
    {
        _written += isWritten ? 1 : 0;
        _older += isWritten ? 0 : 1;
    }

    /// <summary>Counts a line that was not.</summary>
    public void Reject(int line, string sentence)
    {
        _rejected++;
        if (_problems.Length < LongestOutput)
        {
            _problems += "Line " + line.ToString(CultureInfo.InvariantCulture) + ": " + sentence + "\n";
        }
    }

    /// <summary>As columns of the process.</summary>
    public SmsProcessRow Change(Guid processId) => new(processId)
    {
        Accepted = _written,
        Skipped = _older,
        Rejected = _rejected,
        Output = _problems.Length == 0 ? null : _problems,
        LastResult = Summary,
    };
}
