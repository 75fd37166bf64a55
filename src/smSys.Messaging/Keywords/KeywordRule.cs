using System;
using System.Collections.Generic;

namespace smSys.Messaging.Keywords;

/// <summary>How a rule recognises a text.</summary>
public enum KeywordMatchKind
{
    /// <summary>The first word is one of the rule's words.</summary>
    FirstWord,

    /// <summary>All of the rule's words stand in the text, in any order.</summary>
    ContainedWords,

    /// <summary>A <see cref="KeywordPattern"/>.</summary>
    Pattern,

    /// <summary>Every text that no other rule takes, whatever the orders say.</summary>
    Default,
}

/// <summary>A rule for incoming texts.</summary>
public sealed record KeywordRule
{
    /// <summary>The row it stands in.</summary>
    public required Guid Id { get; init; }

    /// <summary>The smallest that matches wins; among equals the one listed first.</summary>
    public int Order { get; init; }

    /// <summary>Only for texts to this line; null or empty is every line.</summary>
    public string? Line { get; init; }

    /// <summary>How it recognises a text.</summary>
    public required KeywordMatchKind Kind { get; init; }

    /// <summary>Its words or pattern; not looked at for the default.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>No further rule is tried after it. False: the next one that matches acts as well.</summary>
    public bool StopsHere { get; init; } = true;

    /// <summary>What it sets going.</summary>
    public IReadOnlyList<KeywordAction> Actions { get; init; } = [];
}
