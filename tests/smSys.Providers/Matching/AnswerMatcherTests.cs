using smSys.Messaging.Providers;
using smSys.Providers.Matching;
using smSys.Providers.Tests.Doubles;

namespace smSys.Providers.Tests.Matching;

public sealed class AnswerMatcherTests
{
    private static readonly OutgoingMessage[] Three =
    [
        Some.Message(11, "09121110001"), Some.Message(12, "09121110002"), Some.Message(13, "09121110003"),
    ];

    [Fact]
    public void References_decide_whatever_the_order() =>
        Assert.Equal(["a", "b", "c"], Ids(Match(Item("b", "12"), Item("c", "13"), Item("a", "11"))));

    [Fact]
    public void Without_references_the_recipient_decides_in_any_spelling() =>
        Assert.Equal(["a", "b", "c"], Ids(Match(Item("c", null, "989121110003"), Item("a", null, "+989121110001"), Item("b", null, "9121110002"))));

    [Fact]
    public void Anonymous_items_are_matched_by_position_only_at_equal_length()
    {
        Assert.Equal(["a", "b", "c"], Ids(Match(Item("a"), Item("b"), Item("c"))));
        Assert.All(Match(Item("a"), Item("b")), outcome => Assert.Equal(SendOutcomeKind.Unknown, outcome.Kind));
        Assert.All(Match(Item("a"), Item("b"), Item("c"), Item("d")), outcome => Assert.Equal(SendOutcomeKind.Unknown, outcome.Kind));
    }

    [Fact]
    public void What_nobody_mentions_is_unknown_and_never_rejected()
    {
        IReadOnlyList<SendOutcome> outcomes = Match(Item("b", "12"), Item("x", "99"));

        Assert.Equal([SendOutcomeKind.Unknown, SendOutcomeKind.Accepted, SendOutcomeKind.Unknown], outcomes.Select(outcome => outcome.Kind));
    }

    [Fact]
    public void Two_messages_to_one_recipient_cannot_be_told_apart_by_it()
    {
        OutgoingMessage[] messages = [Some.Message(11, "09121110001"), Some.Message(12, "09121110001")];

        IReadOnlyList<SendOutcome> outcomes = AnswerMatcher.Match(messages, [Item("a", null, "09121110001"), Item("b", null, "09121110001")]);

        Assert.All(outcomes, outcome => Assert.Equal(SendOutcomeKind.Unknown, outcome.Kind));
    }

    private static IReadOnlyList<SendOutcome> Match(params AnsweredItem[] items) => AnswerMatcher.Match(Three, items);

    private static AnsweredItem Item(string id, string? reference = null, string? recipient = null) => new(reference, recipient, SendOutcome.Accepted(id));

    private static IEnumerable<string?> Ids(IReadOnlyList<SendOutcome> outcomes) => outcomes.Select(outcome => outcome.ProviderMessageId);
}
