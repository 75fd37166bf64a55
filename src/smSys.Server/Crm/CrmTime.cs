using System.Globalization;
using Newtonsoft.Json.Linq;

namespace smSys.Server.Crm;

/// <summary>Times as the Web API writes them.</summary>
public static class CrmTime
{
    /// <summary>UTC with a Z.</summary>
    public static string Text(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A value of an answer in UTC; null when it is empty.</summary>
    /// <exception cref="InvalidDataException">It is no time.</exception>
    public static DateTime? Read(JToken? value)
    {
        if (value is null || value.Type == JTokenType.Null)
        {
            return null;
        }

        return DateTime.TryParse(
            value.Value<string>(), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw new InvalidDataException($"Dynamics answered with \"{value}\" where a time was expected.");
    }
}
