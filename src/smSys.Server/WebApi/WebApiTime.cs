using System.Globalization;
using Newtonsoft.Json.Linq;

namespace smSys.Server.WebApi;

/// <summary>Times as the Web API writes them.</summary>
internal static class WebApiTime
{
    /// <summary>UTC with a Z, in whole seconds as CRM keeps them.</summary>
    internal static string Write(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>In UTC; null when it is empty.</summary>
    internal static DateTime? Read(JToken? value) => (string?)value is { Length: > 0 } text
        ? DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal)
        : null;
}
