using smSys.Messaging.Bulk;
using smSys.Messaging.Providers;

namespace smSys.Messaging.Tests.Bulk;

public class BatchJournalTests
{
    private static readonly DateTime Now = new(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc);

    private static readonly BatchJournal Journal = new(7, Now, new Guid("7c9e6679-7425-40de-944b-e07fc1f90ae7"), "ghasedak|host|user\tname", "30001234",
    [
        new BatchLine(1, 0, "contact", new Guid("0f8fad5b-d9cb-469f-a165-70867728950e"), "989121000001", 9_223_372_036_854_775_807, "سلام\nسارا\t\\ پایان "),
        new BatchLine(1, 1, "lead", new Guid("0f8fad5b-d9cb-469f-a165-70867728950f"), "989121000002", 1, "\r\n") { ListId = new Guid("0f8fad5b-d9cb-469f-a165-708677289510") },
        new BatchLine(2, 0, "", Guid.Empty, "989121000003", 2, "@"),
    ]);

    [Fact]
    public void What_was_announced_is_read_back_to_the_letter()
    {
        var read = BatchJournal.Read(Journal.Pack())!;

        Assert.Equal(Journal.Lines, read.Lines);
        Assert.Equal(Journal with { Lines = read.Lines }, read);
    }

    [Fact]
    public void A_client_that_changes_line_ends_does_no_harm() =>
        Assert.Equal(Journal.Lines, BatchJournal.Read(Journal.Pack().Replace("\n", "\r\n", StringComparison.Ordinal))!.Lines);

    [Fact]
    public void A_journal_that_was_cut_off_is_refused() =>
        Assert.Throws<FormatException>(() => BatchJournal.Read(Journal.Pack()[..^40]));

    [Fact]
    public void An_announcement_alone_leaves_everything_in_doubt()
    {
        var answer = BatchAnswer.Read(null, Journal);

        Assert.All(answer.Fates, fate => Assert.Equal(new LineFate(FateKind.InDoubt), fate));
        Assert.Equal((Now, 1), (answer.AttemptedOn, answer.Attempt));
    }

    [Fact]
    public void Every_fate_is_read_back()
    {
        var fault = new ProviderFault(ProviderFaultKind.Refused, "code\t7", "words\nof it");
        foreach (var fate in new LineFate[]
        {
            new(FateKind.InDoubt, 2, AbsentOn: Now, Unanswered: 3), new(FateKind.ToSend, 3), new(FateKind.Accepted, 1, "id|1", 12.5m),
            new(FateKind.Accepted), new(FateKind.Refused, 4, Fault: fault), new(FateKind.Unknown, AskOn: Now), new(FateKind.Unknown, Fault: fault),
            new(FateKind.LeftOut, 2, Skip: SkipReason.OptedOut), new(FateKind.ToSend, 2, IsBound: true), new(FateKind.InDoubt, 2, AbsentOn: Now, IsBound: true),
        })
        {
            var answer = new BatchAnswer(Now, 3, 50, Now, [fate, fate, fate]);

            var read = BatchAnswer.Read(answer.Pack(), Journal);

            Assert.Equal(answer.Fates, read.Fates);
            Assert.Equal(answer with { Fates = read.Fates }, read);
        }
    }

    [Fact]
    public void An_answer_to_another_batch_is_refused() =>
        Assert.Throws<FormatException>(() => BatchAnswer.Read(new BatchAnswer(Now, 1, 1, null, [new LineFate(FateKind.ToSend)]).Pack(), Journal));

    [Theory]
    [InlineData("", "0:0")]
    [InlineData("3:250", "3:250")]
    [InlineData("end:17", "end:17")]
    public void A_cursor_is_read_back(string column, string text) => Assert.Equal(text, PartitionCursor.Read(column).ToString());
}
