namespace CrmEmulator.AppShell;

/// <summary>Persian for the platform's own tables, columns and choices, as its language pack has it; solutions bring their own words.</summary>
internal static class StandardWords
{
    private static readonly Dictionary<string, string> Persian = Read();

    public static string In(int language, string english) =>
        language == ShellCaller.Persian && Persian.TryGetValue(english, out var word) ? word : english;

    private static Dictionary<string, string> Read() => ShellFiles.Text("standard.1065.words")
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Where(line => !line.StartsWith('#'))
        .Select(line => line.Split('=', 2))
        .ToDictionary(pair => pair[0].Trim(), pair => pair[1].Trim(), StringComparer.Ordinal);
}
