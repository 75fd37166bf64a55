using smSys.Deploy.CommandLine;

namespace smSys.Deploy.Tests;

public class ArgumentsTests
{
    [Fact]
    public void A_command_its_subject_and_its_options_are_told_apart()
    {
        var arguments = new Arguments(["import", "smSys.zip", "--line", "3000"]);

        Assert.Equal("import", arguments.Command);
        Assert.Equal("smSys.zip", arguments.Subject("a zip"));
        Assert.Equal("3000", arguments.Required("line"));
        Assert.Null(arguments.Optional("setting"));
    }

    [Theory]
    [InlineData("configure --line", "The option --line needs a value.")]
    [InlineData("configure --line --role", "The option --line needs a value.")]
    [InlineData("configure --line 1 --line 2", "The option --line is given twice.")]
    [InlineData("configure --colour red", "configure knows no option --colour.")]
    [InlineData("configure", "configure needs the option --line.")]
    public void What_cannot_be_done_is_said_in_one_sentence(string typed, string sentence)
    {
        var fault = Assert.Throws<BadArgumentsException>(() =>
        {
            var arguments = new Arguments(typed.Split(' '));
            arguments.Allow("line", "role");
            arguments.Required("line");
        });

        Assert.Equal(sentence, fault.Message);
    }
}
