using System.Globalization;
using CrmEmulator.Pipeline;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Tables;
using smSys.Plugins.Addresses;

namespace smSys.Plugins.Tests.Emulated;

/// <summary>Filling the address book is killed in the middle of a page, and goes on where it was.</summary>
public class AddressFillCrashTests
{
    [Fact]
    public async Task Killed_in_its_first_and_in_its_second_page_it_goes_on_and_writes_every_number_once()
    {
        const int Contacts = NormaliseTick.PageSize + 20;
        var crash = new CrashAt();
        var creates = 0;
        var process = Guid.Empty;
        var pages = 0;
        var execution = new ExecutionOptions
        {
            CheckContracts = false,
            OnCall = point =>
            {
                if (process != Guid.Empty && point.Name == "Create" && point.Table == SmsAddress.LogicalName && point.IsAsynchronous && !point.IsAfter && ++creates is 200 or Contacts - 8)
                {
                    crash.Arm(1, after: false);
                }

                if (process != Guid.Empty && point.Name == "RetrieveMultiple" && point.Table == "contact" && point.IsAsynchronous && !point.IsAfter)
                {
                    pages++;
                }

                crash.See(point);
            },
        };
        await using var organization = await EngineOrganization.StartAsync(execution: execution);
        for (var i = 0; i < Contacts; i++)
        {
            organization.Contact("0912" + (1_000_000 + i).ToString(CultureInfo.InvariantCulture));
        }

        foreach (var row in organization.All(SmsAddress.LogicalName))
        {
            organization.System.Delete(SmsAddress.LogicalName, row.Id);
        }

        // The one that came with the solution has nothing to do with it.
        foreach (var standing in organization.All(SmsProcess.LogicalName).Select(row => new SmsProcessRow(row)).Where(row => row.ProcessKind == ProcessKind.Normalise))
        {
            organization.System.Delete(SmsProcess.LogicalName, standing.Id);
        }

        process = organization.Admin.Create(new SmsProcessRow { Name = "numbers", ProcessKind = ProcessKind.Normalise }.Record);
        organization.Work();
        organization.Pass(TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(1));

        // Killed in the first page; the first page, its second look, killed in the second; the second and its second look.
        Assert.Equal(6, pages);
        Assert.Equal(Contacts + 2, creates);
        var numbers = organization.All(SmsAddress.LogicalName).Select(row => new SmsAddressRow(row).PhoneNumber).ToArray();
        Assert.Equal(Contacts, numbers.Distinct().Count());
        Assert.Equal(Contacts, numbers.Length);
        var done = organization.Process(process);
        Assert.Equal((SmsProcess.Status.Finished, Contacts), (done.Statuscode, done.Accepted));
    }
}
