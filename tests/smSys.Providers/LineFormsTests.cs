using smSys.Messaging.Providers;
using smSys.Providers.Tests.Doubles;

namespace smSys.Providers.Tests;

public sealed class LineFormsTests
{
    [Theory]
    [InlineData("20001234", "98", "9820001234")]
    [InlineData("9820001234", "98", "9820001234")]
    [InlineData("9820001234", "0", "020001234")]
    [InlineData("20001234", "+98", "+9820001234")]
    [InlineData("20001234", "0098", "009820001234")]
    [InlineData("9821001234", "0", "021001234")]
    [InlineData("9821001234", "98", "9821001234")]
    [InlineData("9820001234", "plain", "9820001234")]
    [InlineData("20001234", "nonsense", "20001234")]
    [InlineData("", "98", "")]
    public void A_line_is_written_in_the_form_that_is_asked_for(string line, string form, string written) =>
        Assert.Equal(written, LineForms.Write(line, form));

    [Fact]
    public async Task Atieh_knows_its_lines_by_the_country_code_that_smSys_leaves_out()
    {
        await using Simulated simulated = await Simulated.StartAsync("atieh");
        Assert.Equal("9820001234", simulated.Line);

        SendOutcome sent = simulated.Provider.Send([Some.Message(7, "09121110001", "سلام", "20001234")]).Single();
        simulated.Simulator.Phones.Phone("09121110001").Send(simulated.Line, "بله");
        ProviderAnswer<ReceivedPage> page = simulated.Provider.Receive(new ReceiveRequest("20001234", null, simulated.Time.UtcNow.AddHours(-1), simulated.Time.UtcNow));

        Assert.Equal(SendOutcomeKind.Accepted, sent.Kind);
        Assert.Equal("بله", page.Value.Messages.Single().Text);
    }
}
