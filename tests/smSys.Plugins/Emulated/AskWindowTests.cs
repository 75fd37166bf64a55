using ProviderSimulators.Faults;
using smSys.Crm.Tables;

namespace smSys.Plugins.Tests.Emulated;

/// <summary>Kavenegar forgets our references after 12 hours: an absence after that is no proof.</summary>
public class AskWindowTests
{
    private const string Mobile = "09123456789";
    private static readonly TimeSpan Beat = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData(11, true)]
    [InlineData(13, false)]
    public async Task An_absence_proves_something_only_while_the_provider_remembers(int hours, bool isProof)
    {
        await using var organization = await EngineOrganization.StartAsync(ProviderKind.Kavenegar);
        organization.Simulator.Faults.Order(SimulatedFault.CutBeforeStoring);
        var sms = organization.Queue(organization.Contact(Mobile));
        organization.Work();
        organization.Simulator.Faults.Order(SimulatedFault.WebPage, 100_000, null);
        organization.Pass(TimeSpan.FromHours(hours), Beat);
        var silent = organization.Read(sms);

        organization.Simulator.Faults.Clear();
        organization.Pass(TimeSpan.FromHours(26 - hours), Beat);

        var row = organization.Read(sms);
        Assert.Equal((Sms.Status.Unknown, (DateTime?)null), (silent.StatusCode, silent.AbsentOn));
        Assert.Equal(isProof ? Sms.Status.Delivered : Sms.Status.Unknown, row.StatusCode);
        Assert.Equal(isProof ? 1 : 0, organization.Inbox(Mobile).Count);
        Assert.Equal(isProof ? silent.ReferenceColumn : "unknown", isProof ? row.ReferenceColumn : row.FaultCode);
        Assert.Equal(isProof ? 2 : 1, organization.Simulator.Arrivals.ByOperation.Where(call => call.Key.Contains("send", StringComparison.Ordinal)).Sum(call => call.Value));
    }

    [Fact]
    public async Task Two_absences_of_which_the_second_comes_too_late_prove_nothing()
    {
        await using var organization = await EngineOrganization.StartAsync(ProviderKind.Kavenegar);
        organization.Simulator.Faults.Order(SimulatedFault.CutBeforeStoring);
        var sms = organization.Queue(organization.Contact(Mobile));
        organization.Work();
        organization.Clock.Advance(TimeSpan.FromMinutes(3));
        organization.Beat();
        organization.Work();
        var once = organization.Read(sms);

        // Nobody beats for half a day: the second question falls out of the provider's memory.
        organization.Clock.Advance(TimeSpan.FromHours(12));
        organization.Pass(TimeSpan.FromHours(13), Beat);

        Assert.NotNull(once.AbsentOn);
        Assert.Equal((Sms.Status.Unknown, "unknown"), (organization.Read(sms).StatusCode, organization.Read(sms).FaultCode));
        Assert.Empty(organization.Inbox(Mobile));
    }
}
