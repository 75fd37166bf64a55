using Microsoft.Xrm.Sdk;
using smSys.Crm.Tables;
using smSys.Messaging.Providers;
using smSys.Plugins.Receiving;

namespace smSys.Plugins.Tests.Receiving;

public class InboundMessageTests
{
    private static readonly SmsNumberRow Line = new(Guid.NewGuid())
    {
        Line = "30001234",
        Account = "ghasedak|host|",
        SettingId = new EntityReference(SmsSetting.LogicalName, Guid.NewGuid()),
    };

    [Fact]
    public void The_same_message_has_the_same_id_whenever_it_is_read()
    {
        var message = new ReceivedMessage("5", "09123456789", "30001234", "سلام", null);

        var first = InboundMessage.Row(message, Line, Some.Now.AddDays(-1), Some.Now);
        var second = InboundMessage.Row(message, Line, Some.Now.AddDays(-1), Some.Now.AddHours(3));

        Assert.Equal(first.Id, second.Id);
        Assert.Equal(("989123456789", Direction.Incoming, Sms.Status.Arrived), (first.PhoneNumber, first.Direction, first.StatusCode));
    }

    [Fact]
    public void What_is_older_than_a_day_or_the_line_is_filed_and_not_acted_on()
    {
        var old = new ReceivedMessage("5", "09123456789", "30001234", "سلام", Some.Now.AddHours(-25));
        var before = new ReceivedMessage("6", "09123456789", "30001234", "سلام", Some.Now.AddHours(-2));

        Assert.Equal(Sms.Status.Received, InboundMessage.Row(old, Line, Some.Now.AddDays(-9), Some.Now).StatusCode);
        Assert.Equal(Sms.Status.Received, InboundMessage.Row(before, Line, Some.Now.AddHours(-1), Some.Now).StatusCode);
    }

    [Fact]
    public void A_sender_that_is_no_number_and_a_text_that_is_empty_are_kept_as_they_are()
    {
        var row = InboundMessage.Row(new ReceivedMessage("5", " Irancell ", "30001234", "", Some.Now), Line, Some.Now.AddDays(-1), Some.Now);

        Assert.Equal(("Irancell", "", "SMS"), (row.PhoneNumber, row.Text, row.Subject));
    }
}
