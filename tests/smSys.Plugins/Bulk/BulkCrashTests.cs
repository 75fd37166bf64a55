using CrmEmulator.Pipeline;
using smSys.Crm.Tables;
using smSys.Plugins.Tests.Emulated;

namespace smSys.Plugins.Tests.Bulk;

/// <summary>A bulk is killed at calls all over its jobs, and still reaches every phone once and adds up.</summary>
public class BulkCrashTests
{
    private const int Recipients = 40;

    /// <summary>Most messages in a call: each of the three partitions is several calls.</summary>
    private const int Batch = 4;

    private const int FewestBatches = 3;
    private const int LastCall = 150;

    [Theory]
    [InlineData(ProviderKind.Ghasedak, false)]
    [InlineData(ProviderKind.Ghasedak, true)]
    [InlineData(ProviderKind.Rahyab, false)]
    [InlineData(ProviderKind.Rahyab, true)]
    public async Task Killed_anywhere_it_sends_to_everybody_once(ProviderKind kind, bool after)
    {
        var wrong = new List<string>();
        for (var call = 3; call <= LastCall; call += 11)
        {
            var crash = new CrashAt();
            await using var organization = await BulkOrganization.StartAsync(
                Audience.Plain(Recipients),
                kind: kind,
                execution: new ExecutionOptions { OnCall = crash.See, CheckContracts = false },
                setting: setting => setting.BatchLimit = Batch);
            crash.Arm(call, after);
            organization.Engine.Work();
            for (var minutes = 0; minutes < 60 && !IsSettled(organization); minutes += 2)
            {
                organization.Engine.Pass(TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(1));
            }

            var bulk = organization.Bulk();
            var batches = organization.Rows().Min(row => row.BatchNumber ?? 0);
            var doubles = organization.Accepted().Count(pair => pair.Value > 1);
            if (!crash.HasHappened || !IsSettled(organization) || batches < FewestBatches || doubles > 0 || organization.Accepted().Count != Recipients
                || bulk.Accepted != Recipients || organization.Balance() != (Recipients, Recipients))
            {
                wrong.Add($"call {call}: {(crash.HasHappened ? "killed" : "never reached")}, {bulk.Statuscode}, accepted {bulk.Accepted}, unknown {bulk.Unknown}, at the provider {organization.Accepted().Count}, doubles {doubles}, at least {batches} batches, {bulk.Warning}");
            }
        }

        Assert.Empty(wrong);
    }

    private static bool IsSettled(BulkOrganization organization) => organization.Bulk().Statuscode == SmsBulk.Status.Finished;
}
