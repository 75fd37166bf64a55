using System.Linq;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Tables;

namespace smSys.Plugins.Receiving;

/// <summary>Shows on an incoming message who sent it: the party, what it regards, or those who could be meant.</summary>
public static class SenderColumns
{
    /// <summary>Writes.</summary>
    public static void Write(SenderMatch sender, SmsRow message, SmsRow change)
    {
        var party = new Entity("activityparty");
        if (sender.Record is { } record)
        {
            change.RecipientTable = record.LogicalName;
            change.RecipientId = record.Id.ToString("D");
            change.RegardingObjectId = record.LogicalName is "contact" or "account" or "lead" ? record : null;
            if (record.LogicalName is "contact" or "account" or "lead" or "systemuser")
            {
                party["partyid"] = record;
            }
        }

        // Who is nobody's party, or nobody at all, is still shown by the number.
        if (!party.Contains("partyid"))
        {
            party["addressused"] = "+" + message.PhoneNumber;
        }

        change.From = new EntityCollection([party]);
        change.IsAmbiguous = sender.IsAmbiguous;
        change.Candidates = sender.IsAmbiguous
            ? Cut(string.Join("\n", sender.Candidates.Select(entry => entry.Record.LogicalName + " " + entry.Record.Id.ToString("D") + " " + entry.Record.Name)), 4000)
            : null;
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : text.Substring(0, most);
}
