using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Newtonsoft.Json.Linq;

namespace Browser;

/// <summary>Rows of an organisation in another process, by its Web API: enters customers and reads what became of a bulk.</summary>
internal sealed class Office(string address) : IDisposable
{
    private const string ListName = "مشتریان وفادار";
    private const string CampaignName = "جشنواره پاییزه";
    private const string Title = "مشتری وفادار";

    private static readonly string[] Names = ["مریم", "رضا", "سارا", "بابک", "نرگس", "امید", "لیلا", "کاوه"];

    private readonly HttpClient _client = new() { BaseAddress = new Uri(address + "/api/data/v9.0/") };

    public string Address => address;

    /// <summary>So many contacts, and the dynamic list that finds them.</summary>
    public async Task<Guid> EnterCustomersAsync(int people)
    {
        for (var at = 0; at < people; at++)
        {
            var mobile = (9_130_001_004 + (10L * at)).ToString("0000000000", CultureInfo.InvariantCulture);
            await CreateAsync("contacts", new JObject { ["firstname"] = Names[at % Names.Length], ["lastname"] = "نمونه", ["jobtitle"] = Title, ["mobilephone"] = "0" + mobile });
        }

        return await CreateAsync("lists", new JObject
        {
            ["listname"] = ListName,
            ["type"] = true,
            ["createdfromcode"] = 2,
            ["membertype"] = 2,
            ["query"] = $"<fetch><entity name='contact'><attribute name='contactid'/><filter><condition attribute='jobtitle' operator='eq' value='{Title}'/></filter></entity></fetch>",
        });
    }

    /// <summary>A campaign with that list.</summary>
    public async Task<Guid> EnterCampaignAsync(Guid list)
    {
        var campaign = await CreateAsync("campaigns", new JObject { ["name"] = CampaignName });
        await SendAsync(HttpMethod.Post, $"campaigns({campaign:D})/campaignlist_association/$ref", new JObject { ["@odata.id"] = $"{_client.BaseAddress}lists({list:D})" });
        return campaign;
    }

    public async Task<JObject> BulkAsync(Guid id) => JObject.Parse(await _client.GetStringAsync($"smsys_smsbulks({id:D})"));

    public void Dispose() => _client.Dispose();

    private async Task<Guid> CreateAsync(string set, JObject row)
    {
        using var answer = await SendAsync(HttpMethod.Post, set, row);
        var made = answer.Headers.GetValues("OData-EntityId").Single();
        return Guid.Parse(made[(made.IndexOf('(', StringComparison.Ordinal) + 1)..^1]);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, JObject body)
    {
        using var content = new StringContent(body.ToString(), Encoding.UTF8);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var request = new HttpRequestMessage(method, path) { Content = content };
        var answer = await _client.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, $"{method} {path}: {await answer.Content.ReadAsStringAsync()}");
        return answer;
    }
}
