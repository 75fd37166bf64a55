using System;
using smSys.Messaging.Times;

namespace smSys.Crm.Messages;

/// <summary>The hour on the customer's clock, for charts.</summary>
public static class HourOfDay
{
    /// <summary>0 to 23.</summary>
    /// <param name="utc">When it was.</param>
    /// <param name="timeZone">Of the setting; Iran's when it is empty or unknown.</param>
    public static int Of(DateTime utc, string? timeZone) => (ZoneTable.Find(timeZone) ?? ZoneTable.Tehran).ToLocal(utc).Hour;
}
