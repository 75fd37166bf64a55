using smSys.Messaging.Providers;
using smSys.Messaging.Receiving;

namespace smSys.Messaging.Tests.Receiving;

public class PollingRulesTests
{
    private static readonly DateTime _now = new(2026, 11, 23, 12, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime _created = _now.AddDays(-30);

    [Fact]
    public void A_new_setting_starts_at_its_creation()
    {
        var request = PollingRules.Next("30001234", null, null, _now.AddMinutes(-5), marksAsRead: true, _now);

        Assert.Equal(new ReceiveRequest("30001234", null, _now.AddMinutes(-5), _now), request);
    }

    [Fact]
    public void Where_reading_marks_as_read_a_day_is_read_again()
    {
        var marked = PollingRules.Next("30001234", "c7", _now.AddMinutes(-1), _created, marksAsRead: true, _now);
        var cursor = PollingRules.Next("30001234", "c7", _now.AddMinutes(-1), _created, marksAsRead: false, _now);

        Assert.Equal(_now.AddHours(-24), marked.Since);
        Assert.Equal(_now.AddMinutes(-1), cursor.Since);
        Assert.Equal("c7", cursor.Cursor);
    }

    [Fact]
    public void After_three_days_of_downtime_all_three_are_read()
    {
        Assert.Equal(_now.AddDays(-3), PollingRules.Next("1", "c", _now.AddDays(-3), _created, true, _now).Since);
        Assert.Equal(_now.AddDays(-3), PollingRules.Next("1", "c", _now.AddDays(-3), _created, false, _now).Since);
    }

    [Fact]
    public void What_is_old_is_filed_and_not_acted_on()
    {
        Assert.True(PollingRules.IsActedOn(_now.AddHours(-23), _created, _now));
        Assert.False(PollingRules.IsActedOn(_now.AddHours(-25), _created, _now));
        Assert.False(PollingRules.IsActedOn(_now.AddMinutes(-10), _now.AddMinutes(-5), _now));
        Assert.True(PollingRules.IsActedOn(null, _created, _now));
    }

    [Fact]
    public void The_interval_has_a_floor_and_more_comes_at_once()
    {
        Assert.Equal(_now, PollingRules.NextRun(_now, TimeSpan.FromMinutes(5), hasMore: true));
        Assert.Equal(_now.AddMinutes(5), PollingRules.NextRun(_now, TimeSpan.FromMinutes(5), hasMore: false));
        Assert.Equal(_now.AddSeconds(30), PollingRules.NextRun(_now, TimeSpan.FromSeconds(1), hasMore: false));
    }

    [Fact]
    public void An_equal_push_is_the_same_message_only_after_a_failed_acknowledgement()
    {
        Assert.True(PollingRules.IsRedelivery(_now.AddMinutes(-9), wasAcknowledged: false, _now));
        Assert.False(PollingRules.IsRedelivery(_now.AddMinutes(-9), wasAcknowledged: true, _now));
        Assert.False(PollingRules.IsRedelivery(_now.AddMinutes(-11), wasAcknowledged: false, _now));
        Assert.False(PollingRules.IsRedelivery(null, wasAcknowledged: false, _now));
    }

    [Fact]
    public void Inside_the_window_by_whosever_clock_nothing_is_deleted()
    {
        Assert.False(PollingRules.MayDelete(_now.AddHours(-36), _now));
        Assert.True(PollingRules.MayDelete(_now.AddHours(-37), _now));
    }
}
