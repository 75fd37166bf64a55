using Kannel.Gateway;
using smSys.Messaging.Providers;
using smSys.Providers.Generic.Definitions;

namespace Kannel;

/// <summary>A real Kannel, spoken to by nothing but the description in the solution's README.</summary>
public sealed class KannelTests : IAsyncLifetime
{
    private const string MarkerNumber = "09121119999";

    private KannelGateway _kannel = null!;

    public async Task InitializeAsync() => _kannel = await KannelGateway.StartAsync(queueLimit: 30);

    public async Task DisposeAsync() => await _kannel.DisposeAsync();

    [Fact]
    public void The_description_in_the_book_has_no_problems() => Assert.Empty(HttpDefinition.Check(GuidedExample.Definition(_kannel.Ear.Address)));

    [Fact]
    public async Task One_Persian_message_arrives_once_as_it_was_written_and_its_reports_come_back()
    {
        const string Text = "سلام، می‌روم «کی؟» ۱۲۳\nخط دوم & <b> {text} %d 😀 ";
        await _kannel.ConnectOperatorAsync();
        using var provider = (IDisposable)GuidedExample.Provider(_kannel);

        SendOutcome outcome = ((ISmsProvider)provider).Send([GuidedExample.Message(5_000_000_000_000_000_077, "09121110001", Text)]).Single();
        IReadOnlyList<CallbackRequest> heard = await KannelGateway.Until(() => _kannel.Ear.Heard, pushes => pushes.Count >= 2);
        await Marker();

        Assert.Equal((SendOutcomeKind.Accepted, "5000000000000000077"), (outcome.Kind, outcome.ProviderMessageId));
        Assert.Equal(new Arrival(KannelGateway.Line, "09121110001", "ucs-2", Text), _kannel.Arrivals.Single(arrival => arrival.Recipient != MarkerNumber));

        List<DeliveryState> receipts = [.. heard.SelectMany(push => GuidedExample.Reader(_kannel).Read(push).Receipts)];
        // Kannel reports each by a call of its own; which of them comes first is chance.
        Assert.Equal([DeliveryStateKind.SentToOperator, DeliveryStateKind.Delivered], receipts.Select(receipt => receipt.Kind).Order());
        Assert.All(receipts, receipt => Assert.Equal(("5000000000000000077", 5_000_000_000_000_000_077), (receipt.ProviderMessageId, receipt.Reference)));
        Assert.All(receipts, receipt => Assert.InRange(receipt.Time!.Value, DateTime.UtcNow.AddHours(-1), DateTime.UtcNow.AddHours(1)));
    }

    [Fact]
    public async Task Many_messages_each_with_its_own_text_arrive_once_each()
    {
        string[] texts = ["یک", "Latin only @ 5€", "سه «با گیومه»", "ي عربی و ك", string.Concat(Enumerable.Repeat("پیام بلند که در چند بخش می‌رود. ", 8))];
        OutgoingMessage[] messages = [.. Enumerable.Range(0, 20).Select(i => GuidedExample.Message(100 + i, "0912111" + (2000 + i), i < texts.Length ? texts[i] : "پیام شماره " + i))];
        await _kannel.ConnectOperatorAsync();

        IReadOnlyList<SendOutcome> outcomes = GuidedExample.Provider(_kannel).Send(messages);
        await KannelGateway.Until(() => _kannel.Ear.Heard.Count, count => count >= 40);
        await Marker();

        Assert.Equal(messages.Select(message => message.Reference.ToString()), outcomes.Select(outcome => outcome.ProviderMessageId));
        Assert.Equal(messages.Select(message => message.Text), messages.Select(message => Received(message.Recipient.WithLeadingZero)));
        Assert.Equal(["ucs-2", "text"], _kannel.Arrivals.Where(arrival => arrival.Recipient is "09121112000" or "09121112001").Select(arrival => arrival.Kind));
        Assert.Equal(19 + 4 + 1, _kannel.Arrivals.Count);
    }

    [Fact]
    public async Task A_wrong_password_pauses_the_setting_and_stays_out_of_every_word()
    {
        var said = new List<string>();
        await _kannel.ConnectOperatorAsync();

        SendOutcome outcome = GuidedExample.Provider(_kannel, "planted-wrong-password", trace: said.Add).Send([GuidedExample.Message(1, "09121113001", "سلام")]).Single();
        await Marker();

        Assert.Equal((SendOutcomeKind.Rejected, ProviderFaultKind.SignIn), (outcome.Kind, outcome.Fault!.Kind));
        Assert.Equal(("Authorization failed", "Authorization failed for sendsms"), (outcome.Fault.Code, outcome.Fault.Words));
        Assert.DoesNotContain(_kannel.Arrivals, arrival => arrival.Recipient == "09121113001");
        Assert.DoesNotContain(said, line => line.Contains("planted", StringComparison.Ordinal));
        Assert.Single(said);
    }

