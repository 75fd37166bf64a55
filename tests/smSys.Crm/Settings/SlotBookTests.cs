using Microsoft.Xrm.Sdk;
using smSys.Crm.Faults;
using smSys.Crm.Settings;
using smSys.Crm.Tables;
using smSys.Crm.Tests.Rows;

namespace smSys.Crm.Tests.Settings;

public class SlotBookTests
{
    private static readonly DateTime Now = new(2026, 11, 23, 8, 0, 0, 250, DateTimeKind.Utc);
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(3);

    [Fact]
    public void An_account_without_a_pace_keeps_no_slots()
    {
        var service = new ScriptedService();

        Assert.Null(new SlotBook(service).Take(Guid.NewGuid(), TimeSpan.Zero, Now));
        Assert.Empty(service.Calls);
    }

    [Fact]
    public void A_free_slot_is_taken()
    {
        var service = new ScriptedService { Stored = Setting(Now.AddSeconds(-1)) };

        Assert.Null(new SlotBook(service).Take(Guid.NewGuid(), Pace, Now));
        Assert.Equal(["Retrieve", "Update"], service.Calls);
    }

    [Fact]
    public void A_taken_slot_says_when_to_come_again()
    {
        var service = new ScriptedService { Stored = Setting(Now.AddSeconds(2)) };

        Assert.Equal(Now.AddSeconds(2), new SlotBook(service).Take(Guid.NewGuid(), Pace, Now));
        Assert.Equal(["Retrieve"], service.Calls);
    }

    [Fact]
    public void Under_contention_it_rather_sends_too_little()
    {
        var script = Enumerable.Repeat(ScriptedService.Fault(CrmFaults.ConcurrencyMismatchCode), 9).ToArray();
        var service = new ScriptedService(script) { Stored = Setting(null) };

        var again = new SlotBook(service).Take(Guid.NewGuid(), Pace, Now);

        Assert.Equal(new DateTime(2026, 11, 23, 8, 0, 4, DateTimeKind.Utc), again);
    }

    private static Entity Setting(DateTime? next) => new SmsSettingRow(Guid.NewGuid()) { NextSlotOn = next }.Record;
}
