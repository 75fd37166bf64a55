using System.Text.RegularExpressions;
using SolutionTool.Checking;
using SolutionTool.Layout;
using SolutionTool.Problems;

namespace SolutionTool.Packing;

/// <summary>Packs an unpacked tree into the zip that Dynamics imports.</summary>
public static partial class Packer
{
    /// <summary>
    /// The bytes of the zip. Throws <see cref="RefusedException"/> when files are missing or broken, or when the assembly's
    /// metadata does not agree with the DLL; <see cref="BadInputException"/> when the folder is no tree.
    /// </summary>
    /// <param name="folder">The tree.</param>
    /// <param name="map">Where content lies that is not in the tree.</param>
    /// <param name="kind">Managed or not.</param>
    /// <param name="version">Four numbers to write instead of the tree's; null: the tree's.</param>
    /// <param name="baseText">LCID of the language whose texts stand for the base language too; null: each language its own.</param>
    public static byte[] Pack(string folder, ContentMap map, PackageKind kind, string? version, string? baseText = null)
    {
        var package = new TreeReader(map, kind).Read(folder);
        if (version is not null)
        {
            SetVersion(package, version);
        }

        if (baseText is not null)
        {
            BaseText.Take(package, baseText);
        }

        var identity = AssemblyRules.Check(package).Where(p => AssemblyRules.Identity.Contains(p.Code, StringComparer.Ordinal));
        var problems = package.Problems.Concat(identity).Where(p => p.Severity == Severity.Error).ToList();
        return problems.Count == 0 ? PackageZip.Write(package) : throw new RefusedException(problems);
    }

    private static void SetVersion(SolutionPackage package, string version)
    {
        if (!FourNumbers().IsMatch(version))
        {
            throw new BadInputException($"--solution-version wants four numbers like 1.2.3.0, but got \"{version}\".");
        }

        package.SolutionManifest.SetElementValue("Version", version);
    }

    [GeneratedRegex(@"^\d+\.\d+\.\d+\.\d+$")]
    private static partial Regex FourNumbers();
}
