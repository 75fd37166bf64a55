using System.Diagnostics;
using System.Globalization;
using smSys.Messaging.Providers;

namespace Mono.Tests.Runtime;

/// <summary>smSys.dll in one Mono process that serves all tests of a class, one command at a time.</summary>
public sealed class Probe : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Process _process;

    public Probe()
    {
        MonoPackages.Install();
        string program = Path.Combine(AppContext.BaseDirectory, "probe", "MonoProbe.exe");
        _process = Process.Start(new ProcessStartInfo(MonoPackages.Mono, [program]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
    }

    /// <summary>The answer to a command, word by word.</summary>
    public string[] Ask(params IEnumerable<string> words)
    {
        lock (_lock)
        {
            _process.StandardInput.WriteLine(string.Join('\t', words.Select(Uri.EscapeDataString)));
            _process.StandardInput.Flush();
            string line = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("Mono ended.");
            string[] answer = line.Length == 0 ? [] : [.. line.Split('\t').Select(Uri.UnescapeDataString)];
            Assert.False(answer is ["error", ..], string.Join('\n', answer));
            return answer;
        }
    }

    /// <summary>What an adapter on Mono answers; <paramref name="route"/> is where its host name leads.</summary>
    internal string[] Ask(string operation, string kind, ProviderAccount account, Uri route, params IEnumerable<string> rest) => Ask(
    [
        operation, kind, account.Address.AbsoluteUri, route.AbsoluteUri, account.UserName, account.Secret,
        ((int)account.SingleTimeout.TotalSeconds).ToString(CultureInfo.InvariantCulture),
        account.Options.Count.ToString(CultureInfo.InvariantCulture), .. account.Options.SelectMany(option => new[] { option.Key, option.Value }), .. rest,
    ]);

    /// <summary>The outcomes of a send on Mono.</summary>
    internal MonoOutcome[] Send(string kind, ProviderAccount account, Uri route, IReadOnlyList<OutgoingMessage> messages)
    {
        string[] words = Ask("send", kind, account, route, messages.SelectMany(message =>
            new[] { message.Reference.ToString(CultureInfo.InvariantCulture), message.Recipient.E164, message.Line, message.Text }));
        return [.. words.Chunk(4).Select(outcome => new MonoOutcome(Enum.Parse<SendOutcomeKind>(outcome[0]), outcome[1], outcome[2], outcome[3]))];
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(10)))
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }
}

/// <param name="Kind">Accepted, rejected, unknown.</param>
/// <param name="Fault">Kind of the fault; empty of an accepted message.</param>
/// <param name="Code">Code of the fault.</param>
/// <param name="Id">The provider's id, or the words of the fault.</param>
internal sealed record MonoOutcome(SendOutcomeKind Kind, string Fault, string Code, string Id);
