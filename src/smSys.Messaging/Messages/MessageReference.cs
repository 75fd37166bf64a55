using System;
using System.Globalization;

namespace smSys.Messaging.Messages;

/// <summary>Our own reference of an attempt, by which a provider can be asked about it. Stored before the call.</summary>
public static class MessageReference
{
    /// <summary>
    /// Positive, 63 bits of a hash of the message's id and the number of the attempt (from 1). The same input gives the same
    /// reference for ever; a further attempt after a definite refusal gets a new one, an attempt that never arrived keeps its own.
    /// </summary>
    /// <exception cref="ArgumentException">The id is empty or the attempt is under 1.</exception>
    public static long Create(Guid messageId, int attempt)
    {
        if (messageId == Guid.Empty)
        {
            throw new ArgumentException("A reference needs a message id.", nameof(messageId));
        }

        if (attempt < 1)
        {
            throw new ArgumentException("Attempts are counted from 1.", nameof(attempt));
        }

        var hash = IdHash.Of("reference", IdHash.Text(messageId), attempt.ToString(CultureInfo.InvariantCulture));
        var reference = 0L;
        for (var i = 0; i < 8; i++)
        {
            reference = (reference << 8) | hash[i];
        }

        reference &= long.MaxValue;
        return reference == 0 ? 1 : reference;
    }
}
