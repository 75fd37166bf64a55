using Newtonsoft.Json.Linq;
using smSys.Server.Callbacks;
using smSys.Server.Tests.Doubles;

namespace smSys.Server.Tests.Callbacks;

public class CarrierPackerTests
{
    [Fact]
    public void Pushes_are_packed_by_setting_in_the_order_they_came_and_none_is_left_out()
    {
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());
        var entries = Enumerable.Range(0, 500)
            .Select(i => Some.Push(i % 3 == 0 ? other : one, "text=مشکل حاد شماره " + i + new string('"', 60)))
            .Append(Some.Bell(Guid.NewGuid()))
            .ToArray();

        var carriers = CarrierPacker.Pack("20261123T083000.000-1", entries, 20_000);

        Assert.All(carriers, carrier => Assert.InRange(carrier.Input.Length, 1, 20_000));
        Assert.All(carriers, carrier => Assert.Equal(carrier.SettingId.ToString("D"), (string?)JObject.Parse(carrier.Input)["setting"]));
        Assert.Equal(
            entries.Where(entry => entry.Target.Row == one).Select(entry => entry.Item.Body),
            carriers.Where(carrier => carrier.SettingId == one).SelectMany(carrier => JObject.Parse(carrier.Input)["items"]!.Select(item => (string)item["body"]!)));
        Assert.Equal(500, carriers.Sum(carrier => carrier.Items.Count));
        Assert.Equal(carriers.Count, carriers.Select(carrier => carrier.Id).Distinct().Count());
    }

    [Fact]
    public void The_same_file_gives_the_same_carriers_and_another_file_gives_others()
    {
        var entries = Enumerable.Range(0, 40).Select(i => Some.Push(Guid.NewGuid())).ToArray();

        var first = CarrierPacker.Pack("a", entries, 98_000).Select(carrier => (carrier.Id, carrier.Input));
        var again = CarrierPacker.Pack("a", entries, 98_000).Select(carrier => (carrier.Id, carrier.Input));
        var other = CarrierPacker.Pack("b", entries, 98_000).Select(carrier => carrier.Id);

        Assert.Equal(first, again);
        Assert.Empty(first.Select(one => one.Id).Intersect(other));
    }
}
