using System;
using System.Globalization;
using smSys.Crm.Addresses;
using smSys.Crm.Tables;

namespace smSys.Plugins.Addresses;

/// <summary>The progress of filling the address book, in the counters of its process.</summary>
public sealed class FillCount
{
    private int _records;
    private int _numbers;
    private int _withoutNumber;
    private int _unreadable;

    /// <summary>What an earlier tick counted, or nothing.</summary>
    public static FillCount Of(SmsProcessRow process, bool isAnew) => isAnew
        ? new FillCount()
        : new FillCount
        {
            _records = process.Expected ?? 0,
            _numbers = process.Accepted ?? 0,
            _withoutNumber = process.SkippedNoNumber ?? 0,
            _unreadable = process.SkippedInvalid ?? 0,
        };

    /// <summary>In one line.</summary>
    public string Summary => string.Format(
        CultureInfo.InvariantCulture,
        "Records {0}, numbers {1}, records without a number {2}, unreadable numbers {3}.",
        _records,
        _numbers,
        _withoutNumber,
        _unreadable);

    /// <summary>Counts a record that was compared.</summary>
    public void Add(NumberedRecord record)
    {
        _records++;
        _numbers += record.Numbers.Count;
        _unreadable += record.Unreadable;
        _withoutNumber += record.Numbers.Count == 0 ? 1 : 0;
    }

    /// <summary>The counters as columns of a process.</summary>
    public SmsProcessRow Change(Guid processId) => new(processId)
    {
        Expected = _records,
        Accepted = _numbers,
        SkippedNoNumber = _withoutNumber,
        SkippedInvalid = _unreadable,
        LastResult = Summary,
    };
}
