using ProviderSimulators.Messages;
using ProviderSimulators.Tests.Doubles;

namespace ProviderSimulators.Tests.Messages;

public sealed class MessageStoreTests
{
    [Fact]
    public void What_was_accepted_is_known_after_a_restart_by_id_reference_and_recipient()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "messages.jsonl");
        using (var store = new MessageStore(path, 100))
        {
            store.Accept([Some.Message(reference: "7", text: "متن «یک»\nخط دوم"), Some.Message(reference: "8")]);
        }

        using var again = new MessageStore(path, 100);
        long next = again.Accept([Some.Message(reference: "9")]).Single().Id;

        Assert.Equal("متن «یک»\nخط دوم", again.Find(101)!.Text);
        Assert.Equal(102, again.WithReference("8").Single().Id);
        Assert.Equal(3, again.To("9121117777").Count);
        Assert.Equal(103, next);
        Assert.Equal(3_000m, again.Spent);
        Assert.Null(again.Find(104));
        Assert.Null(again.Find(100));
    }

    [Fact]
    public void A_batch_is_in_the_file_before_it_is_answered()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "messages.jsonl");
        using var store = new MessageStore(path, 0);

        store.Accept([Some.Message(), Some.Message()]);

        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        Assert.Equal(2, reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void Half_a_line_was_promised_to_nobody_and_is_cut_off()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "messages.jsonl");
        using (var store = new MessageStore(path, 0))
        {
            store.Accept([Some.Message()]);
        }

        File.AppendAllText(path, "{\"Id\":2,\"Line\":\"300");
        using (var again = new MessageStore(path, 0))
        {
            Assert.Equal(1, again.Count);
            again.Accept([Some.Message()]);
        }

        using var third = new MessageStore(path, 0);
        Assert.Equal(2, third.Count);
    }

    [Fact]
    public void Incoming_messages_and_their_read_marks_survive_too()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "inbound.jsonl");
        using (var store = new InboundStore(path, 0))
        {
            store.Add("30001234", "9121110001", "یک", Some.Start);
            store.Add("30001234", "9121110002", "دو", Some.Start);
            store.Read(message => true, found => found.Take(1), marks: true);
        }

        using var again = new InboundStore(path, 0);

        Assert.Equal([true, false], again.Read(message => true, found => found, marks: false).Select(message => message.IsRead));
    }
}
