using System;

namespace smSys.Messaging.Bulk;

/// <summary>Somebody of an audience who gets nothing, and why.</summary>
/// <param name="Table">Logical name of the record's table; empty for a line of a file.</param>
/// <param name="Id">The record; empty without one.</param>
/// <param name="Entered">The number as it stands in the record or file, at most 100 characters; empty when there is none.</param>
/// <param name="Reason">A stable code: <see cref="NoNumber"/>, <see cref="Duplicate"/>, or the code of what is wrong with the number.</param>
public readonly record struct SkippedLine(string Table, Guid Id, string Entered, string Reason)
{
    /// <summary>The record has no number at all.</summary>
    public const string NoNumber = "number-missing";

    /// <summary>The number, or the record, came before.</summary>
    public const string Duplicate = "duplicate";
}
