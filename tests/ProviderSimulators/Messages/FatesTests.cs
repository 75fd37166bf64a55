using ProviderSimulators.Messages;

namespace ProviderSimulators.Tests.Messages;

public sealed class FatesTests
{
    [Theory]
    [InlineData("9121110001", 1.9, MessageState.SentToOperator)]
    [InlineData("9121110001", 2, MessageState.Delivered)]
    [InlineData("9121110002", 5, MessageState.NotDelivered)]
    [InlineData("9121110003", 2, MessageState.Blocked)]
    [InlineData("9121110004", 1_000_000, MessageState.SentToOperator)]
    [InlineData("9121110005", 3, MessageState.Delivered)]
    [InlineData("9121110006", 3, MessageState.Delivered)]
    [InlineData("9121117777", 0.5, MessageState.Queued)]
    [InlineData("9121117777", 2.9, MessageState.SentToOperator)]
    [InlineData("9121117777", 3, MessageState.Delivered)]
    public void A_recipient_and_the_age_of_a_message_decide_its_state(string recipient, double seconds, MessageState state) =>
        Assert.Equal(state, Fates.StateAfter(Fates.Of(recipient), TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData("09121234567", "9121234567")]
    [InlineData("+98 912 123 4567", "9121234567")]
    [InlineData("00989121234567", "9121234567")]
    [InlineData("989121234567", "9121234567")]
    [InlineData("9121234567", "9121234567")]
    [InlineData("02188776655", null)]
    [InlineData("0912123456", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Iranian_mobiles_are_known_in_every_usual_spelling(string? text, string? expected) => Assert.Equal(expected, Subscriber.Parse(text));

    [Theory]
    [InlineData(70, 'س', 1)]
    [InlineData(71, 'س', 2)]
    [InlineData(135, 'س', 3)]
    [InlineData(160, 'a', 1)]
    [InlineData(161, 'a', 2)]
    public void Parts_are_billed(int length, char letter, int parts) => Assert.Equal(parts, Subscriber.Parts(new string(letter, length)));
}
