using System.Xml.Linq;
using SolutionTool.Layout;
using SolutionTool.Model;
using SolutionTool.Problems;

namespace SolutionTool.Checking;

/// <summary>Layer 6: charts and dashboards.</summary>
public static class ChartRules
{
    public static IEnumerable<Problem> Check(Catalog catalog)
    {
        foreach (var table in catalog.Solution.Tables)
        {
            foreach (var chart in table.Element.Elements("Visualizations").Elements("visualization"))
            {
                var what = $"the chart \"{Labels.In(chart.Element("LocalizedNames"), Labels.English)}\"";
                foreach (var fetch in chart.Descendants("fetch"))
                {
                    foreach (var problem in FetchRules.Check(catalog, fetch, "CHT01", what))
                    {
                        yield return problem;
                    }
                }

                var aliases = chart.Descendants("fetch").Descendants("attribute").Attributes("alias").Select(a => a.Value).ToHashSet(StringComparer.Ordinal);
                foreach (var use in chart.Descendants("categorycollection").Descendants().Attributes("alias").Where(a => !aliases.Contains(a.Value)))
                {
                    yield return Problem.Error("CHT02", SourceFile.Of(use), $"{what} draws the alias {use.Value}, which its query does not give.");
                }
            }
        }

        foreach (var dashboard in catalog.Package.Customizations.Elements("Dashboards").Elements("Dashboard"))
        {
            foreach (var problem in FormRules.CheckGrids(catalog, dashboard, $"the dashboard \"{Labels.In(dashboard.Element("LocalizedNames"), Labels.English)}\"", "DSH01"))
            {
                yield return problem;
            }
        }
    }
}
