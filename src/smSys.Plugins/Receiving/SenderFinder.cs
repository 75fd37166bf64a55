using System;
using System.Linq;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Addresses;
using smSys.Crm.Messages;
using smSys.Crm.Tables;

namespace smSys.Plugins.Receiving;

/// <summary>
/// Finds the sender of an incoming message, always by the same order: the open conversation on the line, then the record whose
/// owner owns the line, then the only record with the number.
/// </summary>
public sealed class SenderFinder
{
    private readonly MessageStore _messages;
    private readonly AddressBook _addresses;

    /// <summary>Reads as SYSTEM.</summary>
    public SenderFinder(MessageStore messages, AddressBook addresses)
    {
        _messages = messages;
        _addresses = addresses;
    }

    /// <summary>Finds.</summary>
    public SenderMatch Find(string phoneNumber, SmsNumberRow line)
    {
        if (_messages.Find(MessageQueries.LastTo(phoneNumber, line.Id)) is { Count: > 0 } conversation
            && PartnerOf(conversation[0]) is { } partner
            && _addresses.Follow(partner) is { } present)
        {
            return new SenderMatch(present, []);
        }

        return Choose(_addresses.Find(phoneNumber).ToArray(), line.OwnerId?.Id);
    }

    /// <summary>Chooses among the records of a number.</summary>
    public static SenderMatch Choose(AddressEntry[] entries, Guid? lineOwnerId)
    {
        var ofOwner = entries.Where(entry => lineOwnerId is not null && entry.OwnerId == lineOwnerId).ToArray();
        if (ofOwner.Length == 1)
        {
            return new SenderMatch(ofOwner[0].Record, []);
        }

        return entries.Length == 1 ? new SenderMatch(entries[0].Record, []) : new SenderMatch(null, entries);
    }

    private static EntityReference? PartnerOf(SmsRow message) =>
        !string.IsNullOrEmpty(message.RecipientTable) && Guid.TryParse(message.RecipientId, out var id)
            ? new EntityReference(message.RecipientTable, id)
            : message.RegardingObjectId;
}
