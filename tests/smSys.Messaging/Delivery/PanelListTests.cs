using CsCheck;
using smSys.Messaging.Delivery;

namespace smSys.Messaging.Tests.Delivery;

public class PanelListTests
{
    [Fact]
    public void Columns_are_found_by_their_headings_in_any_order_and_language()
    {
        var english = PanelList.Read("Status,Message ID,Mobile\r\nDelivered,77,0912 345 6789\r\n");
        var persian = PanelList.Read("\uFEFFشماره گیرنده;وضعیت;شناسه محلی\nx;رسیده به گوشي;123\n");

        Assert.Equal(new PanelLine(2, "", "77", "0912 345 6789", PanelState.Delivered, "Delivered"), Assert.Single(english.Lines));
        Assert.Equal(new PanelLine(2, "123", "", "x", PanelState.Delivered, "رسیده به گوشي"), Assert.Single(persian.Lines));
    }

    [Fact]
    public void Quoted_fields_may_hold_separators_quotes_and_lines_and_empty_lines_are_left_out()
    {
        var list = PanelList.Read("reference,text,state\n1,\"a, \"\"b\"\"\nc\",sent\n\n2,d,blocked");

        Assert.Equal([(2, "1", PanelState.Sent), (5, "2", PanelState.Blocked)], list.Lines.Select(line => (line.Number, line.Reference, line.State)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("number,text\n1,2")]
    [InlineData("status,text\nsent,2")]
    public void Without_a_state_and_something_to_find_messages_by_there_is_no_list(string text) => Assert.False(PanelList.Read(text).HasColumns);

    [Theory]
    [InlineData("Sent", PanelState.Sent)]
    [InlineData("ارسال نشده", PanelState.NotSent)]
    [InlineData("نرسیده به گوشی", PanelState.Undelivered)]
    [InlineData("بلک‌لیست", PanelState.Blocked)]
    [InlineData("maybe sent", PanelState.NotUnderstood)]
    [InlineData("", PanelState.NotUnderstood)]
    public void Words_for_states_are_known_or_not_guessed(string words, PanelState state) => Assert.Equal(state, PanelStates.Read(words));

    [Fact]
    public void Whatever_the_file_holds_it_is_read_without_a_fault() =>
        Gen.String.Sample(text => Assert.NotNull(PanelList.Read("state,id\n" + text).Lines));
}
