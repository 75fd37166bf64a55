using SolutionTool.Checking;
using SolutionTool.CommandLine;

namespace SolutionTool.Tests;

public sealed class RegisteringTests : IDisposable
{
    private readonly GoodTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void A_tree_that_agrees_with_its_DLL_is_left_alone()
    {
        _tree.ReplaceDll(new PluginDllMaker { Steps = PluginDllMaker.GoodSteps });
        _tree.Replace("SdkMessageProcessingSteps/*.xml", "\"PreImage\"", "\"Before\"");
        _tree.ReplaceEverywhere(">PreImage<", ">Before<");

        Assert.Equal((ExitCode.Fine, "", ""), Register("--check"));
    }

    [Fact]
    public void What_the_DLL_declares_is_written_and_what_it_no_longer_has_is_removed()
    {
        var maker = new PluginDllMaker
        {
            Version = new Version(1, 1, 0, 0),
            Steps =
            [
                PluginDllMaker.GoodSteps[0],
                ("Zarf.Plugins.CallPreparing", new DeclaredStep("Create", "zarf_call", 20, 0, "", "", 1)),
                ("Zarf.Plugins.CallEnded", new DeclaredStep("SetState", "zarf_call", 40, 0, "", "statecode", 2)),
            ],
        };
        maker.Types.Remove("Zarf.Plugins.CallRequested");
        maker.Types.Add("Zarf.Plugins.CallEnded", "plugin");
        maker.Types.Add("Zarf.Plugins.EndCall", "activity");
        _tree.ReplaceDll(maker);
        var keptId = Path.GetFileName(_tree.Find("SdkMessageProcessingSteps/*.xml", "CallPreparing"));

        var before = Register("--check");
        var done = Register();

        Assert.Equal(ExitCode.Problems, before.Code);
        Assert.Equal(ExitCode.Fine, done.Code);
        Assert.Equal(3, Directory.GetFiles(_tree.Path("SdkMessageProcessingSteps")).Length);
        Assert.True(File.Exists(_tree.Path("SdkMessageProcessingSteps/" + keptId)));
        Assert.Empty(_tree.Check());
        Assert.Equal((ExitCode.Fine, "", ""), Register("--check"));
    }

    [Fact]
    public void Registering_twice_gives_the_same_files()
    {
        _tree.ReplaceDll(new PluginDllMaker { Steps = [("Zarf.Plugins.CallPreparing", new DeclaredStep("Create", "zarf_call", 20, 0, "", "", 1))] });
        Register();
        var first = Directory.GetFiles(_tree.Path("SdkMessageProcessingSteps")).Select(File.ReadAllText).ToList();
        File.Delete(Directory.GetFiles(_tree.Path("SdkMessageProcessingSteps")).Single());

        Register();

        Assert.Equal(first, Directory.GetFiles(_tree.Path("SdkMessageProcessingSteps")).Select(File.ReadAllText));
    }

    [Fact]
    public void A_message_the_tool_does_not_know_is_named()
    {
        _tree.ReplaceDll(new PluginDllMaker { Steps = [("Zarf.Plugins.CallPreparing", new DeclaredStep("Ring", "zarf_call", 20, 0, "", "", 1))] });

        var (code, _, errors) = Register();

        Assert.Equal(ExitCode.BadInput, code);
        Assert.Contains("the message Ring", errors, StringComparison.Ordinal);
    }

    private (int Code, string Output, string Errors) Register(params string[] more)
    {
        var output = new StringWriter();
        var errors = new StringWriter();
        var code = ToolCommand.Run(["register", _tree.Folder, "--dll", $"ZarfPlugins={_tree.DllPath}", .. more], output, errors);
        return (code, output.ToString(), errors.ToString());
    }
}
