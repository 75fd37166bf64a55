namespace SolutionTool.Packing;

/// <summary>Whether the package can be changed in the organisation it is imported into.</summary>
public enum PackageKind
{
    Unmanaged,
    Managed,
}
