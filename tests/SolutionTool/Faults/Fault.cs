namespace SolutionTool.Tests.Faults;

/// <summary>
/// A fault seeded into the good tree: what is done to it and the codes that the checker must then give; all of them, and no
/// others unless <see cref="Exact"/> is false.
/// </summary>
public sealed record Fault(string Name, string[] Codes, Action<GoodTree> Seed, bool Exact = true)
{
    public override string ToString() => Name;
}
