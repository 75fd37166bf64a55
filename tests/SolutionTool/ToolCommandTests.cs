using SolutionTool.CommandLine;

namespace SolutionTool.Tests;

public class ToolCommandTests
{
    [Theory]
    [InlineData("pack", "/no/such/folder", "--out", "a.zip")]
    [InlineData("unpack", "/no/such.zip", "--out", "a")]
    [InlineData("check", "/no/such.zip")]
    [InlineData("check")]
    [InlineData("pack", ".")]
    public void Input_that_cannot_be_used_gives_exit_code_2_and_one_sentence(params string[] args)
    {
        var output = new StringWriter();
        var errors = new StringWriter();

        var code = ToolCommand.Run(args, output, errors);

        Assert.Equal(ExitCode.BadInput, code);
        Assert.NotEmpty(errors.ToString());
        Assert.Empty(output.ToString());
    }
}
