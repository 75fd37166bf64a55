using Microsoft.Xrm.Sdk;
using smSys.Crm.Rows;
using smSys.Crm.Tables;
using smSys.Messaging.Messages;

namespace smSys.Plugins.Receiving;

/// <summary>Makes a lead of somebody whom no record knows, where the setting says so.</summary>
public static class UnknownSender
{
    /// <summary>The lead, made once for the message; the next message of the number finds it in the address book.</summary>
    public static EntityReference Lead(Composition composition, SmsRow message, SmsNumberRow line)
    {
        var number = "+" + message.PhoneNumber;
        var lead = new Entity("lead", DeterministicId.Create(DeterministicId.TimeOf(message.Id), "unknown-sender", message.Id.ToString("N")))
        {
            ["subject"] = InboundMessage.Subject(message.Text ?? string.Empty),
            ["lastname"] = number,
            ["mobilephone"] = number,
        };
        if (line.OwnerId is { } owner)
        {
            lead["ownerid"] = owner;
        }

        new RowWriter(composition.Services.System).CreateOnce(lead);
        return new EntityReference("lead", lead.Id) { Name = number };
    }
}
