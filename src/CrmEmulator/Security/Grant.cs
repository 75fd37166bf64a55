using CrmEmulator.Metadata;

namespace CrmEmulator.Security;

/// <summary>How far one privilege of one user reaches; business units are those of the local and deep levels.</summary>
internal sealed record Grant(PrivilegeDepth Depth, IReadOnlyList<Guid> BusinessUnits)
{
    public static Grant None { get; } = new(PrivilegeDepth.None, []);

    public static Grant Everything { get; } = new(PrivilegeDepth.Global, []);

    public bool IsGlobal => Depth == PrivilegeDepth.Global;
}
