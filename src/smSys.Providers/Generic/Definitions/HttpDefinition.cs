using System;
using System.Collections.Generic;
using smSys.Messaging.Providers;
using smSys.Providers.Callbacks;
using smSys.Providers.Codes;

namespace smSys.Providers.Generic.Definitions;

/// <summary>
/// A provider as an administrator describes it in JSON (SMS Setting, kind HTTP). The page beside the adapter explains every field.
/// </summary>
public sealed class HttpDefinition
{
    /// <summary>The account's option that holds the JSON.</summary>
    public const string OptionName = "definition";

    internal HttpDefinition()
    {
    }

    internal string Numbers { get; init; } = "09";

    internal bool RefusesRepeatedReference { get; init; }

    internal BalanceUnit Unit { get; init; }

    internal TimeSpan SendPace { get; init; }

    internal TimeSpan StatePace { get; init; }

    internal TimeSpan ReceivePace { get; init; }

    internal TimeSpan StateWindow { get; init; }

    internal TimeSpan AskWindow { get; init; }

    /// <summary>Messages that are handed over in one go, be it by one call or by several.</summary>
    internal int SendLimit { get; init; } = 1;

    internal HttpOperation? Send { get; init; }

    internal HttpOperation? SendMany { get; init; }

    internal HttpOperation? Ask { get; init; }

    internal HttpOperation? States { get; init; }

    internal HttpOperation? Receive { get; init; }

    internal HttpOperation? Balance { get; init; }

    internal HttpOperation? Lines { get; init; }

    internal CallbackProfile Callbacks { get; init; } = new(new StateTable([]));

    /// <summary>What is wrong with a definition: one sentence each, beginning with the field it is about. Empty: it can be used.</summary>
    /// <param name="json">As the administrator wrote it.</param>
    public static IReadOnlyList<string> Check(string json)
    {
        Read(json, out IReadOnlyList<string> problems);
        return problems;
    }

    /// <summary>The definition; of one with problems only what can be read.</summary>
    internal static HttpDefinition Read(string json, out IReadOnlyList<string> sentences)
    {
        var problems = new DefinitionProblems();
        sentences = problems.Sentences;
        if (string.IsNullOrWhiteSpace(json))
        {
            problems.Add(string.Empty, "it is missing; describe the provider in JSON.");
            return new HttpDefinition();
        }

        return DefinitionText.Read(json, problems) is DefinitionNode root ? new DefinitionReader(root, problems).Read() : new HttpDefinition();
    }
}
