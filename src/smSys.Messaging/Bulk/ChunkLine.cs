using System;

namespace smSys.Messaging.Bulk;

/// <summary>One recipient of a frozen audience.</summary>
/// <param name="Table">Logical name of the record's table; empty when only a number is known, as in a file.</param>
/// <param name="Id">The record; empty without one.</param>
/// <param name="Number">Normalised digits, for example <c>989121234567</c>.</param>
/// <param name="Name">What a file calls the recipient; empty otherwise.</param>
public readonly record struct ChunkLine(string Table, Guid Id, string Number, string Name = "")
{
    /// <summary>The marketing list that the recipient came from; empty when it came from elsewhere.</summary>
    public Guid ListId { get; init; }

    /// <summary>A record stands behind the number.</summary>
    public bool HasRecord => Table.Length > 0;
}
