using Kannel.Engine;
using Kannel.Gateway;
using smSys.Crm.Tables;

namespace Kannel;

/// <summary>
/// The shipped zip in the emulator sends through a real Kannel; Kannel's reports and incoming messages reach smSys.Server over
/// HTTP, travel to the organisation as process rows, and a tick carries them out.
/// </summary>
public sealed class EngineTests : IAsyncLifetime
{
    private const string Mobile = "09121117777";
    private EngineWithEar _engine = null!;

    public async Task InitializeAsync()
    {
        _engine = await EngineWithEar.StartAsync();
        await _engine.Kannel.ConnectOperatorAsync();
    }

    public async Task DisposeAsync() => await _engine.DisposeAsync();

    [Fact]
    public async Task A_message_goes_out_through_Kannel_and_its_report_makes_it_delivered()
    {
        const string Text = "سلام مریم، می‌روم «کی؟» ۱۲۳";

        Guid sms = _engine.Queue(Mobile, Text);
        SmsRow row = await KannelGateway.Until(() => _engine.Read(sms), message => message.StatusCode == Sms.Status.Delivered);

        // The operator's own output may be read later than its report travels.
        IReadOnlyList<Arrival> arrivals = await KannelGateway.Until(() => _engine.Kannel.Arrivals, all => all.Count > 0);
        Assert.Equal(new Arrival(KannelGateway.Line, Mobile, "ucs-2", Text), arrivals.Single());
        Assert.Equal((row.ReferenceColumn, 1), (row.ProviderMessageId, row.Attempt));
        Assert.NotNull(row.DeliveredOn);
        Assert.Empty(_engine.Kannel.Ear.Heard);
    }

    [Fact]
    public async Task A_message_from_a_phone_becomes_an_incoming_one_in_the_queue()
    {
        const string Text = "مشکل حاد: ذخیره نشدن فرم‌های برنامه";

        _engine.Kannel.WriteFromPhone("98" + Mobile[1..], Text);
        IReadOnlyList<SmsRow> incoming = await KannelGateway.Until(
            _engine.Incoming, messages => messages.Any(message => message.StatusCode == Sms.Status.Received));

        SmsRow message = Assert.Single(incoming);
        Assert.Equal((Text, "98" + Mobile[1..]), (message.Text, message.PhoneNumber));
        Assert.NotNull(message.ProviderTime);
        Assert.Empty(_engine.Kannel.Arrivals);
    }
}
