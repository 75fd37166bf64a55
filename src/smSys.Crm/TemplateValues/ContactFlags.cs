using Microsoft.Xrm.Sdk;

namespace smSys.Crm.TemplateValues;

/// <summary>
/// The "do not contact" flags of contacts, accounts and leads that concern SMS: no marketing material, no phone. They stop
/// advertising; a service message (a code, an appointment) is none. The flags for e-mail, fax and post say nothing about SMS.
/// </summary>
public static class ContactFlags
{
    /// <summary>The columns; a table that lacks them forbids nothing.</summary>
    public static string[] Columns => ["donotsendmm", "donotphone"];

    /// <summary>True when one of them is set.</summary>
    public static bool ForbidAdvertising(Entity row)
    {
        foreach (var column in Columns)
        {
            if (row.GetAttributeValue<bool?>(column) == true)
            {
                return true;
            }
        }

        return false;
    }
}
