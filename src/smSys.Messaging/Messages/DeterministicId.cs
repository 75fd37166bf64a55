using System;

namespace smSys.Messaging.Messages;

/// <summary>
/// Ids that come out the same however often a step is repeated. The last six bytes hold the creation time in milliseconds
/// since 1970, most significant byte first: SQL Server compares a uniqueidentifier from there, so the clustered key grows
/// with time and does not fragment. The other ten bytes are a hash, with version 8 and the usual variant of RFC 9562.
/// Never compare such ids for order in C#: .NET compares from the other end.
/// </summary>
public static class DeterministicId
{
    private static readonly DateTime _epoch = new(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>An id for what the parts name.</summary>
    /// <param name="createdUtc">The creation time of the bulk or message it belongs to; the same at every repeat.</param>
    /// <param name="purpose">What kind of thing, for example <c>sms</c>; keeps kinds apart that have the same parts.</param>
    /// <param name="parts">What makes it this one and no other.</param>
    /// <exception cref="ArgumentException">The time is local or before 1970, or the purpose is empty.</exception>
    public static Guid Create(DateTime createdUtc, string purpose, params string[] parts)
    {
        if (createdUtc.Kind == DateTimeKind.Local || createdUtc < _epoch)
        {
            throw new ArgumentException("The creation time has to be UTC and after 1970.", nameof(createdUtc));
        }

        return Create((createdUtc.Ticks - _epoch.Ticks) / TimeSpan.TicksPerMillisecond, purpose, parts);
    }

    /// <summary>
    /// An id for something that somebody else numbered, where no time is told the same by everybody who tells of it: the last
    /// six bytes hold their number, which grows as a time does.
    /// </summary>
    /// <param name="number">The lower 48 bits count; they tell nothing that the parts do not.</param>
    /// <param name="purpose">What kind of thing.</param>
    /// <param name="parts">What makes it this one and no other; the number stands in here too.</param>
    public static Guid CreateNumbered(long number, string purpose, params string[] parts) => Create(number, purpose, parts);

    /// <summary>The message of a bulk to a number: one, whatever crashes.</summary>
    public static Guid ForBulkMessage(Guid bulkId, DateTime bulkCreatedUtc, string number) =>
        Create(bulkCreatedUtc, "bulk-message", IdHash.Text(bulkId), number);

    /// <summary>What an action of a keyword rule creates for an incoming message.</summary>
    /// <param name="arrivedUtc">When the message arrived, as its row says.</param>
    /// <param name="inboundId">The message.</param>
    /// <param name="ruleId">The rule.</param>
    /// <param name="actionId">The action.</param>
    public static Guid ForKeywordAction(DateTime arrivedUtc, Guid inboundId, Guid ruleId, Guid actionId) =>
        Create(arrivedUtc, "keyword-action", IdHash.Text(inboundId), IdHash.Text(ruleId), IdHash.Text(actionId));

    /// <summary>What a workflow step creates: its asynchronous operation and the step's place in it.</summary>
    public static Guid ForWorkflowStep(DateTime startedUtc, Guid operationId, string step) =>
        Create(startedUtc, "workflow-step", IdHash.Text(operationId), step);

    /// <summary>The creation time inside an id of this kind, in UTC.</summary>
    public static DateTime TimeOf(Guid id) => _epoch.AddTicks(MillisecondsOf(id) * TimeSpan.TicksPerMillisecond);

    private static Guid Create(long growing, string purpose, params string[] parts)
    {
        if (string.IsNullOrEmpty(purpose))
        {
            throw new ArgumentException("The purpose is missing.", nameof(purpose));
        }

        var named = new string[parts.Length + 1];
        named[0] = purpose;
        Array.Copy(parts, 0, named, 1, parts.Length);
        var hash = IdHash.Of(named);

        var bytes = new byte[16];
        Array.Copy(hash, bytes, 10);
        bytes[7] = (byte)((bytes[7] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        for (var i = 0; i < 6; i++)
        {
            bytes[10 + i] = (byte)(growing >> (8 * (5 - i)));
        }

        return new Guid(bytes);
    }

    private static long MillisecondsOf(Guid id)
    {
        var bytes = id.ToByteArray();
        var milliseconds = 0L;
        for (var i = 10; i < 16; i++)
        {
            milliseconds = (milliseconds << 8) | bytes[i];
        }

        return milliseconds;
    }
}
