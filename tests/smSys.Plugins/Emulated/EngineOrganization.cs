using System.Globalization;
using CrmEmulator;
using CrmEmulator.Network;
using CrmEmulator.Pipeline;
using CrmEmulator.Time;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using ProviderSimulators.Hosting;
using ProviderSimulators.Phones;
using ProviderSimulators.Time;
using smSys.Crm.Settings;
using smSys.Crm.Tables;

namespace smSys.Plugins.Tests.Emulated;

/// <summary>
/// An organisation in a file with the shipped solution, a provider's simulator, one account with a line that receives, and a
/// clock that the test moves. The heart-beat is the test's.
/// </summary>
internal sealed class EngineOrganization : IAsyncDisposable
{
    public static readonly DateTime Start = new(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc);

    private readonly string _file = Path.Combine(Path.GetTempPath(), "smsys-engine-" + Guid.NewGuid().ToString("N") + ".db");
    private readonly ExecutionOptions _execution;

    private EngineOrganization(SimulatorHost simulators, OrganizationClock clock, ProviderKind kind, ExecutionOptions? execution)
    {
        Simulators = simulators;
        Clock = clock;
        Simulator = simulators[kind.ToString()];
        _execution = execution ?? new ExecutionOptions();
        foreach (var route in simulators.Routes)
        {
            Network.Route(route.Key, route.Value);
        }

        Crm = Open(new Uri("http://crm.test/"));
        Crm.ImportSolution(ShippedSolution.Zip);
        Admin = Crm.ServiceFor(Crm.AdministratorId);
        System = Crm.ServiceFor(Crm.SystemUserId);
        SettingId = Admin.Create(new SmsSettingRow
        {
            Name = kind.ToString(),
            ProviderKind = kind,
            Address = Simulator.PublicAddress.ToString(),
            AllowPlainHttp = true,
            UserName = Simulator.Account.UserName,
            NewSecret = Simulator.Account.Secret,
            Options = SettingOptions.Write(Simulator.Account.Options),
            SingleTimeout = 2,
            BatchTimeout = 4,
        }.Record);
        LineId = Admin.Create(new SmsNumberRow
        {
            Name = "main",
            Line = Simulator.Account.Lines[0],
            SettingId = new EntityReference(SmsSetting.LogicalName, SettingId),
            IsReceiving = true,
        }.Record);
        Admin.Update(new SmsSettingRow(SettingId) { DefaultNumberId = new EntityReference(SmsNumber.LogicalName, LineId) }.Record);
    }

    /// <summary>How plug-ins reach providers.</summary>
    public PlugInNetwork Network { get; } = new();

    public SimulatorHost Simulators { get; }

    public ProviderSimulator Simulator { get; }

    public OrganizationClock Clock { get; }

    public Organization Crm { get; private set; }

    public IOrganizationService Admin { get; private set; }

    public IOrganizationService System { get; private set; }

    public Guid SettingId { get; }

    public Guid LineId { get; }

    public static async Task<EngineOrganization> StartAsync(
        ProviderKind kind = ProviderKind.Ghasedak, ExecutionOptions? execution = null, params ProviderKind[] others)
    {
        var clock = OrganizationClock.Manual(Start);
        var setup = new SimulatorSetup { Time = TimeSource.Following(() => clock.UtcNow, 1), SlowReply = TimeSpan.FromSeconds(4) };
        var simulators = await SimulatorHost.StartAsync(setup, [kind.ToString(), .. others.Select(other => other.ToString())]);
        return new EngineOrganization(simulators, clock, kind, execution);
    }

    public Guid Contact(string mobile, string first = "سارا", string last = "رضایی") =>
        Admin.Create(new Entity("contact") { ["firstname"] = first, ["lastname"] = last, ["mobilephone"] = mobile });

    /// <summary>A queued SMS to a contact, as a person makes it.</summary>
    public Guid Queue(Guid contactId, string text = "سلام", Action<SmsRow>? change = null)
    {
        var sms = new SmsRow
        {
            Text = text,
            To = new EntityCollection([new Entity("activityparty") { ["partyid"] = new EntityReference("contact", contactId) }]),
            StateCode = Sms.State.Open,
            StatusCode = Sms.Status.Queued,
        };
        change?.Invoke(sms);
        return Admin.Create(sms.Record);
    }

