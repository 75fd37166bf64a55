using smSys.Messaging.Providers;
using smSys.Messaging.Receiving;

namespace smSys.Messaging.Tests.Receiving;

public class InboundIdentityTests
{
    private const string Account = "ghasedak|gateway.ghasedak.me|user";
    private static readonly DateTime _time = new(2026, 11, 23, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void The_providers_id_decides_whatever_else_a_push_and_a_poll_say()
    {
        var polled = Of(new ReceivedMessage("77", "09121234567", "30001234", "مشکل حاد", _time));
        var pushed = Of(new ReceivedMessage("77", "+989121234567", "30001234", "مشکل حاد ", null), arrivedOn: _time.AddMinutes(3));

        Assert.Equal(polled.Id, pushed.Id);
        Assert.Equal(polled.Key, pushed.Key);
        Assert.True(polled.IsCertain);
        Assert.NotEqual(polled.Id, Of(new ReceivedMessage("78", "09121234567", "30001234", "مشکل حاد", _time)).Id);
    }

    [Fact]
    public void Rows_of_a_numbering_provider_come_in_order_whatever_their_times()
    {
        var ids = Enumerable.Range(98, 5).Select(number => Of(new ReceivedMessage("m-" + number, "09121234567", "30001234", "سلام", _time)).Id).ToArray();

        Assert.Equal(ids, ids.OrderBy(id => new System.Data.SqlTypes.SqlGuid(id)));
        Assert.Equal(5, ids.Distinct().Count());
        Assert.NotEqual(Of(new ReceivedMessage("a-98", "09121234567", "30001234", "سلام", _time)).Id, ids[0]);
        Assert.NotEqual(Guid.Empty, Of(new ReceivedMessage("keine-Zahl", "09121234567", "30001234", "سلام", _time)).Id);
        Assert.NotEqual(Guid.Empty, Of(new ReceivedMessage(new string('9', 60), "09121234567", "30001234", "سلام", _time)).Id);
    }

    [Fact]
    public void The_account_counts_not_the_setting()
    {
        var message = new ReceivedMessage("77", "09121234567", "30001234", "سلام", _time);

        Assert.Equal(InboundIdentity.AccountKey("Rahyab", "WS.Rahyab.ir", "User"), InboundIdentity.AccountKey("rahyab", "ws.rahyab.ir", "user"));
        Assert.NotEqual(
            InboundIdentity.Of("a", message, "989121234567", "30001234", _time).Id,
            InboundIdentity.Of("b", message, "989121234567", "30001234", _time).Id);
    }

    [Fact]
    public void Without_an_id_number_line_text_and_time_decide()
    {
        var message = new ReceivedMessage(null, "09121234567", "30001234", "لغو", _time);

        Assert.Equal(Of(message).Id, Of(message, arrivedOn: _time.AddHours(1)).Id);
        Assert.True(Of(message).IsCertain);
        Assert.NotEqual(Of(message).Id, Of(message with { Text = "لغو11" }).Id);
        Assert.NotEqual(Of(message).Id, Of(message with { Time = _time.AddSeconds(1) }).Id);
    }

    [Fact]
    public void Without_id_and_time_nothing_is_certain()
    {
        var message = new ReceivedMessage(null, "09121234567", "30001234", "لغو", null);

        Assert.False(Of(message).IsCertain);
        Assert.NotEqual(Of(message).Id, Of(message, arrivedOn: _time.AddDays(1)).Id);
        Assert.Equal(
            InboundIdentity.DigestOf(Account, "989121234567", "30001234", "لغو"),
            InboundIdentity.DigestOf(Account, "989121234567", "30001234", "لغو"));
        Assert.Equal(32, Of(message).Key.Length);
    }

    private static InboundIdentity Of(ReceivedMessage message, DateTime? arrivedOn = null) =>
        InboundIdentity.Of(Account, message, "989121234567", "30001234", arrivedOn ?? _time);
}
