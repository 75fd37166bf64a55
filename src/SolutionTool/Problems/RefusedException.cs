namespace SolutionTool.Problems;

/// <summary>The solution is so wrong that the command would write a package that does not import; nothing was written.</summary>
public sealed class RefusedException(IReadOnlyList<Problem> problems)
    : Exception(string.Join(Environment.NewLine, problems.Select(p => p.ToString())))
{
    public IReadOnlyList<Problem> Problems { get; } = problems;
}