    public SmsRow Read(Guid smsId) => new(System.Retrieve(Sms.LogicalName, smsId, new ColumnSet(true)));

    public SmsSettingRow Setting() => new(System.Retrieve(SmsSetting.LogicalName, SettingId, new ColumnSet(true)));

    public IReadOnlyList<Entity> All(string table, Action<QueryExpression>? restrict = null)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(true) };
        restrict?.Invoke(query);
        return System.RetrieveMultiple(query).Entities;
    }

    public IReadOnlyList<PhoneMessage> Inbox(string mobile) => Simulators.Phones.Phone(mobile).Inbox;

    /// <summary>Requests to send that arrived at the provider.</summary>
    public int Sends => Simulator.Arrivals.ByOperation.Where(pair => pair.Key.StartsWith("Send", StringComparison.OrdinalIgnoreCase)
        || pair.Key.StartsWith("doSend", StringComparison.OrdinalIgnoreCase)).Sum(pair => pair.Value);

    public EntityReference Template(string text) => new(
        SmsTemplate.LogicalName, Admin.Create(new SmsTemplateRow { Name = "template", Text = text }.Record));

    public IReadOnlyList<SmsRow> Inbound() =>
        [.. All(Sms.LogicalName, query => query.Criteria.AddCondition(Sms.Columns.Direction, ConditionOperator.Equal, (int)Direction.Incoming))
            .Select(row => new SmsRow(row))];

    /// <summary>The rule of the journey: a case for the sender, the support team as its owner, an answer with its number.</summary>
    public Guid SupportRule(bool withCase = true)
    {
        var team = Admin.Create(new Entity("team")
        {
            ["name"] = "پشتیبانی شبانه‌روزی",
            ["businessunitid"] = new EntityReference("businessunit", Crm.RootBusinessUnitId),
        });
        Admin.Associate("team", team, new Relationship("teamroles_association"), [new EntityReference("role", Crm.AdministratorRoleId)]);
        var rule = new EntityReference(SmsKeyword.LogicalName, Admin.Create(new SmsKeywordRow
        {
            Name = "مشکل",
            Order = 1,
            Match = KeywordMatch.Pattern,
            Pattern = "مشکل {severity} {description*}",
        }.Record));
        if (!withCase)
        {
            Admin.Update(new SmsKeywordRow(rule.Id) { Pattern = "مشکل {description*}" }.Record);
        }
        else
        {
            Admin.Create(new SmsKeywordActionRow { Name = "case", KeywordId = rule, Order = 1, Kind = KeywordActionKind.CreateCase, CaseTitle = "مشکل {severity}" }.Record);
            Admin.Create(new SmsKeywordActionRow
            {
                Name = "team",
                KeywordId = rule,
                Order = 2,
                Kind = KeywordActionKind.RouteToTeam,
                TeamId = new EntityReference("team", team),
                Condition = "severity = حاد",
            }.Record);
        }

        Admin.Create(new SmsKeywordActionRow
        {
            Name = "reply",
            KeywordId = rule,
            Order = 3,
            Kind = KeywordActionKind.Reply,
            TemplateId = Template("{{firstname}} گرامی، مورد {{case.ticketnumber}} ثبت شد."),
        }.Record);
        return team;
    }

    /// <summary>A push as the server brings it; gives the process row.</summary>
    public Guid Push(string query)
    {
        var on = Clock.UtcNow.ToString("O", CultureInfo.InvariantCulture);
        var id = Admin.Create(new SmsProcessRow
        {
            Name = "Pushed",
            ProcessKind = ProcessKind.Receive,
            SettingId = new EntityReference(SmsSetting.LogicalName, SettingId),
            NextRunOn = Clock.UtcNow,
            Input = $$"""{"provider":"x","setting":"{{SettingId:D}}","items":[{"id":"1","on":"{{on}}","method":"GET","query":"{{query}}","contentType":"","body":""}]}""",
        }.Record);
        Admin.Update(new SmsProcessRow(id) { RequestedOn = Clock.UtcNow }.Record);
        return id;
    }

    public SmsProcessRow Process(Guid id) => new(System.Retrieve(SmsProcess.LogicalName, id, new ColumnSet(true)));

    public void Address(string phoneNumber, Guid contactId) => Admin.Create(new SmsAddressRow
    {
        Name = phoneNumber,
        PhoneNumber = phoneNumber,
        RecordTable = "contact",
        RecordId = contactId.ToString("D"),
        ContactId = new EntityReference("contact", contactId),
    }.Record);

    /// <summary>Makes the setting active again, as an administrator does.</summary>
    public void Reactivate() =>
        Admin.Update(new SmsSettingRow(SettingId) { Statecode = SmsSetting.State.Active, Statuscode = SmsSetting.Status.Active }.Record);

    /// <summary>Opens the organisation's file at another address, as a restored copy would be.</summary>
    public void OpenAt(string address)
    {
        Crm.Dispose();
        Crm = Open(new Uri(address));
        (Admin, System) = (Crm.ServiceFor(Crm.AdministratorId), Crm.ServiceFor(Crm.SystemUserId));
    }

    public void OptOut(string phoneNumber) => Admin.Create(new SmsConsentRow
    {
        Name = phoneNumber,
        PhoneNumber = phoneNumber,
        MessageClass = MessageClass.Service,
        ConsentState = ConsentState.OptedOut,
    }.Record);

    /// <summary>A new user with one of the solution's roles.</summary>
    public IOrganizationService User(string role)
    {
        var query = new QueryExpression("role") { ColumnSet = new ColumnSet("roleid") };
        query.Criteria.AddCondition("name", ConditionOperator.Equal, role);
        var roleId = System.RetrieveMultiple(query).Entities.Single().Id;
        var user = System.Create(new Entity("systemuser")
        {
            ["firstname"] = "کاربر",
            ["lastname"] = "نمونه",
            ["businessunitid"] = new EntityReference("businessunit", Crm.RootBusinessUnitId),
        });
        System.Associate("systemuser", user, new Relationship("systemuserroles_association"), [new EntityReference("role", roleId)]);
        return Crm.ServiceFor(user);
    }

    /// <summary>Runs the asynchronous service, without a heart-beat.</summary>
    public void Work() => Crm.Async.RunUntilQuiet();

    /// <summary>Lets time pass with a heart-beat every ten seconds, or as rarely as told.</summary>
    public void Pass(TimeSpan time, TimeSpan? beat = null)
    {
        for (var end = Clock.UtcNow + time; Clock.UtcNow < end;)
        {
            Clock.Advance(beat ?? TimeSpan.FromSeconds(10));
            Beat();
            Work();
        }
    }

    /// <summary>Asks for a tick of every process that is due.</summary>
    public void Beat()
    {
        var due = All(SmsProcess.LogicalName, query =>
        {
            query.Criteria.AddCondition("statecode", ConditionOperator.Equal, 0);
            query.Criteria.AddCondition(SmsProcess.Columns.NextRunOn, ConditionOperator.LessEqual, Clock.UtcNow);
        });
        foreach (var process in due)
        {
            System.Update(new SmsProcessRow(process.Id) { RequestedOn = Clock.UtcNow }.Record);
        }
    }

    /// <summary>Everything in the organisation's files, as text in both encodings that a text could stand in.</summary>
    public IEnumerable<string> DataBytes()
    {
        foreach (var file in Directory.GetFiles(Path.GetTempPath(), Path.GetFileName(_file) + "*"))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            yield return global::System.Text.Encoding.UTF8.GetString(bytes);
            yield return global::System.Text.Encoding.Unicode.GetString(bytes);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Crm.Dispose();
        await Simulators.DisposeAsync();
        foreach (var file in Directory.GetFiles(Path.GetTempPath(), Path.GetFileName(_file) + "*"))
        {
            File.Delete(file);
        }
    }

    private Organization Open(Uri address) => Organization.Open(new OrganizationOptions
    {
        DataFile = _file,
        BaseAddress = address,
        Clock = Clock,
        Network = Network,
        Execution = _execution,
    });
}
