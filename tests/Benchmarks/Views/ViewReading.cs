using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Xml.Linq;
using CrmEmulator;
using CrmEmulator.WebApi;
using DevHost;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Newtonsoft.Json.Linq;

namespace Benchmarks.Views;

/// <summary>
/// The first fifty rows of the default view, quick find and a chart over the last thirty days among a million SMS, through the Web API, against
/// hand-written SQL on the same file through the same host. SMSYS_ROWS chooses another number of rows.
/// </summary>
internal sealed class ViewReading : IAsyncDisposable
{
    private const int Page = 50;
    private const int Warming = 50;
    private const int Rounds = 200;
    private const double Bound = 3;

    private readonly SmsRows rows;
    private readonly Organization organization;
    private readonly BareViews bare;
    private readonly WebApplication host;
    private readonly HttpClient client;
    private readonly int count;

    private ViewReading(int count)
    {
        this.count = count;
        rows = new SmsRows(count, ShippedFiles.SolutionZip);
        organization = rows.OpenOrganization();
        bare = new BareViews(rows.OpenFile(), Stored(organization.AdministratorId));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        host = builder.Build();
        host.MapWebApi(organization);
        host.Map("/bare", bare.AnswerAsync);
        host.StartAsync().GetAwaiter().GetResult();
        client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(host.Urls.Single()) };
        client.DefaultRequestHeaders.Add("Prefer", "odata.include-annotations=\"*\"");
    }

    public static IReadOnlyList<Figure> Run()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("SMSYS_ROWS"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 1_000_000;
        var reading = new ViewReading(count);
        try
        {
            return [.. reading.First(), .. reading.Find(), .. reading.Chart()];
        }
        finally
        {
            reading.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await host.DisposeAsync();
        bare.Dispose();
        organization.Dispose();
        rows.Dispose();
    }

    private IReadOnlyList<Figure> First()
    {
        var view = View("My SMS");
        view.SetAttributeValue("count", Page);
        view.SetAttributeValue("page", 1);
        return Compare("first view of 50", _ => Fetch(view.ToString()), _ => "bare?what=first", expected: Page);
    }

    private IReadOnlyList<Figure> Find()
    {
        string Phone(int round) => SmsRows.PhoneOf(round * (count / Rounds))[..^1];
        var view = View("Quick find of SMS").ToString();
        return Compare(
            "quick find",
            round => Fetch(view.Replace("{0}", Phone(round) + "%", StringComparison.Ordinal).Replace("<fetch ", $"<fetch count=\"{Page}\" page=\"1\" ", StringComparison.Ordinal)),
            round => $"bare?what=find&from={Phone(round)}&to={Phone(round)}~",
            expected: 10);
    }

    private IReadOnlyList<Figure> Chart()
    {
        var chart = Definition("savedqueryvisualization", "datadescription", "SMS by state over time");
        chart.Element("entity")!.Add(View("SMS of the last 30 days").Element("entity")!.Elements("filter"));
        var offset = (long)organization.Options.UserTimeOffset.TotalSeconds;
        var today = ((DateTimeOffset.UtcNow.ToUnixTimeSeconds() + offset) / 86_400 * 86_400) - offset;
        return Compare("chart over the last 30 days", _ => Fetch(chart.ToString()), _ => $"bare?what=chart&offset={offset}&since={today - (30 * 86_400L)}&until={today + 86_400}", expected: null);
    }

    /// <summary>Both are asked in turn, so that what else the machine does meets both.</summary>
    private IReadOnlyList<Figure> Compare(string what, Func<int, string> asked, Func<int, string> bareAsked, int? expected)
    {
        var times = new List<double>();
        var bareTimes = new List<double>();
        for (var round = 0; round < Warming + Rounds; round++)
        {
            var (time, found) = Ask(asked(round % Rounds));
            var (bareTime, bareFound) = Ask(bareAsked(round % Rounds));
            if (found == 0 || (expected ?? bareFound) != found || bareFound < found)
            {
                throw new InvalidOperationException($"{what}: {found} rows of the Web API, {bareFound} of the bare statement.");
            }

            if (round >= Warming)
            {
                times.Add(time);
                bareTimes.Add(bareTime);
            }
        }

        return
        [
            Figure.AtMost($"views: {what}, p95 among {count.ToString("#,0", CultureInfo.InvariantCulture)} SMS / of hand-written SQL on bare SQLite", P95(times) / P95(bareTimes), Bound),
            Figure.ForInformation($"views: {what}, milliseconds at p95", P95(times)),
            Figure.ForInformation($"views: {what}, milliseconds at p95 of the hand-written SQL", P95(bareTimes)),
        ];
    }

    private (double Milliseconds, int Rows) Ask(string address)
    {
        var watch = Stopwatch.StartNew();
        using var response = client.GetAsync(address).GetAwaiter().GetResult();
        var text = response.Content.ReadAsStringAsync().GetAwaiter().GetResult();
        watch.Stop();
        return response.IsSuccessStatusCode
            ? (watch.Elapsed.TotalMilliseconds, ((JArray)JObject.Parse(text)["value"]!).Count)
            : throw new InvalidOperationException(text);
    }

    private static string Fetch(string fetchXml) => "api/data/v9.0/smsys_smses?fetchXml=" + Uri.EscapeDataString(fetchXml);

    private XElement View(string name) => Definition("savedquery", "fetchxml", name);

    private XElement Definition(string table, string column, string name)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(column), Criteria = { Conditions = { new ConditionExpression("name", ConditionOperator.Equal, name) } } };
        var text = organization.ServiceFor(organization.AdministratorId).RetrieveMultiple(query).Entities.Single().GetAttributeValue<string>(column);
        return XElement.Parse(text).DescendantsAndSelf("fetch").Single();
    }

    private static double P95(List<double> times)
    {
        times.Sort();
        return times[(int)(times.Count * 0.95) - 1];
    }

    /// <summary>SQL Server's order of the bytes, as the file keeps identifiers.</summary>
    private static byte[] Stored(Guid id)
    {
        var bytes = id.ToByteArray();
        return [.. new[] { 10, 11, 12, 13, 14, 15, 8, 9, 6, 7, 4, 5, 0, 1, 2, 3 }.Select(index => bytes[index])];
    }
}
