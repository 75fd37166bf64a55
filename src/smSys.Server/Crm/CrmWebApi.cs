using System.Net;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace smSys.Server.Crm;

/// <summary>
/// Speaks the Web API of an organisation. Everything that goes wrong is an <see cref="HttpRequestException"/> or an
/// <see cref="InvalidDataException"/> whose message says what an operator can do about it; neither holds a secret.
/// </summary>
/// <param name="http">With the API's address as base, signed in.</param>
public sealed class CrmWebApi(HttpClient http)
{
    /// <summary>Reads rows.</summary>
    /// <param name="query">Set and options, relative to the API: <c>smsys_smsprocesses?$select=…</c>.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<IReadOnlyList<JObject>> ReadAsync(string query, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, query);
        request.Headers.Add("Accept", "application/json");
        request.Headers.Add("OData-Version", "4.0");
        request.Headers.Add("OData-MaxVersion", "4.0");
        using var response = await http.SendAsync(request, cancellation).ConfigureAwait(false);
        var body = await response.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false);
        Demand(response, body);
        try
        {
            // Dates stay as they are written: the reader would turn them into local times.
            using var reader = new JsonTextReader(new StringReader(body)) { DateParseHandling = DateParseHandling.None };
            var rows = JObject.Load(reader)["value"] as JArray;
            return rows?.OfType<JObject>().ToArray() ?? throw new InvalidDataException("Dynamics answered without rows; is the address that of an organisation?");
        }
        catch (JsonException)
        {
            throw new InvalidDataException("Dynamics did not answer with JSON; is the address that of an organisation, and the sign-in the right one?");
        }
    }

    /// <summary>Changes a row that exists.</summary>
    /// <returns>False when there is no such row.</returns>
    public async Task<bool> UpdateAsync(string set, Guid id, JObject change, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, $"{set}({id:D})")
        {
            Content = new StringContent(change.ToString(Formatting.None), Encoding.UTF8, "application/json"),
        };

        // Without it a PATCH would create the row.
        request.Headers.Add("If-Match", "*");
        request.Headers.Add("OData-Version", "4.0");
        using var response = await http.SendAsync(request, cancellation).ConfigureAwait(false);
        if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.PreconditionFailed)
        {
            return false;
        }

        Demand(response, await response.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false));
        return true;
    }

    private static void Demand(HttpResponseMessage response, string body)
    {
        if (response.IsSuccessStatusCode)
        {
            return;
        }

        var advice = response.StatusCode switch
        {
            HttpStatusCode.Unauthorized => "Dynamics does not accept the sign-in (401); check user, password or application.",
            HttpStatusCode.Forbidden => "Dynamics refuses (403); give the server's user the role smSys administrator.",
            HttpStatusCode.NotFound => "Dynamics does not know the table (404); is smSys imported, and the address right?",
            (HttpStatusCode)429 => "Dynamics asks to slow down (429).",
            _ => $"Dynamics answered {(int)response.StatusCode}.",
        };
        throw new HttpRequestException(advice + MessageOf(body), null, response.StatusCode);
    }

    private static string MessageOf(string body)
    {
        try
        {
            var message = JObject.Parse(body)["error"]?["message"]?.Value<string>();
            return string.IsNullOrEmpty(message) ? string.Empty : " " + message;
        }
        catch (JsonException)
        {
            return string.Empty;
        }
    }
}
