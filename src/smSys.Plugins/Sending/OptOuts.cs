using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Consents;
using smSys.Crm.Tables;

namespace smSys.Plugins.Sending;

/// <summary>
/// Who of a group of recipients has opted out; one query for each class of messages among them. The confirmation of an opt-out
/// is the one message that it does not stop.
/// </summary>
public sealed class OptOuts
{
    private readonly Dictionary<MessageClass, ILookup<string, Guid?>> _byClass;
    private readonly HashSet<Guid> _forbidden;

    /// <summary>Asks for the numbers of these messages, and for their records where the setting respects the platform's flags.</summary>
    public OptOuts(ConsentBook consents, IReadOnlyList<SmsRow> messages, SmsSettingRow setting)
    {
        _forbidden = consents.ForbidContact(messages
            .Where(message => DoNotContactCheck.Applies(setting, ClassOf(message)))
            .Select(RecordOf)
            .OfType<EntityReference>());
        _byClass = messages
            .Where(message => !string.IsNullOrEmpty(message.PhoneNumber))
            .GroupBy(ClassOf)
            .ToDictionary(
                group => group.Key,
                group => consents
                    .OptOuts(group.Select(message => message.PhoneNumber!).Distinct(StringComparer.Ordinal).ToArray(), group.Key)
                    .ToLookup(row => row.PhoneNumber!, row => row.SmsId?.Id, StringComparer.Ordinal));
    }

    /// <summary>True when the message must not go out.</summary>
    public bool Holds(SmsRow message) =>
        (RecordOf(message) is { } record && _forbidden.Contains(record.Id))
        || (message.PhoneNumber is { } number
            && _byClass.TryGetValue(ClassOf(message), out var numbers)
            && numbers[number].Any(proof => !Confirms(message, proof)));

    private static EntityReference? RecordOf(SmsRow message) =>
        !string.IsNullOrEmpty(message.RecipientTable) && Guid.TryParse(message.RecipientId, out var id)
            ? new EntityReference(message.RecipientTable, id)
            : null;

    // An automatic answer to the very message that the opt-out was said in.
    private static bool Confirms(SmsRow message, Guid? proof) =>
        proof is { } said
        && message.InReplyToId?.Id == said
        && message.IsAutomatic == true
        && message.Lane == Lane.Reply
        && ClassOf(message) == MessageClass.Service;

    private static MessageClass ClassOf(SmsRow message) => message.MessageClass ?? MessageClass.Service;
}
