using CrmEmulator;
using CrmEmulator.Pipeline;
using CrmEmulator.Time;
using CrmEmulator.WebApi;
using Kannel.Gateway;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Tables;
using smSys.Server.Callbacks;
using smSys.Server.Hosting;
using smSys.Server.WebApi;

namespace Kannel.Engine;

/// <summary>
/// The whole way: an organisation with the shipped solution, smSys.Server before it with heart and ear, and a real Kannel whose
/// setting holds the description of the solution's README.
/// </summary>
internal sealed class EngineWithEar : IAsyncDisposable
{
    private const string EarSecret = "the ear of the tests with Kannel";
    private readonly DirectoryInfo _spool;
    private readonly Organization _organization;
    private readonly WebApiServer _web;
    private readonly SmsServer _server;
    private readonly OriginForm _crossing;

    private EngineWithEar(Organization organization, WebApiServer web, SmsServer server, KannelGateway kannel, OriginForm crossing, DirectoryInfo spool)
    {
        (_organization, _web, _server, Kannel, _crossing, _spool) = (organization, web, server, kannel, crossing, spool);
        Admin = organization.ServiceFor(organization.AdministratorId);
    }

    public KannelGateway Kannel { get; }

    public IOrganizationService Admin { get; }

    public static async Task<EngineWithEar> StartAsync()
    {
        var clock = OrganizationClock.Scaled(DateTime.UtcNow, 1);
        var organization = Organization.Open(new OrganizationOptions { Clock = clock, Execution = new ExecutionOptions { AsyncWorkers = 2 } });
        organization.ImportSolution(Zip());
        WebApiServer web = await WebApiServer.StartAsync(organization);
        DirectoryInfo spool = Directory.CreateTempSubdirectory("kannel-spool-");
        var ear = new EarOptions { Secret = EarSecret, Folder = spool.FullName };
        var server = SmsServer.Build(
            new ServerOptions
            {
                Listen = "http://127.0.0.1:0",
                Crm = new CrmOptions { Address = web.Address.ToString(), SignIn = CrmSignIn.None, FollowClock = false },
                Ear = ear,
            },
            clock);
        await server.StartAsync();

        // The path is made of the setting's id, and the setting names the path: the id comes first.
        var settingId = Guid.NewGuid();
        string path = KeyCommand.PathOf(["key", "callback", "http", settingId.ToString()], ear, out _)!;
        string callback = server.Address.GetLeftPart(UriPartial.Authority) + path;
        KannelGateway kannel = await KannelGateway.StartAsync(callback: callback);
        var crossing = new OriginForm(kannel.SendPoint);
        organization.Network.Route("kannel.example.test", crossing.Address);
        organization.Async.Start();
        var engine = new EngineWithEar(organization, web, server, kannel, crossing, spool);
        engine.EnterSetting(settingId, GuidedExample.DefinitionFor(callback));
        return engine;
    }

    public Guid Queue(string mobile, string text)
    {
        var contact = Admin.Create(new Entity("contact") { ["firstname"] = "مریم", ["lastname"] = "احمدی", ["mobilephone"] = mobile });
        return Admin.Create(new SmsRow
        {
            Text = text,
            To = new EntityCollection([new Entity("activityparty") { ["partyid"] = new EntityReference("contact", contact) }]),
            StateCode = Sms.State.Open,
            StatusCode = Sms.Status.Queued,
        }.Record);
    }

    public SmsRow Read(Guid id) => new(Admin.Retrieve(Sms.LogicalName, id, new ColumnSet(true)));

    public IReadOnlyList<SmsRow> Incoming()
    {
        var query = new QueryExpression(Sms.LogicalName) { ColumnSet = new ColumnSet(true) };
        query.Criteria.AddCondition(Sms.Columns.Direction, ConditionOperator.Equal, (int)Direction.Incoming);
        return [.. Admin.RetrieveMultiple(query).Entities.Select(row => new SmsRow(row))];
    }

    public async ValueTask DisposeAsync()
    {
        await Kannel.DisposeAsync();
        _crossing.Dispose();
        await _server.StopAsync();
        await _server.DisposeAsync();
        await _web.DisposeAsync();
        _organization.Dispose();
        _spool.Delete(recursive: true);
    }

    private void EnterSetting(Guid id, string definition)
    {
        Admin.Create(new SmsSettingRow(id)
        {
            Name = "Kannel",
            ProviderKind = ProviderKind.HTTP,
            Address = "http://kannel.example.test/",
            AllowPlainHttp = true,
            UserName = KannelGateway.User,
            NewSecret = Kannel.Password,
            Options = definition,
        }.Record);
        var line = Admin.Create(new SmsNumberRow
        {
            Line = KannelGateway.Line,
            SettingId = new EntityReference(SmsSetting.LogicalName, id),
        }.Record);
        Admin.Update(new SmsSettingRow(id) { DefaultNumberId = new EntityReference(SmsNumber.LogicalName, line) }.Record);
    }

    private static byte[] Zip()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "smSys.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not lie inside the repository.");
        }

        return File.ReadAllBytes(Path.Combine(folder.FullName, "artifacts", "smSys.zip"));
    }
}
