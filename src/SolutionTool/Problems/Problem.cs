namespace SolutionTool.Problems;

/// <summary>
/// One thing that is wrong with a solution: a stable code (README.md lists them), where it stands
/// (file, with a line where known) and one sentence that says what is wrong and what to do.
/// </summary>
public sealed record Problem(Severity Severity, string Code, string Where, string Sentence)
{
    public static Problem Error(string code, string where, string sentence) => new(Severity.Error, code, where, sentence);

    public static Problem Warning(string code, string where, string sentence) => new(Severity.Warning, code, where, sentence);

    public override string ToString() =>
        $"{(Severity == Severity.Error ? "error" : "warning")} {Code} {Where}: {Sentence}";
}
