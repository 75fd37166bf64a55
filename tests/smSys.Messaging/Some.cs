using smSys.Messaging.Keywords;

namespace smSys.Messaging.Tests;

/// <summary>Complete, correct things; a test says only what it is about.</summary>
internal static class Some
{
    public static KeywordRule Rule(KeywordMatchKind kind, string text, int order = 0) =>
        new() { Id = Guid.NewGuid(), Kind = kind, Text = text, Order = order };

    public static KeywordAction Action(KeywordActionKind kind, int order) => new() { Id = Guid.NewGuid(), Kind = kind, Order = order };
}
