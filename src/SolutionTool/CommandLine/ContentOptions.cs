using System.CommandLine;
using SolutionTool.Layout;

namespace SolutionTool.CommandLine;

/// <summary>The options that say where content outside the tree lies; the same for pack, unpack and check.</summary>
public sealed class ContentOptions
{
    private readonly Option<string[]> _map = new("--map")
    {
        Description = "TREEPATH=PATH: files below TREEPATH of the tree lie below PATH on disk, for example WebResources=../webresources. May be repeated; the tree itself is looked into last.",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string[]> _dll = new("--dll")
    {
        Description = "NAME=PATH: the assembly NAME.dll of the tree is the file PATH, for example smSys=bin/smSys.dll. May be repeated.",
        DefaultValueFactory = _ => [],
    };

    public ContentOptions(Command command)
    {
        command.Options.Add(_map);
        command.Options.Add(_dll);
    }

    public ContentMap Read(ParseResult parsed) => ContentMap.Parse(parsed.GetValue(_map)!, parsed.GetValue(_dll)!);
}
