using System;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Addresses;
using smSys.Crm.Tables;

namespace smSys.Plugins.Messages;

/// <summary>
/// Chooses the line on which the answer to a message is expected: the message's own, else the recipient's, else the sender's, else
/// that of the line it goes out from, which is itself unless it says otherwise.
/// </summary>
public sealed class ReplyLineChooser
{
    private readonly AddressBook _addresses;

    /// <summary>Reads as SYSTEM.</summary>
    public ReplyLineChooser(AddressBook addresses) => _addresses = addresses;

    /// <summary>Chooses; one query unless the message names a line.</summary>
    /// <param name="message">The message.</param>
    /// <param name="recipient">The recipient's record; null when only a number is known.</param>
    /// <param name="userId">Who sends.</param>
    /// <param name="line">The line it goes out from.</param>
    public EntityReference Choose(SmsRow message, EntityReference? recipient, Guid userId, SmsNumberRow line) =>
        message.ReplyNumberId
        ?? _addresses.ReplyLineOf(recipient, new EntityReference("systemuser", userId))
        ?? line.ReplyNumberId
        ?? line.Reference;
}
