using System.Xml.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace smSys.Plugins.Tests.Emulated;

public class ViewTests
{
    [Fact]
    public async Task Every_view_and_every_chart_of_the_solution_can_be_run_but_those_of_secrets()
    {
        await using var organization = await EngineOrganization.StartAsync();
        organization.Queue(organization.Contact("09123456789"));
        organization.Work();

        var views = Rows(organization, "savedquery", "fetchxml");
        var charts = Rows(organization, "savedqueryvisualization", "datadescription");
        var fetches = views.Concat(charts).SelectMany(row => XElement.Parse(row.Definition).DescendantsAndSelf("fetch").Select(fetch => (row.Name, Fetch: fetch.ToString())));

        Assert.True(views.Count > 100 && charts.Count > 10, $"{views.Count} views, {charts.Count} charts");
        foreach (var (name, fetch) in fetches)
        {
            var fault = Record.Exception(() => organization.Admin.RetrieveMultiple(new FetchExpression(fetch.Replace("{0}", "0912%", StringComparison.Ordinal))));
            if (fetch.Contains("\"smsys_smssecret\"", StringComparison.Ordinal))
            {
                Assert.Contains("(secret-closed)", fault!.Message, StringComparison.Ordinal);
            }
            else
            {
                Assert.True(fault is null, $"{name}: {fault?.Message}");
            }
        }
    }

    private static List<(string Name, string Definition)> Rows(EngineOrganization organization, string table, string column) =>
        [.. organization.Admin.RetrieveMultiple(new QueryExpression(table) { ColumnSet = new ColumnSet("name", column) }).Entities
            .Select(row => (row.GetAttributeValue<string>("name"), row.GetAttributeValue<string>(column)))];
}
