using System.Xml.Linq;

namespace CrmEmulator.Metadata.Import;

/// <summary>Reads option sets, states and status reasons.</summary>
internal static class OptionSetReader
{
    public static OptionSetDefinition Read(XElement element, string fallbackName, bool isGlobal)
    {
        var options = element.Descendants().Where(option => option.Name.LocalName is "option" or "state" or "status").Select(Option);
        return new OptionSetDefinition((string?)element.Attribute("Name") ?? fallbackName, isGlobal, options)
        {
            Labels = SolutionXml.LabelsOf(element.Element("displaynames")),
        };
    }

    private static OptionDefinition Option(XElement element) =>
        new((int)element.Attribute("value")!, SolutionXml.LabelsOf(element.Element("labels")))
        {
            State = (int?)element.Attribute("state"),
            DefaultStatus = (int?)element.Attribute("defaultstatus"),
            InvariantName = (string?)element.Attribute("invariantname"),
        };
}
