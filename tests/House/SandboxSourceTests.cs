using System.Text.RegularExpressions;

namespace House;

/// <summary>What the sandbox forbids stands in no source that ends up in smSys.dll, whatever the analyzers overlook.</summary>
public class SandboxSourceTests
{
    private static readonly string[] Projects = ["smSys.Messaging", "smSys.Providers", "smSys.Crm", "smSys.Plugins", "smSys.Activities"];

    [Theory]
    [InlineData(@"\bnew\s+Thread\b|\bThreadPool\b|\bThread\.Sleep\b", "threads")]
    [InlineData(@"\bParallel\.|\bTask\.Run\b|\.AsParallel\(", "parallel work")]
    [InlineData(@"\bExecuteMultipleRequest\b|\bExecuteTransactionRequest\b|\bCreateMultiple\b|\bUpdateMultiple\b", "batch messages")]
    [InlineData(@"\bSystem\.Reflection\.Emit\b|\bILGenerator\b", "code made at run time")]
    [InlineData(@"RegexOptions\.Compiled", "compiled expressions")]
    [InlineData(@"\b(?:CurrentCulture|InvariantCulture)IgnoreCase\b|StringComparison\.(?:Current|Invariant)Culture\b|\bCultureInfo\.CurrentCulture\b", "comparison by culture")]
    [InlineData(@"\bDateTime(?:Offset)?\.(?:UtcNow|Now|Today)\b|\bStopwatch\b|\bEnvironment\.TickCount", "a clock of its own")]
    [InlineData(@"\bGuid\.NewGuid\b|\bnew\s+Random\b", "ids or chance of its own")]
    [InlineData(@"\bAppDomain\b|\bServicePointManager\b", "what partial trust forbids")]
    public void Sandbox_code_has_no(string pattern, string what)
    {
        var found = from project in Projects
                    from file in Repository.Files("src/" + project, ".cs")
                    where !IsTheDoor(file)
                    from line in File.ReadLines(Repository.PathOf(file)).Select((text, index) => (text, index))
                    where Regex.IsMatch(WithoutComment(line.text), pattern)
                    select $"{what}: {file}({line.index + 1})";

        Assert.Empty(found);
    }

    /// <summary>The one file through which the machine's time comes in when the platform offers no other clock.</summary>
    private static bool IsTheDoor(string file) => file == "src/smSys.Crm/Clock/CrmClock.cs";

    private static string WithoutComment(string line)
    {
        var at = line.IndexOf("//", StringComparison.Ordinal);
        return at < 0 || line.Contains("\"http", StringComparison.Ordinal) ? line : line[..at];
    }
}
