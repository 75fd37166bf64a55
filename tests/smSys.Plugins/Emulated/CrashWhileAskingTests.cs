using System.Globalization;
using CrmEmulator.Pipeline;
using Microsoft.Xrm.Sdk.Query;
using ProviderSimulators.Faults;
using smSys.Crm.Tables;

namespace smSys.Plugins.Tests.Emulated;

/// <summary>The tick that asks about an unknown message is killed at every call it makes; the message is still settled, once.</summary>
public class CrashWhileAskingTests
{
    /// <summary>More than that tick makes; the last ones kill nothing.</summary>
    private const int MostCalls = 40;

    [Theory]
    [InlineData(SimulatedFault.CutBeforeAnswer)]
    [InlineData(SimulatedFault.CutBeforeStoring)]
    public async Task Killed_at_any_call_the_question_is_asked_again_and_the_message_arrives_once(SimulatedFault fault)
    {
        var crash = new CrashAt();
        await using var organization = await EngineOrganization.StartAsync(ProviderKind.Ghasedak, new ExecutionOptions { OnCall = crash.See, CheckContracts = false });
        var wrong = new List<string>();
        var killed = 0;
        for (var call = 1; call <= MostCalls; call++)
        {
            var mobile = "0912" + (3_450_000 + (call * 11)).ToString(CultureInfo.InvariantCulture);
            organization.Simulator.Faults.Order(fault);
            var sms = organization.Queue(organization.Contact(mobile));
            organization.Work();

            // The tick that decides: the first that finds, or the second that misses.
            organization.Clock.Advance(TimeSpan.FromSeconds(125));
            if (fault == SimulatedFault.CutBeforeStoring)
            {
                Resend(organization);
                organization.Clock.Advance(TimeSpan.FromSeconds(65));
            }

            crash.Arm(call, after: true);
            Resend(organization);
            var happened = crash.HasHappened;
            crash.Arm(0, after: true);
            killed += happened ? 1 : 0;
            for (var quarters = 0; quarters < 4 && organization.Read(sms).StatusCode != Sms.Status.Delivered; quarters++)
            {
                organization.Pass(TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(1));
            }

            if (organization.Read(sms).StatusCode != Sms.Status.Delivered || organization.Inbox(mobile).Count != 1)
            {
                wrong.Add($"call {call}: {(happened ? "killed" : "never reached")}, {organization.Read(sms).StatusCode}, received {organization.Inbox(mobile).Count}");
            }
        }

        Assert.Empty(wrong);
        Assert.InRange(killed, 10, MostCalls);
    }

    private static void Resend(EngineOrganization organization)
    {
        var process = organization.All(SmsProcess.LogicalName, query =>
            query.Criteria.AddCondition(SmsProcess.Columns.ProcessKind, ConditionOperator.Equal, (int)ProcessKind.Resend)).Single();
        organization.System.Update(new SmsProcessRow(process.Id) { RequestedOn = organization.Clock.UtcNow }.Record);
        organization.Work();
    }
}
