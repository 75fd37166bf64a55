namespace SolutionTool.Problems;

/// <summary>How bad a problem is: an error stops packing and makes <c>check</c> fail, a warning does neither.</summary>
public enum Severity
{
    Warning,
    Error,
}
