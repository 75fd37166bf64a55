using smSys.Messaging.Providers;
using smSys.Providers.Codes;

namespace smSys.Providers.Tests.Codes;

public sealed class StateTableTests
{
    private static readonly StateTable Table = new(new Dictionary<string, DeliveryStateKind> { ["1"] = DeliveryStateKind.Delivered });

    [Fact]
    public void An_administrator_adds_and_changes_states()
    {
        StateTable changed = Table.With(new Dictionary<string, string> { ["states"] = "16=Rejected; 1 = notdelivered;nonsense;9=Nothing" });

        Assert.Equal(
            [DeliveryStateKind.NotDelivered, DeliveryStateKind.Rejected, DeliveryStateKind.Unknown],
            new[] { "1", "16", "9" }.Select(changed.Judge));
        Assert.Equal(DeliveryStateKind.Delivered, Table.Judge("1"));
    }

    [Fact]
    public void Without_the_option_it_is_the_same() => Assert.Same(Table, Table.With(new Dictionary<string, string>()));
}
