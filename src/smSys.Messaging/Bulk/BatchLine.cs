using System;

namespace smSys.Messaging.Bulk;

/// <summary>One message of an announced batch, as it goes out whatever somebody edits meanwhile.</summary>
/// <param name="Chunk">Where in the frozen audience the recipient stands.</param>
/// <param name="Line">Place in that chunk, from 0.</param>
/// <param name="Table">Logical name of the recipient's table; empty when only a number is known.</param>
/// <param name="RecordId">The recipient's record; empty without one.</param>
/// <param name="Number">Normalised digits.</param>
/// <param name="Reference">Our reference of the first attempt.</param>
/// <param name="Text">The rendered text.</param>
public sealed record BatchLine(int Chunk, int Line, string Table, Guid RecordId, string Number, long Reference, string Text)
{
    /// <summary>The marketing list that the recipient came from; empty when it came from elsewhere.</summary>
    public Guid ListId { get; init; }

    /// <summary>Id of its row, if it was just worked out; it follows from bulk and number and is not packed.</summary>
    public Guid MessageId { get; init; }
}
