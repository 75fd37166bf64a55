using System.Net;
using Microsoft.Extensions.Time.Testing;
using smSys.Server.Callbacks;

namespace smSys.Server.Tests.Callbacks;

public class SourceGateTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void So_many_are_let_in_a_minute_and_each_address_has_its_own_minute()
    {
        var gate = new SourceGate(_time, 3);
        var (one, other) = (IPAddress.Parse("192.0.2.1"), IPAddress.Parse("192.0.2.2"));

        var admitted = Enumerable.Range(0, 5).Count(_ => gate.Admits(one));
        var isOtherIn = gate.Admits(other);
        _time.Advance(TimeSpan.FromMinutes(1));
        var isLaterIn = gate.Admits(one);

        Assert.Equal(3, admitted);
        Assert.True(isOtherIn);
        Assert.True(isLaterIn);
    }

    [Fact]
    public void Addresses_of_one_network_of_IPv6_share_a_minute()
    {
        var gate = new SourceGate(_time, 1);

        gate.Admits(IPAddress.Parse("2001:db8:1:2::1"));

        Assert.False(gate.Admits(IPAddress.Parse("2001:db8:1:2:ffff::9")));
        Assert.True(gate.Admits(IPAddress.Parse("2001:db8:1:3::1")));
    }

    [Fact]
    public void A_crowd_of_addresses_costs_bounded_memory_and_shuts_out_nobody_who_was_there()
    {
        var gate = new SourceGate(_time, 2);
        var known = IPAddress.Parse("192.0.2.1");
        gate.Admits(known);

        var admitted = Enumerable.Range(0, 30_000).Count(i => gate.Admits(new IPAddress(0x0A000000L + i)));

        Assert.InRange(admitted, 9_000, 10_010);
        Assert.True(gate.Admits(known));
    }
}
