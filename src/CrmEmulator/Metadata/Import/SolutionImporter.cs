using System.Xml.Linq;
using CrmEmulator.Faults;

namespace CrmEmulator.Metadata.Import;

/// <summary>Turns a packed solution into the next state of the catalogue.</summary>
internal static class SolutionImporter
{
    /// <summary>The state after the import and the solution it brought.</summary>
    /// <exception cref="System.ServiceModel.FaultException{T}">The package is broken or names what the organisation does not know.</exception>
    public static (CatalogState State, SolutionDefinition Solution) Import(byte[] zip, CatalogState state)
    {
        using var package = new SolutionPackage(new MemoryStream(zip));
        var solution = Solution(package.Manifest);
        var draft = new CatalogDraft(state);
        foreach (var optionSet in package.Customizations.Element("optionsets")?.Elements("optionset") ?? [])
        {
            var read = OptionSetReader.Read(optionSet, string.Empty, isGlobal: true);
            draft.OptionSets[read.Name] = read;
        }

        foreach (var entity in package.Customizations.Element("Entities")?.Elements("Entity") ?? [])
        {
            TableReader.Read(entity, draft);
        }

        foreach (var relationship in package.Customizations.Element("EntityRelationships")?.Elements("EntityRelationship") ?? [])
        {
            RelationshipReader.Read(relationship, draft);
        }

        draft.Content = CodeReader.Read(package, draft.Content with { Solutions = draft.Content.Solutions.SetItem(solution.UniqueName, solution) });
        draft.Content = PageReader.Read(package, draft.Content);
        draft.Content = SecurityReader.Read(package, draft.Content);
        FindColumns.Mark(draft);
        RefuseUntargeted(draft);
        return (new CatalogState(draft), solution);
    }

    /// <summary>The unique name of the packed solution.</summary>
    public static string NameOf(byte[] zip)
    {
        using var package = new SolutionPackage(new MemoryStream(zip));
        return Solution(package.Manifest).UniqueName;
    }

    private static SolutionDefinition Solution(XElement root)
    {
        var manifest = root.Element("SolutionManifest") ?? throw Fault.Of(FaultCodes.ImportFailed, "The solution file is invalid: solution.xml has no SolutionManifest.");
        var publisher = manifest.Element("Publisher");
        var name = SolutionXml.Text(manifest, "UniqueName");
        return new SolutionDefinition(
            name,
            SolutionXml.LabelsOf(manifest.Element("LocalizedNames")).In(Labels.English) is { Length: > 0 } friendly ? friendly : name,
            SolutionXml.Text(manifest, "Version"),
            SolutionXml.Flag(manifest, "Managed"),
            publisher is null ? "Default" : SolutionXml.Text(publisher, "UniqueName"),
            publisher is null ? "new" : SolutionXml.Text(publisher, "CustomizationPrefix"));
    }

    private static void RefuseUntargeted(CatalogDraft draft)
    {
        foreach (var table in draft.Tables.Values.Where(table => table.IsCustom))
        {
            foreach (var column in table.Columns.Values.Where(column => column is { Kind: ColumnKind.Lookup, IsCustom: true, Targets.Count: 0 }))
            {
                throw Fault.Of(FaultCodes.ImportFailed, $"The lookup {table.LogicalName}.{column.LogicalName} has no relationship, so it points nowhere.");
            }
        }
    }
}
