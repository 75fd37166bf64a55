using CrmEmulator;
using CrmEmulator.Network;
using CrmEmulator.Pipeline;
using CrmEmulator.Time;
using DevHost;
using DevHost.Bulk;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using ProviderSimulators.Hosting;
using ProviderSimulators.Time;
using smSys.Crm.Tables;
using smSys.Server.HeartBeats;

namespace Bulk.Tests;

/// <summary>
/// An organisation in a file with the shipped solution, a provider's simulator, an account, a marketing list, and a clock that
/// moves when the test says so. The heart-beat and the asynchronous service are the test's.
/// </summary>
internal sealed class BulkOrganization : IAsyncDisposable
{
    public static readonly DateTime Start = new(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc);

    private static readonly TimeSpan Repeat = new HeartBeatOptions().RepeatAfter;
    private static readonly TimeSpan LongestBeat = TimeSpan.FromMinutes(2);

    private readonly string _folder = Directory.CreateTempSubdirectory("smsys-bulk-").FullName;
    private readonly ExecutionOptions _execution;
    private readonly PlugInNetwork _network = new();
    private readonly AccountSetup _account;
    private readonly EntityReference _list;

    private BulkOrganization(SimulatorHost simulators, OrganizationClock clock, LocalProvider provider, int people, bool mixed, ExecutionOptions execution, LocalTimeouts timeouts)
    {
        Simulators = simulators;
        Clock = clock;
        Simulator = simulators[provider.Name];
        _execution = execution;
        foreach (var (host, address) in simulators.Routes)
        {
            _network.Route(host, address);
        }

        Crm = Open();
        Crm.ImportSolution(ShippedFiles.SolutionZip);
        Admin = Crm.ServiceFor(Crm.AdministratorId);
        _account = AccountSetup.Enter(Admin, provider, Simulator.PublicAddress, Simulator.Account, timeouts);
        Audience = new BulkAudience(Admin, people, mixed);
        _list = Audience.Enter(_ => { });
        Work();
    }

    public SimulatorHost Simulators { get; }

    public ProviderSimulator Simulator { get; }

    public OrganizationClock Clock { get; }

    public Organization Crm { get; private set; }

    /// <summary>A system administrator.</summary>
    public IOrganizationService Admin { get; private set; }

    public BulkAudience Audience { get; }

    public EntityReference Setting => _account.Setting;

    /// <summary>An organisation with so many people on its list.</summary>
    /// <param name="batchLimit">Most messages in a call; null: what the provider takes, under a clock that stands still a whole partition.</param>
    public static async Task<BulkOrganization> StartAsync(
        LocalProvider provider, int people, bool mixed, ExecutionOptions? execution = null, LocalTimeouts? timeouts = null, int? batchLimit = null)
    {
        var calls = timeouts ?? new LocalTimeouts(15, 45, TimeSpan.Zero);
        var clock = OrganizationClock.Manual(Start);
        var setup = new SimulatorSetup { Time = TimeSource.Following(() => clock.UtcNow, 1), SlowReply = calls.SlowReply };
        var simulators = await SimulatorHost.StartAsync(setup, provider.Name);
        var organization = new BulkOrganization(simulators, clock, provider, people, mixed, execution ?? new ExecutionOptions { CheckContracts = false }, calls);
        if (batchLimit is { } most)
        {
            organization.Admin.Update(new SmsSettingRow(organization.Setting.Id) { BatchLimit = most }.Record);
        }

        return organization;
    }

    /// <summary>A bulk to the list, started.</summary>
    public BulkRecord Begin(string name, int? partitions) => Begin(Admin, name, partitions);

    /// <summary>The same, by somebody else's service.</summary>
    public BulkRecord Begin(IOrganizationService service, string name, int? partitions)
    {
        var bulk = new BulkRecord(service, name);
        bulk.Start(_account, _list, partitions);
        return bulk;
    }

    /// <summary>The same record, after the organisation was opened anew.</summary>
    public BulkRecord Find(string name) => new(Admin, name);

    /// <summary>Runs the asynchronous service until nothing is due, without a heart-beat.</summary>
    public void Work() => Crm.Async.RunUntilQuiet();

    /// <summary>Ends the process that holds the organisation and starts another on the file: jobs that ran run again.</summary>
    public void Reopen()
    {
        Crm.Dispose();
        Crm = Open();
        Admin = Crm.ServiceFor(Crm.AdministratorId);
    }

    /// <summary>Asks for a tick of every process that is due and free, by the server's own rule.</summary>
    public void Beat()
    {
        var now = Clock.UtcNow;
        foreach (var process in Due().Where(row => DueRules.IsDue(row, now, Repeat)))
        {
            Admin.Update(new SmsProcessRow(process.Id) { RequestedOn = now }.Record);
        }
    }

