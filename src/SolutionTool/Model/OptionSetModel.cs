using System.Globalization;
using System.Xml.Linq;

namespace SolutionTool.Model;

/// <summary>One option: its value and texts; for status reasons the state, for states the invariant name and default reason.</summary>
public sealed record OptionModel(XElement Element, int? Value, string English, string Persian)
{
    public string? InvariantName => (string?)Element.Attribute("invariantname");

    public int? State => (int?)Element.Attribute("state");

    public int? DefaultStatus => (int?)Element.Attribute("defaultstatus");
}

/// <summary>An option set, global or of one column.</summary>
public sealed class OptionSetModel(XElement element)
{
    public XElement Element { get; } = element;

    public string Name { get; } = (string?)element.Attribute("Name") ?? "";

    /// <summary>picklist, state, status or bit.</summary>
    public string Kind { get; } = (string?)element.Element("OptionSetType") ?? "picklist";

    public IReadOnlyList<OptionModel> Options { get; } =
    [
        .. element.Elements().Where(e => e.Name.LocalName is "options" or "states" or "statuses").Elements().Select(o => new OptionModel(
            o,
            int.TryParse((string?)o.Attribute("value"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null,
            Labels.In(o.Element("labels"), Labels.English) ?? "",
            Labels.In(o.Element("labels"), Labels.Persian) ?? "")),
    ];
}
