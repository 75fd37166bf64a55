using System.Globalization;
using CrmEmulator.Pipeline;
using ProviderSimulators.Faults;
using smSys.Crm.Tables;

namespace smSys.Plugins.Tests.Emulated;

/// <summary>A single message is killed at every call its jobs make, and still reaches the phone once.</summary>
public class CrashEverywhereTests
{
    /// <summary>More than the job of a message makes, so that the first ticks of the sweeper are killed too.</summary>
    private const int Calls = 45;

    [Theory]
    [InlineData(ProviderKind.Rahyab, true, null)]
    [InlineData(ProviderKind.Ghasedak, false, SimulatedFault.TooFast)]
    [InlineData(ProviderKind.Ghasedak, true, SimulatedFault.CutBeforeAnswer)]
    public async Task Killed_at_any_call_it_is_delivered_once(ProviderKind kind, bool after, SimulatedFault? fault)
    {
        var crash = new CrashAt();
        await using var organization = await EngineOrganization.StartAsync(kind, new ExecutionOptions { OnCall = crash.See, CheckContracts = false });
        organization.Work();
        var wrong = new List<string>();
        for (var call = 1; call <= Calls; call++)
        {
            var mobile = "0912" + (3_450_000 + (call * 11)).ToString(CultureInfo.InvariantCulture);
            if (fault is { } ordered)
            {
                organization.Simulator.Faults.Order(ordered);
            }

            var sms = organization.Queue(organization.Contact(mobile));
            crash.Arm(call, after);
            organization.Work();
            for (var quarters = 0; quarters < 8 && organization.Read(sms).StatusCode != Sms.Status.Delivered; quarters++)
            {
                organization.Pass(TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(1));
            }

            var state = organization.Read(sms).StatusCode;
            var received = organization.Inbox(mobile).Count;
            if (!crash.HasHappened || state != Sms.Status.Delivered || received != 1)
            {
                wrong.Add($"call {call}: {(crash.HasHappened ? "killed" : "never reached")}, {state}, received {received}");
            }
        }

        Assert.Empty(wrong);
    }
}
