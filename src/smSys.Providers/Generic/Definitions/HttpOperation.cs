using smSys.Providers.Generic.Answers;
using smSys.Providers.Generic.Requests;

namespace smSys.Providers.Generic.Definitions;

/// <summary>One operation of a definition.</summary>
internal sealed class HttpOperation
{
    public required RequestTemplate Request { get; init; }

    public required AnswerRules Answer { get; init; }

    /// <summary>Messages, references, ids in a call.</summary>
    public int Limit { get; init; } = 1;

    /// <summary>Of receive: what the cursor is at the beginning.</summary>
    public string FirstCursor { get; init; } = string.Empty;

    /// <summary>Of receive: the cursor is the id of the newest message.</summary>
    public bool CursorIsNewestId { get; init; }

    /// <summary>Of receive: the answer begins with the newest.</summary>
    public bool NewestFirst { get; init; }

    /// <summary>Of receive: what was read is not given again.</summary>
    public bool MarksAsRead { get; init; }
}
