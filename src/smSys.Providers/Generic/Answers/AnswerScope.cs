using smSys.Providers.Http;
using smSys.Providers.Wire;

namespace smSys.Providers.Generic.Answers;

/// <summary>Where something is looked for: an answer, or one row of it.</summary>
internal sealed class AnswerScope
{
    public required Exchange Exchange { get; init; }

    public required PatternClock Clock { get; init; }

    /// <summary>The answer as JSON or XML; null when it is neither.</summary>
    public WireNode? Root { get; init; }

    /// <summary>The row as JSON or XML.</summary>
    public WireNode? Row { get; init; }

    /// <summary>The row's text; null of a whole answer.</summary>
    public string? RowText { get; init; }

    /// <summary>Our own reference, where it stands for the provider's id.</summary>
    public string? Reference { get; init; }

    /// <summary>What regular expressions are applied to.</summary>
    public string Text => RowText ?? Exchange.Text;

    public AnswerScope At(WireNode? row, string text) => new()
    {
        Exchange = Exchange,
        Clock = Clock,
        Root = Root,
        Row = row,
        RowText = text,
        Reference = Reference,
    };

    public AnswerScope With(string reference) => new()
    {
        Exchange = Exchange,
        Clock = Clock,
        Root = Root,
        Row = Row,
        RowText = RowText,
        Reference = reference,
    };
}