    [Fact]
    public async Task What_Kannel_refuses_is_refused_and_nothing_arrives()
    {
        await _kannel.ConnectOperatorAsync();
        string misformed = GuidedExample.Definition(_kannel.Ear.Address).Replace("\"{coding}\"", "\"7\"", StringComparison.Ordinal);

        SendOutcome nowhere = GuidedExample.Provider(_kannel).Send([GuidedExample.Message(1, KannelGateway.NotRoutable + "1113002", "سلام")]).Single();
        SendOutcome wrong = GuidedExample.Provider(_kannel, definition: misformed).Send([GuidedExample.Message(2, "09121113003", "سلام")]).Single();
        await Marker();

        Assert.Equal(new ProviderFault(ProviderFaultKind.Refused, "Not routable", "Not routable. Do not try again.") { WholeCall = true }, nowhere.Fault);
        Assert.Equal((ProviderFaultKind.Refused, "400"), (wrong.Fault!.Kind, wrong.Fault.Code));
        Assert.Single(_kannel.Arrivals);
    }

    [Fact]
    public async Task Without_an_operator_messages_are_queued_then_refused_for_now_and_the_queued_ones_arrive_later()
    {
        OutgoingMessage[] messages = [.. Enumerable.Range(0, 20).Select(i => GuidedExample.Message(200 + i, "0912111" + (4000 + i), "صف " + i))];

        IReadOnlyList<SendOutcome> first = GuidedExample.Provider(_kannel).Send(messages);
        IReadOnlyList<SendOutcome> second = GuidedExample.Provider(_kannel).Send([.. messages.Select(message => message with { Reference = message.Reference + 100 })]);
        await _kannel.ConnectOperatorAsync();
        await KannelGateway.Until(() => _kannel.Arrivals.Count, count => count >= 30);
        await Marker();

        Assert.All(first, outcome => Assert.Equal(SendOutcomeKind.Accepted, outcome.Kind));
        Assert.Equal(10, second.Count(outcome => outcome.Kind == SendOutcomeKind.Accepted));
        Assert.Equal(new ProviderFault(ProviderFaultKind.SlowDown, "Temporal failure", "Temporal failure, try again later.") { WholeCall = true }, second[10].Fault);
        Assert.All(second.Skip(11), outcome => Assert.Equal((ProviderFaultKind.SlowDown, "not-tried"), (outcome.Fault!.Kind, outcome.Fault.Code)));
        Assert.Equal(31, _kannel.Arrivals.Count);
    }

    [Fact]
    public async Task An_incoming_message_is_read_from_what_Kannel_pushes()
    {
        await _kannel.ConnectOperatorAsync();

        _kannel.WriteFromPhone("989121110005", "مشکل حاد: چاپ نمی‌شود");
        CallbackRequest push = (await KannelGateway.Until(() => _kannel.Ear.Heard, pushes => pushes.Count > 0)).Single();

        ReceivedMessage message = GuidedExample.Reader(_kannel).Read(push).Messages.Single();
        Assert.Equal(("989121110005", KannelGateway.Line, "مشکل حاد: چاپ نمی‌شود"), (message.Sender, message.Line, message.Text));
        Assert.True(Guid.TryParse(message.ProviderMessageId, out _));
        Assert.NotNull(message.Time);
    }

    /// <summary>A message that arrives after everything before it.</summary>
    private async Task Marker()
    {
        int count = _kannel.Arrivals.Count;
        Assert.Equal(SendOutcomeKind.Accepted, GuidedExample.Provider(_kannel).Send([GuidedExample.Message(999, MarkerNumber, "پایان")]).Single().Kind);
        await KannelGateway.Until(() => _kannel.Arrivals, arrivals => arrivals.Count > count && arrivals.Any(arrival => arrival.Recipient == MarkerNumber));
    }

    /// <summary>The text that reached a number, its parts put together.</summary>
    private string Received(string recipient) => string.Concat(_kannel.Arrivals.Where(arrival => arrival.Recipient == recipient).Select(arrival => arrival.Text));
}
