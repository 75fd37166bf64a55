using smSys.Messaging.Health;

namespace smSys.Messaging.Tests.Health;

public class AlarmTests
{
    private static readonly DateTime _now = new(2026, 11, 23, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void An_alarm_is_told_when_it_begins_and_once_a_day_while_it_lasts()
    {
        var told = Enumerable.Range(0, 49).Count(hour => Tell(ref _text, hour, isOn: true));

        Assert.Equal(3, told);
    }

    [Fact]
    public void One_that_comes_again_is_a_new_one()
    {
        var text = string.Empty;

        Assert.True(Tell(ref text, 0, isOn: true));
        Assert.False(Tell(ref text, 1, isOn: false));
        Assert.True(Tell(ref text, 2, isOn: true));
    }

    [Theory]
    [InlineData(4, 0, false)]
    [InlineData(5, 0, true)]
    [InlineData(200, 1, false)]
    public void No_receipts_needs_enough_messages_and_not_one_receipt(int sent, int reported, bool isAlarm) =>
        Assert.Equal(isAlarm, new DeliverySample(sent, reported, 0).HasNoReceipts);

    [Theory]
    [InlineData(100, 53, true)]
    [InlineData(100, 54, false)]
    [InlineData(19, 0, false)]
    public void The_rate_has_fallen_below_six_tenths_of_the_usual_one(int sent, int delivered, bool isAlarm) =>
        Assert.Equal(isAlarm, new DeliverySample(sent, delivered, delivered).HasFallenBelow(new DeliverySample(500, 460, 450)));

    private string _text = string.Empty;

    private static bool Tell(ref string text, int hour, bool isOn)
    {
        var book = new AlarmBook(text);
        var told = book.MustTell("no-receipts", isOn, _now.AddHours(hour));
        text = book.ToString();
        return told;
    }
}
