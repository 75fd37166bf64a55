using CrmEmulator.Metadata;

namespace CrmEmulator.AppShell;

/// <summary>Words for the platform's own tables, columns and choices, in the manner of its language packs; solutions bring their own.</summary>
internal static class StandardWords
{
    private static readonly Dictionary<int, Dictionary<string, string>> Known = new()
    {
        [Labels.English] = Read("standard.1033.words"),
        [ShellCaller.Persian] = Read("standard.1065.words"),
    };

    public static string In(int language, string english) =>
        Known.TryGetValue(language, out var words) && words.TryGetValue(english, out var word) ? word : english;

    private static Dictionary<string, string> Read(string file) => ShellFiles.Text(file)
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Where(line => !line.StartsWith('#'))
        .Select(line => line.Split('=', 2))
        .ToDictionary(pair => pair[0].Trim(), pair => pair[1].Trim(), StringComparer.Ordinal);
}
