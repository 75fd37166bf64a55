using System.Collections.Generic;

namespace smSys.Providers.Generic.Definitions;

/// <summary>What an operation of a definition consists of, besides the fields of every request.</summary>
internal sealed class OperationShape
{
    private static readonly string[] Account = ["user", "secret", "basic", "line"];

    private OperationShape(string name, IReadOnlyList<string> placeholders)
    {
        Name = name;
        Placeholders = [.. Account, .. placeholders];
    }

    public static readonly OperationShape Send = new("send", ["recipient", "text", "coding", "reference"])
    {
        Sends = true,
        Fields = ["id", "cost"],
        Needed = ["id"],
    };

    public static readonly OperationShape SendMany = new(
        "sendMany", ["recipient", "text", "coding", "reference", "index", "each", "recipients", "texts", "references"])
    {
        Sends = true,
        Fields = ["id"],
        Needed = ["id"],
        RowFields = ["id", "recipient", "reference", "cost", "code", "words"],
        NeededInRows = ["id"],
        RowTests = ["success"],
        Batch = 100,
    };

    public static readonly OperationShape Ask = new("ask", ["reference", "references"])
    {
        Fields = ["id", "state"],
        Needed = ["id"],
        RowFields = ["reference", "id", "state"],
        NeededInRows = ["reference", "id"],
        Tests = ["absent"],
        RowTests = ["absent"],
        Batch = 1,
    };

    public static readonly OperationShape States = new("states", ["id", "ids"])
    {
        Fields = ["state", "time", "reference"],
        Needed = ["state"],
        RowFields = ["id", "state", "time", "reference"],
        NeededInRows = ["id", "state"],
        Batch = 1,
    };

    public static readonly OperationShape Receive = new("receive", ["cursor", "since", "until", "limit"])
    {
        Fields = ["cursor"],
        RowFields = ["id", "sender", "line", "text", "time"],
        NeededInRows = ["sender", "text"],
        RowsNeeded = true,
        Tests = ["more"],
        Own = ["firstCursor", "newestFirst", "marksAsRead"],
        Batch = 100,
    };

    public static readonly OperationShape Balance = new("balance", [])
    {
        Fields = ["amount"],
        Needed = ["amount"],
    };

    public static readonly OperationShape Lines = new("lines", [])
    {
        RowFields = ["line"],
        NeededInRows = ["line"],
        RowsNeeded = true,
    };

    public static readonly IReadOnlyList<OperationShape> All = [Send, SendMany, Ask, States, Receive, Balance, Lines];

    public string Name { get; }

    public IReadOnlyList<string> Placeholders { get; }

    /// <summary>It hands messages over.</summary>
    public bool Sends { get; private init; }

    /// <summary>Places in the whole answer.</summary>
    public IReadOnlyList<string> Fields { get; private init; } = [];

    /// <summary>Those that must be named where the answer has no rows.</summary>
    public IReadOnlyList<string> Needed { get; private init; } = [];

    /// <summary>Places in a row; empty: the answer has no rows.</summary>
    public IReadOnlyList<string> RowFields { get; private init; } = [];

    public IReadOnlyList<string> NeededInRows { get; private init; } = [];

    public bool RowsNeeded { get; private init; }

    public IReadOnlyList<string> Tests { get; private init; } = [];

    public IReadOnlyList<string> RowTests { get; private init; } = [];

    /// <summary>Fields that no other operation has.</summary>
    public IReadOnlyList<string> Own { get; private init; } = [];

    /// <summary>What limit is unless told; 0: the operation has none.</summary>
    public int Batch { get; private init; }
}