    /// <summary>Lets time pass, with a heart-beat every ten seconds at first and ever more rarely, until the condition holds or the time is over.</summary>
    public void Pass(TimeSpan most, Func<bool> isQuiet)
    {
        var beat = TimeSpan.FromSeconds(10);
        for (var end = Clock.UtcNow + most; Clock.UtcNow < end && !isQuiet();)
        {
            Clock.Advance(beat);
            Beat();
            Work();
            beat = beat * 1.1 < LongestBeat ? beat * 1.1 : LongestBeat;
        }
    }

    /// <summary>The provider's host name leads nowhere: connection refused.</summary>
    public void Disconnect() => _network.Remove(Simulator.HostName);

    /// <summary>The provider can be reached again.</summary>
    public void Connect() => _network.Route(Simulator.HostName, Simulator.Address);

    /// <summary>Makes the account active again, as an administrator does; nothing changes when it is.</summary>
    public void Reactivate() =>
        Admin.Update(new SmsSettingRow(Setting.Id) { Statecode = SmsSetting.State.Active, Statuscode = SmsSetting.Status.Active }.Record);

    /// <summary>The account's setting as it stands.</summary>
    public SmsSettingRow Account() => new(Admin.Retrieve(SmsSetting.LogicalName, Setting.Id, new ColumnSet(true)));

    /// <summary>Puts a person's contact back to what it was.</summary>
    public void Restore(BulkPerson person)
    {
        var contact = person.Contact(Audience.Row);
        contact["mobilephone"] = person.Mobile.Length == 0 ? null! : person.Mobile;
        contact["firstname"] = person.FirstName.Length == 0 ? null! : person.FirstName;
        Admin.Execute(new Microsoft.Xrm.Sdk.Messages.UpsertRequest { Target = contact });
    }

    /// <summary>Pauses the standing processes of these kinds, which the test is not about.</summary>
    public void Quieten(params ProcessKind[] kinds)
    {
        var query = new QueryExpression(SmsProcess.LogicalName) { ColumnSet = new ColumnSet(false) };
        query.Criteria.AddCondition(SmsProcess.Columns.ProcessKind, ConditionOperator.In, [.. kinds.Select(kind => (object)(int)kind)]);
        query.Criteria.AddCondition(SmsProcess.Columns.Statuscode, ConditionOperator.In, (int)SmsProcess.Status.Waiting, (int)SmsProcess.Status.Running);
        foreach (var row in Admin.RetrieveMultiple(query).Entities)
        {
            Admin.Update(new SmsProcessRow(row.Id) { Statecode = SmsProcess.State.Active, Statuscode = SmsProcess.Status.Paused }.Record);
        }
    }

    /// <summary>Every process that stands now.</summary>
    public IReadOnlyList<Guid> Processes() =>
        [.. Admin.RetrieveMultiple(new QueryExpression(SmsProcess.LogicalName) { ColumnSet = new ColumnSet(false) }).Entities.Select(row => row.Id)];

    /// <summary>Rows of a table that belong to a bulk.</summary>
    public IReadOnlyList<Entity> Of(Guid bulkId, string table, string lookup, params string[] columns)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(columns) };
        query.Criteria.AddCondition(lookup, ConditionOperator.Equal, bulkId);
        return Admin.RetrieveMultiple(query).Entities;
    }

    public async ValueTask DisposeAsync()
    {
        Crm.Dispose();
        await Simulators.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private IEnumerable<WaitingProcess> Due()
    {
        var due = new QueryExpression(SmsProcess.LogicalName)
        {
            ColumnSet = new ColumnSet(SmsProcess.Columns.NextRunOn, SmsProcess.Columns.RequestedOn, SmsProcess.Columns.LastRunOn, SmsProcess.Columns.LeaseUntil),
        };
        due.Criteria.AddCondition(SmsProcess.Columns.Statuscode, ConditionOperator.In, (int)SmsProcess.Status.Waiting, (int)SmsProcess.Status.Running);
        due.Criteria.AddCondition(SmsProcess.Columns.NextRunOn, ConditionOperator.LessEqual, Clock.UtcNow);
        var free = due.Criteria.AddFilter(LogicalOperator.Or);
        free.AddCondition(SmsProcess.Columns.LeaseUntil, ConditionOperator.Null);
        free.AddCondition(SmsProcess.Columns.LeaseUntil, ConditionOperator.LessEqual, Clock.UtcNow);
        return Admin.RetrieveMultiple(due).Entities.Select(row => new SmsProcessRow(row))
            .Select(row => new WaitingProcess(row.Id, row.NextRunOn ?? DateTime.MaxValue, row.RequestedOn, row.LastRunOn, row.LeaseUntil));
    }

    private Organization Open() => Organization.Open(new OrganizationOptions
    {
        DataFile = Path.Combine(_folder, "organization.db"),
        Clock = Clock,
        Network = _network,
        Execution = _execution,
    });
}
