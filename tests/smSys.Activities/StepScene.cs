using CrmEmulator;
using CrmEmulator.Time;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Tables;
using smSys.Plugins.Tests.Emulated;

namespace smSys.Activities.Tests;

/// <summary>An organisation with the shipped solution, an account with a line, and a contact; steps run in its workflow host.</summary>
internal sealed class StepScene : IDisposable
{
    private const string MessageTable = global::smSys.Crm.Tables.Sms.LogicalName;

    public static readonly DateTime Start = new(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc);

    public StepScene()
    {
        Crm = Organization.Open(new OrganizationOptions { Clock = OrganizationClock.Manual(Start) });
        Crm.ImportSolution(ShippedSolution.Zip);
        Admin = Crm.ServiceFor(Crm.AdministratorId);
        System = Crm.ServiceFor(Crm.SystemUserId);
        Setting = new EntityReference(SmsSetting.LogicalName, Admin.Create(new SmsSettingRow
        {
            Name = "account",
            ProviderKind = ProviderKind.Ghasedak,
            Address = "http://ghasedak.sim.test/",
        }.Record));
        Line = new EntityReference(SmsNumber.LogicalName, Admin.Create(new SmsNumberRow { Line = "30001234", SettingId = Setting }.Record));
        Contact = new EntityReference("contact", Admin.Create(new Entity("contact")
        {
            ["firstname"] = "سارا",
            ["lastname"] = "رضایی",
            ["mobilephone"] = "0912 345 6789",
        }));
    }

    public Organization Crm { get; }

    public IOrganizationService Admin { get; }

    public IOrganizationService System { get; }

    public EntityReference Setting { get; }

    public EntityReference Line { get; }

    public EntityReference Contact { get; }

    public void Dispose() => Crm.Dispose();

    public IReadOnlyDictionary<string, object?> Run(string type, params (string Name, object? Value)[] inputs) =>
        Crm.Workflows.RunActivity("smSys.Activities." + type, Contact, Crm.AdministratorId, inputs.ToDictionary(input => input.Name, input => input.Value));

    public EntityReference Template(string text) => new(
        SmsTemplate.LogicalName, Admin.Create(new SmsTemplateRow { Name = "template", Text = text }.Record));

    public SmsRow Sms(object? reference) => new(System.Retrieve(MessageTable, ((EntityReference)reference!).Id, new ColumnSet(true)));

    /// <summary>An SMS as the engine files one that came in.</summary>
    public EntityReference Incoming() => new(MessageTable, System.Create(new SmsRow
    {
        Direction = Direction.Incoming,
        Text = "سلام",
        PhoneNumber = "989123456789",
        NumberId = Line,
        SettingId = Setting,
        RegardingObjectId = Contact,
        ArrivedOn = Start.AddMinutes(-10),
        StateCode = global::smSys.Crm.Tables.Sms.State.Open,
        StatusCode = global::smSys.Crm.Tables.Sms.Status.Received,
    }.Record));
}
