using smSys.Messaging.Providers;
using smSys.Providers.Codes;
using smSys.Providers.Http;

namespace smSys.Providers.Tests.Codes;

public sealed class TablesTests
{
    private static readonly SecretMask Mask = new(["planted"]);

    [Fact]
    public void A_fault_has_the_providers_words_or_the_meaning_of_its_code()
    {
        var table = new FaultTable([new FaultRow("-4", ProviderFaultKind.Credit, "not enough credit.")]);

        Assert.Equal(new ProviderFault(ProviderFaultKind.Credit, "-4", "اعتبار کافی نیست ***"), table.Fault("-4", "اعتبار کافی نیست planted", Mask));
        Assert.Equal("Code -4: not enough credit.", table.Fault("-4", " ", Mask).Words);
        Assert.Equal(ProviderFaultKind.Unclear, table.Fault("-99", null, Mask).Kind);
        Assert.Contains("-99", table.Fault("-99", null, Mask).Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_of_an_administrator_change_the_kind_and_leave_the_meaning()
    {
        FaultTable table = new FaultTable([new FaultRow("-4", ProviderFaultKind.Credit, "not enough credit.")])
            .With(new Dictionary<string, string> { ["codes"] = "-4=SlowDown; -7 = refused ;x;=;y=Nothing" });

        Assert.Equal((ProviderFaultKind.SlowDown, ProviderFaultKind.Refused, ProviderFaultKind.Unclear), (table.Judge("-4"), table.Judge("-7"), table.Judge("y")));
        Assert.Equal("Code -4: not enough credit.", table.Fault("-4", null, Mask).Words);
    }

    [Fact]
    public void States_of_an_administrator_are_added()
    {
        StateTable table = new StateTable(new Dictionary<string, DeliveryStateKind> { ["1"] = DeliveryStateKind.Queued })
            .With(new Dictionary<string, string> { ["states"] = "14=Delivered;1=SentToOperator" });

        Assert.Equal(
            [DeliveryStateKind.Delivered, DeliveryStateKind.SentToOperator, DeliveryStateKind.Unknown],
            [table.Judge("14"), table.Judge(" 1 "), table.Judge("2")]);
    }
}
