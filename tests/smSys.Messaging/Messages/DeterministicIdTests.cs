using System.Data.SqlTypes;
using CsCheck;
using smSys.Messaging.Messages;

namespace smSys.Messaging.Tests.Messages;

public class DeterministicIdTests
{
    private static readonly DateTime _created = new(2026, 11, 23, 10, 30, 0, 123, DateTimeKind.Utc);
    private static readonly Guid _bulk = new("5f0c1d1e-8a46-4c2b-9f7e-0a4c7d2b6e11");

    [Fact]
    public void Never_changes_from_one_version_to_the_next()
    {
        Assert.Equal(new Guid("2d017c18-f3d9-8144-bd41-01a207f498bb"), DeterministicId.ForBulkMessage(_bulk, _created, "989121234567"));
        Assert.Equal(2849075741718140104L, MessageReference.Create(_bulk, 1));
    }

    [Fact]
    public void Differs_by_bulk_number_purpose_and_time()
    {
        var id = DeterministicId.ForBulkMessage(_bulk, _created, "989121234567");

        Assert.NotEqual(id, DeterministicId.ForBulkMessage(_bulk, _created, "989121234568"));
        Assert.NotEqual(id, DeterministicId.ForBulkMessage(Guid.Empty, _created, "989121234567"));
        Assert.NotEqual(id, DeterministicId.ForBulkMessage(_bulk, _created.AddMilliseconds(1), "989121234567"));
        Assert.NotEqual(id, DeterministicId.Create(_created, "another", _bulk.ToString("N"), "989121234567"));
        Assert.NotEqual(DeterministicId.Create(_created, "x", "ab", "c"), DeterministicId.Create(_created, "x", "a", "bc"));
    }

    [Fact]
    public void Holds_its_creation_time_version_and_variant()
    {
        var id = DeterministicId.ForBulkMessage(_bulk, _created, "989121234567");

        Assert.Equal(_created, DeterministicId.TimeOf(id));
        Assert.Equal('8', id.ToString()[14]);
        Assert.Contains(id.ToString()[19], "89ab");
    }

    [Fact]
    public void Ascends_with_time_in_the_order_of_SQL_Server()
    {
        Gen.Select(Gen.Int[0, 2_000_000_000], Gen.Int[1, 1_000_000], Gen.String).Sample((second, later, part) =>
        {
            var first = _created.AddSeconds(second % 1_000_000_000);
            var earlierId = new SqlGuid(DeterministicId.Create(first, "sms", part));
            var laterId = new SqlGuid(DeterministicId.Create(first.AddMilliseconds(later), "sms", "other" + part));

            return (earlierId < laterId).IsTrue;
        });
    }

    [Fact]
    public void An_action_on_an_incoming_message_has_the_messages_time()
    {
        var inbound = DeterministicId.Create(_created, "inbound", "1");

        var action = DeterministicId.ForKeywordAction(_created, inbound, _bulk, Guid.Empty);

        Assert.Equal(_created, DeterministicId.TimeOf(action));
        Assert.Equal(action, DeterministicId.ForKeywordAction(_created, inbound, _bulk, Guid.Empty));
        Assert.NotEqual(action, DeterministicId.ForKeywordAction(_created, inbound, Guid.Empty, _bulk));
    }

    [Fact]
    public void Refuses_what_cannot_be_repeated()
    {
        Assert.Throws<ArgumentException>(() => DeterministicId.Create(_created.ToLocalTime(), "sms"));
        Assert.Throws<ArgumentException>(() => DeterministicId.Create(new DateTime(1969, 1, 1, 0, 0, 0, DateTimeKind.Utc), "sms"));
        Assert.Throws<ArgumentException>(() => DeterministicId.Create(_created, string.Empty));
        Assert.Throws<ArgumentException>(() => MessageReference.Create(Guid.Empty, 1));
        Assert.Throws<ArgumentException>(() => MessageReference.Create(_bulk, 0));
    }

    [Fact]
    public void References_are_positive_and_new_for_each_attempt()
    {
        Gen.Guid.Where(id => id != Guid.Empty).Sample(id =>
            MessageReference.Create(id, 1) > 0
            && MessageReference.Create(id, 1) == MessageReference.Create(id, 1)
            && MessageReference.Create(id, 1) != MessageReference.Create(id, 2));
    }

    [Fact]
    public void A_hundred_thousand_ids_and_references_of_one_bulk_are_all_different()
    {
        var ids = new HashSet<Guid>();
        var references = new HashSet<long>();
        for (var i = 0; i < 100_000; i++)
        {
            var id = DeterministicId.ForBulkMessage(_bulk, _created, "98912" + i.ToString("D7"));

            Assert.True(ids.Add(id));
            Assert.True(references.Add(MessageReference.Create(id, 1)));
        }
    }
}
