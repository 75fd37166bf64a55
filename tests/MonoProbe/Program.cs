using System.Text;

namespace MonoProbe;

/// <summary>
/// Answers one command a line with one line. The words of both are percent-encoded and parted by tabs; a failure is the word
/// <c>error</c> and what was thrown, which no test takes for an answer.
/// </summary>
internal static class Program
{
    private static void Main()
    {
        Console.OutputEncoding = new UTF8Encoding(false);
        while (Console.In.ReadLine() is string line)
        {
            string[] words = [.. line.Split('\t').Select(Uri.UnescapeDataString)];
            Console.Out.WriteLine(string.Join("\t", Answer(words).Select(Uri.EscapeDataString)));
            Console.Out.Flush();
        }
    }

    private static IReadOnlyList<string> Answer(string[] words)
    {
        try
        {
            return words[0] switch
            {
                "runtime" => [Type.GetType("Mono.Runtime") is null ? "not Mono" : "Mono", Environment.Version.ToString()],
                "parts" => TextCommands.Parts(words[1]),
                "fold" => TextCommands.Fold(words[1]),
                "number" => TextCommands.Number(words[1]),
                _ => ProviderCommands.Answer(words),
            };
        }
        catch (Exception error)
        {
            return ["error", error.ToString()];
        }
    }
}
