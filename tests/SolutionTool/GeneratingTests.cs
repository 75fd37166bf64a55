using Jint;
using SolutionTool.CommandLine;
using SolutionTool.Generating;

namespace SolutionTool.Tests;

public sealed class GeneratingTests : IDisposable
{
    private readonly GoodTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void A_table_becomes_a_class_of_names_and_enums()
    {
        var files = Generate();

        var call = files["Call.generated.cs"];
        Assert.Contains("namespace zarf.Tables;", call, StringComparison.Ordinal);
        Assert.Contains("/// <summary>zarf_call: Call / تماس</summary>\npublic static class Call\n", call, StringComparison.Ordinal);
        Assert.Contains("    public const string EntitySetName = \"zarf_calls\";", call, StringComparison.Ordinal);
        Assert.Contains("    public const string PrimaryId = \"activityid\";", call, StringComparison.Ordinal);
        Assert.Contains("    public const string PrimaryName = \"subject\";", call, StringComparison.Ordinal);
        Assert.Contains("        public const string StartedOn = \"zarf_startedon\";", call, StringComparison.Ordinal);
        Assert.Contains("        LeftAMessage = 727000001,", call, StringComparison.Ordinal);
        Assert.Contains("        Canceled = 2,", call, StringComparison.Ordinal);
        Assert.Contains("        Status.LeftAMessage => State.Completed,", call, StringComparison.Ordinal);
        Assert.Contains("        public const int Subject = 200;", call, StringComparison.Ordinal);
        var line = files["Line.generated.cs"];
        Assert.Contains("    public enum Kind\n", line, StringComparison.Ordinal);
        Assert.Contains("        LandLine = 727000000,", line, StringComparison.Ordinal);
        Assert.Contains("public const string LineNameKey = \"zarf_linenamekey\";", line, StringComparison.Ordinal);
        Assert.Contains("public const string ZarfLineContact = \"zarf_zarf_line_contact\";", line, StringComparison.Ordinal);
        Assert.Contains("public enum Direction\n", files["Direction.generated.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public string? Subject")]
    [InlineData("public EntityReference? LineId")]
    [InlineData("public EntityCollection? To")]
    [InlineData("public Direction? Direction")]
    [InlineData("public Call.Status? StatusCode")]
    [InlineData("public int? Seconds")]
    [InlineData("public decimal? Price")]
    [InlineData("public DateTime? StartedOn")]
    public void A_row_has_a_typed_property_for_each_column(string declaration)
    {
        Assert.Contains(declaration + "\n", Generate()["CallRow.generated.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void System_tables_of_which_the_solution_only_changes_the_ribbon_are_left_out()
    {
        Assert.DoesNotContain(Generate().Keys, k => k.StartsWith("Contact", StringComparison.Ordinal));
    }

    [Fact]
    public void Scripts_get_the_same_names_as_constants()
    {
        Generate();

        var engine = new Engine();
        engine.Execute(File.ReadAllText(_tree.Beside("tables.js")));

        Assert.Equal("zarf_startedon", engine.Evaluate("zarf.tables.call.columns.startedOn").AsString());
        Assert.Equal(727000001, engine.Evaluate("zarf.tables.call.status.leftAMessage").AsNumber());
        Assert.Equal(727000000, engine.Evaluate("zarf.tables.line.kind.landLine").AsNumber());
        Assert.Equal(727000001, engine.Evaluate("zarf.optionSets.direction.incoming").AsNumber());
        Assert.True(engine.Evaluate("Object.isFrozen(zarf.tables.call.status)").AsBoolean());
    }

    [Fact]
    public void Check_says_what_is_stale_missing_or_left_over_and_writes_nothing()
    {
        Generate();
        Assert.Equal((ExitCode.Fine, ""), Run("--check"));
        File.WriteAllText(_tree.Beside("cs/Gone.generated.cs"), "");
        File.AppendAllText(_tree.Beside("cs/Call.generated.cs"), "// edited by hand\n");
        File.Delete(_tree.Beside("tables.js"));

        var (code, errors) = Run("--check");

        Assert.Equal(ExitCode.Problems, code);
        Assert.Contains("Call.generated.cs is stale.", errors, StringComparison.Ordinal);
        Assert.Contains("tables.js is missing.", errors, StringComparison.Ordinal);
        Assert.Contains("Gone.generated.cs belongs to no table", errors, StringComparison.Ordinal);
        Assert.False(File.Exists(_tree.Beside("tables.js")));
        Assert.Equal(ExitCode.Fine, Run().Code);
        Assert.Equal((ExitCode.Fine, ""), Run("--check"));
    }

    [Theory]
    [InlineData("Sent without receipt", "SentWithoutReceipt")]
    [InlineData("Heart-beat", "HeartBeat")]
    [InlineData("3 days", "_3Days")]
    [InlineData("GSM-7", "GSM7")]
    public void Labels_become_names(string label, string name)
    {
        Assert.Equal(name, Naming.OfLabel(label));
    }

    [Theory]
    [InlineData("SmsBulk", "smsBulk")]
    [InlineData("GSM7", "gsm7")]
    [InlineData("SMSBulk", "smsBulk")]
    [InlineData("To", "to")]
    public void Script_names_start_small(string pascal, string camel)
    {
        Assert.Equal(camel, Naming.Camel(pascal));
    }

    [Fact]
    public void An_option_set_takes_the_capitals_of_its_label()
    {
        Assert.Equal("MessageClass", Naming.OfOptionSet("zarf_messageclass", "Message class", "zarf"));
        Assert.Equal("Class", Naming.OfOptionSet("zarf_class", "Kind of message", "zarf"));
    }

    private Dictionary<string, string> Generate()
    {
        Assert.Equal((ExitCode.Fine, ""), Run());
        return Directory.EnumerateFiles(_tree.Beside("cs")).ToDictionary(f => Path.GetFileName(f), File.ReadAllText, StringComparer.Ordinal);
    }

    private (int Code, string Errors) Run(params string[] more)
    {
        var errors = new StringWriter();
        string[] args = ["generate", _tree.Folder, "--csharp", _tree.Beside("cs"), "--script", _tree.Beside("tables.js"), "--namespace", "zarf.Tables", .. more];
        return (ToolCommand.Run(args, TextWriter.Null, errors), errors.ToString());
    }
}
