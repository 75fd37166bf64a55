using smSys.Messaging.Providers;
using smSys.Providers.Callbacks;
using smSys.Providers.Codes;

namespace smSys.Providers.Tests.Callbacks;

public sealed class CallbackReaderTests
{
    private static readonly CallbackProfile Profile = new(new StateTable(new Dictionary<string, DeliveryStateKind> { ["1"] = DeliveryStateKind.Delivered }));

    public static TheoryData<CallbackRequest> SameReceipt => new(
        new CallbackRequest { Query = "?msgid=81000001&status=1&clientId=77&time=2026-11-23T11%3A30%3A00" },
        new CallbackRequest { Body = "msgid=81000001&status=1&clientId=77&time=2026/11/23+11:30:00", ContentType = "application/x-www-form-urlencoded" },
        new CallbackRequest { Body = "{\"msgid\":81000001,\"status\":1,\"clientId\":\"77\",\"time\":1795420800}", ContentType = "application/json" },
        new CallbackRequest { Body = "[{\"MsgId\":\"81000001\",\"Status\":\"1\",\"clientid\":77,\"time\":\"1405/09/02 11:30\"}]" },
        new CallbackRequest { Body = "<dlr><msgid>81000001</msgid><status>1</status><clientId>77</clientId><time>1795420800000</time></dlr>", ContentType = "text/xml" },
        new CallbackRequest { Query = "clientId=77", Body = "{\"data\":{\"items\":[{\"msgid\":\"81000001\",\"status\":\"1\",\"date\":\"2026-11-23T08:00:00Z\"}]}}" });

    [Theory]
    [MemberData(nameof(SameReceipt))]
    public void A_receipt_is_read_in_whatever_form_it_comes(CallbackRequest request)
    {
        CallbackAnswer answer = Read(request);

        Assert.Equal(
            new DeliveryState("81000001", DeliveryStateKind.Delivered, "1", new DateTime(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc), 77),
            Assert.Single(answer.Receipts));
        Assert.Empty(answer.Messages);
        Assert.Equal(0, answer.Unread);
    }

    [Fact]
    public void An_incoming_message_keeps_its_text_to_the_letter()
    {
        string text = " مشکل حاد: ذخیره نشدن فرم‌های برنامه + ۱۰٪ & «ي» ";

        CallbackAnswer answer = Read(new CallbackRequest { Query = "from=%2B989121110001&to=%2B50001234&text=" + Uri.EscapeDataString(text) });

        Assert.Equal(new ReceivedMessage(null, "+989121110001", "50001234", text, null), Assert.Single(answer.Messages));
    }

    [Fact]
    public void An_empty_text_is_a_message_too() =>
        Assert.Equal(string.Empty, Assert.Single(Read(new CallbackRequest { Query = "from=09121110001&to=5000&text=" }).Messages).Text);

    [Fact]
    public void Several_elements_of_both_kinds_are_told_apart_and_the_odd_one_is_counted()
    {
        CallbackAnswer answer = Read(new CallbackRequest
        {
            Body = "{\"results\":[{\"id\":\"5\",\"status\":\"1\"},{\"id\":\"6\",\"from\":\"09121110001\",\"to\":\"5000\",\"text\":\"بله\"},{\"weather\":\"fine\"}]}",
        });

        Assert.Equal("5", Assert.Single(answer.Receipts).ProviderMessageId);
        Assert.Equal("6", Assert.Single(answer.Messages).ProviderMessageId);
        Assert.Equal(1, answer.Unread);
    }

    [Fact]
    public void A_state_nobody_documented_is_unknown_and_kept()
    {
        DeliveryState state = Assert.Single(Read(new CallbackRequest { Query = "id=5&status=نامعلوم" }).Receipts);

        Assert.Equal((DeliveryStateKind.Unknown, "نامعلوم"), (state.Kind, state.Code));
    }

    [Fact]
    public void An_administrator_names_the_parameters_the_states_and_the_reply()
    {
        CallbackAnswer answer = Read(
            new CallbackRequest { Query = "Rec=9&Result=OK&Number=09121110001&Body=%D8%A8%D9%84%D9%87" },
            ("callback.receipt.id", "Rec"), ("callback.receipt.state", "State|Result"), ("callback.states", "OK=Delivered"), ("callback.reply", "a|b"));
        CallbackAnswer message = Read(
            new CallbackRequest { Query = "Number=09121110001&Body=%D8%A8%D9%84%D9%87" },
            ("callback.message.sender", "Number"), ("callback.message.text", "Body"));

        Assert.Equal(new DeliveryState("9", DeliveryStateKind.Delivered, "OK"), Assert.Single(answer.Receipts));
        Assert.Equal("a|b", answer.Reply);
        Assert.Equal("بله", Assert.Single(message.Messages).Text);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("status=1", "")]
    [InlineData("", "{\"id\":1")]
    [InlineData("", "<!DOCTYPE a [<!ENTITY x 'x'>]><a><id>1</id><status>&x;</status></a>")]
    [InlineData("%=%&=&&", "\0\0")]
    public void What_cannot_be_read_is_counted_and_not_thrown(string query, string body)
    {
        CallbackAnswer answer = Read(new CallbackRequest { Query = query, Body = body });

        Assert.Equal((0, 0, 1), (answer.Receipts.Count, answer.Messages.Count, answer.Unread));
    }

    [Fact]
    public void Rahyab_pushes_minus_one_for_expired()
    {
        ICallbackReader reader = ProviderCatalog.CreateCallbackReader("rahyab", new Dictionary<string, string>());

        DeliveryState expired = Assert.Single(reader.Read(new CallbackRequest { Query = "Agent=1&ReturnId=81000001&CheckId=77&Mobile=09121110001&Status=-1" }).Receipts);
        ReceivedMessage message = Assert.Single(reader.Read(new CallbackRequest { Query = "From=9121110001&To=50001234&Text=%D9%84%D8%BA%D9%88&UDH=" }).Messages);

        Assert.Equal(new DeliveryState("81000001", DeliveryStateKind.Expired, "-1", null, 77), expired);
        Assert.Equal(("9121110001", "50001234", "لغو"), (message.Sender, message.Line, message.Text));
    }

    [Fact]
    public void Ghasedak_pushes_by_the_names_of_its_answers()
    {
        ICallbackReader reader = ProviderCatalog.CreateCallbackReader("Ghasedak", new Dictionary<string, string>());

        CallbackAnswer answer = reader.Read(new CallbackRequest
        {
            Body = "[{\"messageId\":\"23900011\",\"clientReferenceId\":\"11\",\"status\":5},{\"id\":2390003,\"message\":\"لغو\",\"sender\":\"09121110001\",\"lineNumber\":\"30001234\"}]",
        });

        Assert.Equal(new DeliveryState("23900011", DeliveryStateKind.Delivered, "5", null, 11), Assert.Single(answer.Receipts));
        Assert.Equal(new ReceivedMessage("2390003", "09121110001", "30001234", "لغو", null), Assert.Single(answer.Messages));
    }

    private static CallbackAnswer Read(CallbackRequest request, params (string Name, string Value)[] options) =>
        new CallbackReader(Profile, options.ToDictionary(option => option.Name, option => option.Value)).Read(request);
}
