using System.Xml;
using System.Xml.Linq;

namespace smSys.Deploy.Importing;

/// <summary>The components that an import job did not take without complaint, read from its result document.</summary>
public sealed class ImportReport
{
    private ImportReport(IReadOnlyList<string> failures, IReadOnlyList<string> warnings)
    {
        Failures = failures;
        Warnings = warnings;
    }

    public IReadOnlyList<string> Failures { get; }

    public IReadOnlyList<string> Warnings { get; }

    /// <param name="data">The column <c>data</c> of the import job; empty or broken while the job has not written it.</param>
    public static ImportReport Read(string? data)
    {
        var failures = new List<string>();
        var warnings = new List<string>();
        foreach (var result in Results(data))
        {
            var text = Describe(result);
            switch ((string?)result.Attribute("result"))
            {
                case "failure" or "error":
                    failures.Add(text);
                    break;
                case "warning":
                    warnings.Add(text);
                    break;
            }
        }

        return new ImportReport(failures, warnings);
    }

    private static IEnumerable<XElement> Results(string? data)
    {
        if (string.IsNullOrWhiteSpace(data))
        {
            return [];
        }

        try
        {
            return XDocument.Parse(data!).Descendants("result");
        }
        catch (XmlException)
        {
            return [];
        }
    }

    private static string Describe(XElement result)
    {
        var component = result.Parent;
        var name = (string?)component?.Attribute("LocalizedName") ?? (string?)component?.Attribute("name") ?? (string?)component?.Attribute("id") ?? "";
        return $"{component?.Name.LocalName} {name}: {(string?)result.Attribute("errortext")} ({(string?)result.Attribute("errorcode")})";
    }
}
