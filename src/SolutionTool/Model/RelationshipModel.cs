using System.Xml.Linq;

namespace SolutionTool.Model;

/// <summary>A relationship: one to many (referenced, referencing and column) or many to many (first, second and intersect table).</summary>
public sealed class RelationshipModel(XElement element)
{
    public XElement Element { get; } = element;

    public string Name { get; } = (string?)element.Attribute("Name") ?? "";

    public bool IsManyToMany { get; } = (string?)element.Element("EntityRelationshipType") == "ManyToMany";

    public string Referencing { get; } = Lower(element, "ReferencingEntityName");

    public string Referenced { get; } = Lower(element, "ReferencedEntityName");

    public string Column { get; } = Lower(element, "ReferencingAttributeName");

    public string First { get; } = Lower(element, "FirstEntityName");

    public string Second { get; } = Lower(element, "SecondEntityName");

    public string Intersect { get; } = Lower(element, "IntersectEntityName");

    private static string Lower(XElement element, string name) => ((string?)element.Element(name) ?? "").ToLowerInvariant();
}
