namespace smSys.Deploy.CommandLine;

/// <summary>A command, its plain words and its <c>--name value</c> options. Secrets are no options: they come from the environment.</summary>
public sealed class Arguments
{
    private readonly Dictionary<string, string> _options = new Dictionary<string, string>(StringComparer.Ordinal);
    private readonly List<string> _words = [];

    /// <exception cref="BadArgumentsException">An option has no value or is given twice.</exception>
    public Arguments(IReadOnlyList<string> args)
    {
        for (var i = 0; i < args.Count; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal))
            {
                _words.Add(args[i]);
                continue;
            }

            var name = args[i].Substring(2);
            if (i + 1 == args.Count || args[i + 1].StartsWith("--", StringComparison.Ordinal))
            {
                throw new BadArgumentsException($"The option --{name} needs a value.");
            }

            if (_options.ContainsKey(name))
            {
                throw new BadArgumentsException($"The option --{name} is given twice.");
            }

            _options.Add(name, args[++i]);
        }
    }

    public string Command => _words.Count == 0 ? "" : _words[0];

    /// <summary>The word after the command.</summary>
    /// <exception cref="BadArgumentsException">There is none.</exception>
    public string Subject(string meaning) => _words.Count > 1 ? _words[1] : throw new BadArgumentsException($"{Command} needs {meaning}.");

    public string? Optional(string name) => _options.TryGetValue(name, out var value) ? value : null;

    /// <exception cref="BadArgumentsException">The option is missing.</exception>
    public string Required(string name) => Optional(name) ?? throw new BadArgumentsException($"{Command} needs the option --{name}.");

    /// <exception cref="BadArgumentsException">An option is not among <paramref name="known"/>.</exception>
    public void Allow(params string[] known)
    {
        foreach (var name in _options.Keys)
        {
            if (!known.Contains(name, StringComparer.Ordinal))
            {
                throw new BadArgumentsException($"{Command} knows no option --{name}.");
            }
        }
    }
}

/// <summary>What was typed cannot be done; the message says why.</summary>
public sealed class BadArgumentsException(string message) : Exception(message);
