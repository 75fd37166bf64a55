using System;
using System.Collections.Generic;
using System.Linq;
using smSys.Crm.Consents;
using smSys.Crm.Tables;

namespace smSys.Plugins.Sending;

/// <summary>Who of a group of recipients has opted out; one query for each class of messages among them.</summary>
public sealed class OptOuts
{
    private readonly Dictionary<MessageClass, HashSet<string>> _byClass;

    /// <summary>Asks for the numbers of these messages.</summary>
    public OptOuts(ConsentBook consents, IReadOnlyList<SmsRow> messages) =>
        _byClass = messages
            .Where(message => !string.IsNullOrEmpty(message.PhoneNumber))
            .GroupBy(ClassOf)
            .ToDictionary(
                group => group.Key,
                group => consents.OptedOut(group.Select(message => message.PhoneNumber!).Distinct(StringComparer.Ordinal).ToArray(), group.Key));

    /// <summary>True when the message must not go out.</summary>
    public bool Holds(SmsRow message) =>
        message.PhoneNumber is { } number && _byClass.TryGetValue(ClassOf(message), out var numbers) && numbers.Contains(number);

    private static MessageClass ClassOf(SmsRow message) => message.MessageClass ?? MessageClass.Service;
}
