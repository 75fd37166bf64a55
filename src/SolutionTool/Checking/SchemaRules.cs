using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using SolutionTool.Layout;
using SolutionTool.Packing;
using SolutionTool.Problems;

namespace SolutionTool.Checking;

/// <summary>Layer 1: customizations.xml against Microsoft's schema, which is not part of this project.</summary>
public static class SchemaRules
{
    private const string RootSchema = "CustomizationsSolution.xsd";

    public static IEnumerable<Problem> Check(SolutionPackage package, string schemaFolder)
    {
        var path = Path.Combine(schemaFolder, RootSchema);
        if (!File.Exists(path))
        {
            throw new BadInputException($"SMSYS_XSD names the folder {schemaFolder}, but it holds no {RootSchema}.");
        }

        var problems = new List<Problem>();
        var schemas = new XmlSchemaSet { XmlResolver = new XmlUrlResolver() };
        schemas.Add(null, path);
        schemas.Compile();
        var document = new XDocument();
        document.Add(package.Customizations);
        document.Validate(schemas, (sender, fault) =>
            problems.Add(Problem.Error("XSD", sender is XObject node ? SourceFile.Of(node) : SolutionPackage.CustomizationsPart, $"The schema does not allow this: {fault.Message}")));
        package.Customizations.Remove();
        return problems;
    }
}
