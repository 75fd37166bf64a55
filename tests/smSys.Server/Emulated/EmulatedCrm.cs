using CrmEmulator;
using CrmEmulator.Pipeline;
using CrmEmulator.Time;
using CrmEmulator.WebApi;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Server.WebApi;

namespace smSys.Server.Tests.Emulated;

/// <summary>An organisation with the shipped solution and its Web API on loopback.</summary>
internal sealed class EmulatedCrm : IAsyncDisposable
{
    private readonly Organization _organization;
    private readonly WebApiServer _web;

    private EmulatedCrm(Organization organization, WebApiServer web)
    {
        _organization = organization;
        _web = web;
        Admin = organization.ServiceFor(organization.AdministratorId);
    }

    internal IOrganizationService Admin { get; }

    internal Organization Organization => _organization;

    internal CrmOptions Options => new() { Address = _web.Address.ToString(), SignIn = CrmSignIn.None, FollowClock = false };

    internal static async Task<EmulatedCrm> StartAsync(OrganizationClock clock)
    {
        var organization = Organization.Open(new OrganizationOptions { Clock = clock, Execution = new ExecutionOptions { AsyncWorkers = 2 } });
        organization.ImportSolution(ZipPath());
        return new EmulatedCrm(organization, await WebApiServer.StartAsync(organization));
    }

    /// <summary>A row of background work; of a kind that asks for a setting, so that its tick says at once what is missing.</summary>
    internal Guid Process(DateTime nextRunOn, int? interval = 30) => Admin.Create(new Entity("smsys_smsprocess")
    {
        ["smsys_name"] = "دریافت اعتبار",
        ["smsys_processkind"] = new OptionSetValue(100000007),
        ["smsys_interval"] = interval,
        ["smsys_nextrunon"] = nextRunOn,
    });

    internal Guid Setting() => Admin.Create(new Entity("smsys_smssetting")
    {
        ["smsys_name"] = "قاصدک",
        ["smsys_providerkind"] = new OptionSetValue(100000003),
        ["smsys_address"] = "http://ghasedak.sim.test/",
        ["smsys_allowplainhttp"] = true,
        ["smsys_username"] = "user",
        ["smsys_newsecret"] = "key",
    });

    internal Entity Read(string table, Guid id) => Admin.Retrieve(table, id, new ColumnSet(true));

    internal Entity[] Processes(int kind)
    {
        var query = new QueryExpression("smsys_smsprocess") { ColumnSet = new ColumnSet(true) };
        query.Criteria.AddCondition("smsys_processkind", ConditionOperator.Equal, kind);
        return [.. Admin.RetrieveMultiple(query).Entities];
    }

    public async ValueTask DisposeAsync()
    {
        await _web.DisposeAsync();
        _organization.Dispose();
    }

    private static string ZipPath()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "smSys.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder!.FullName, "artifacts", "smSys.zip");
    }
}
