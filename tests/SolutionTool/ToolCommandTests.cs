using SolutionTool.CommandLine;

namespace SolutionTool.Tests;

public sealed class ToolCommandTests : IDisposable
{
    private readonly GoodTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Theory]
    [InlineData("pack", "/no/such/folder", "--out", "a.zip")]
    [InlineData("unpack", "/no/such.zip", "--out", "a")]
    [InlineData("check", "/no/such.zip")]
    [InlineData("generate", "/no/such/folder", "--csharp", "a")]
    [InlineData("check")]
    [InlineData("pack", ".")]
    [InlineData("pack", ".", "--out", "a.zip", "--dll", "smSys")]
    [InlineData("pack", ".", "--out", "a.zip", "--dll", "smSys=/no/such.dll")]
    [InlineData("bake", ".")]
    public void Input_that_cannot_be_used_gives_exit_code_2_and_says_so_on_standard_error(params string[] args)
    {
        var (code, output, errors) = Run(args);

        Assert.Equal(ExitCode.BadInput, code);
        Assert.NotEmpty(errors);
        Assert.Empty(output);
    }

    [Fact]
    public void A_folder_that_is_no_solution_and_a_file_that_is_no_zip_are_named()
    {
        Directory.CreateDirectory(_tree.Beside("empty"));
        File.WriteAllText(_tree.Beside("broken.zip"), "PK but no more");

        Assert.Contains("has no Other/Solution.xml", Run("check", _tree.Beside("empty")).Errors, StringComparison.Ordinal);
        Assert.Contains("broken.zip is not a readable zip file", Run("unpack", _tree.Beside("broken.zip"), "--out", _tree.Beside("x")).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void An_ill_formed_manifest_is_named_with_its_line()
    {
        _tree.Replace("Other/Solution.xml", "</SolutionManifest>", "");

        var (code, _, errors) = Run("check", _tree.Folder);

        Assert.Equal(ExitCode.BadInput, code);
        Assert.Matches(@"^Other/Solution\.xml\(\d+\): The file is not well-formed XML", errors);
    }

    [Fact]
    public void Pack_unpack_and_check_work_together()
    {
        var zip = _tree.Beside("out/a.zip");

        Assert.Equal(ExitCode.Fine, Run("pack", _tree.Folder, "--out", zip, "--dll", $"ZarfPlugins={_tree.DllPath}", "--solution-version", "1.2.0.0").Code);
        Assert.Equal(ExitCode.Fine, Run("check", zip).Code);
        Assert.Equal(ExitCode.Fine, Run("unpack", zip, "--out", _tree.Beside("tree2")).Code);
        var (code, output, errors) = Run("check", _tree.Beside("tree2"), "--managed");

        Assert.Equal((ExitCode.Fine, "0 error(s), 0 warning(s).\n", ""), (code, output, errors));
    }

    [Fact]
    public void Errors_give_exit_code_1_and_packing_then_writes_nothing()
    {
        _tree.ReplaceDll(new PluginDllMaker { Version = new Version(2, 0, 0, 0) });
        var dll = $"ZarfPlugins={_tree.DllPath}";

        var checking = Run("check", _tree.Folder, "--dll", dll);
        var packing = Run("pack", _tree.Folder, "--out", _tree.Beside("a.zip"), "--dll", dll);

        Assert.Equal(ExitCode.Problems, checking.Code);
        Assert.Contains("error ASM02", checking.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Problems, packing.Code);
        Assert.Contains("error ASM02", packing.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(_tree.Beside("a.zip")));
    }

    [Fact]
    public void Warnings_alone_give_exit_code_0()
    {
        _tree.RemoveElement("SdkMessageProcessingSteps/*.xml", "FilteringAttributes");

        var (code, output, errors) = Run("check", _tree.Folder);

        Assert.Equal(ExitCode.Fine, code);
        Assert.Contains("warning STP11", output, StringComparison.Ordinal);
        Assert.Contains("ZarfPlugins.dll was not given", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pack", "--solution-version")]
    [InlineData("unpack", "--map")]
    [InlineData("check", "--closed-table")]
    [InlineData("generate", "--check")]
    public void Help_names_the_options(string command, string option)
    {
        var (code, output, _) = Run(command, "--help");

        Assert.Equal(ExitCode.Fine, code);
        Assert.Contains(option, output, StringComparison.Ordinal);
    }

    private static (int Code, string Output, string Errors) Run(params string[] args)
    {
        var output = new StringWriter { NewLine = "\n" };
        var errors = new StringWriter { NewLine = "\n" };
        return (ToolCommand.Run(args, output, errors), output.ToString(), errors.ToString());
    }
}
