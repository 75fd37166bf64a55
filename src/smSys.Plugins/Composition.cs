using System;
using System.Collections.Generic;
using smSys.Crm.Addresses;
using smSys.Crm.Bulk;
using smSys.Crm.Consents;
using smSys.Crm.Lines;
using smSys.Crm.Messages;
using smSys.Crm.Processes;
using smSys.Crm.Secrets;
using smSys.Crm.Sentences;
using smSys.Crm.Settings;
using smSys.Crm.Tables;
using smSys.Messaging.Providers;
using smSys.Plugins.Accounts;
using smSys.Plugins.Alerts;
using smSys.Plugins.Health;
using smSys.Plugins.Sending;
using smSys.Plugins.Shell;
using smSys.Providers;

namespace smSys.Plugins;

/// <summary>Puts together the few objects that an execution of a step works with; all of them act as SYSTEM.</summary>
public sealed class Composition
{
    private readonly Func<string, ProviderAccount, ISmsProvider> _createProvider;

    /// <summary>For the execution of a step.</summary>
    public Composition(StepServices services)
        : this(services, (kind, account) => ProviderCatalog.Create(kind, account, new ProviderSurroundings { Trace = services.Trace }))
    {
    }

    /// <summary>With another catalogue of providers.</summary>
    public Composition(StepServices services, Func<string, ProviderAccount, ISmsProvider> createProvider)
    {
        Services = services;
        _createProvider = createProvider;
    }

    /// <summary>The execution.</summary>
    public StepServices Services { get; }

    /// <summary>The rows of messages.</summary>
    public MessageStore Messages => field ??= new MessageStore(Services.System);

    /// <summary>The rows of background work.</summary>
    public ProcessStore Processes => field ??= new ProcessStore(Services.System);

    /// <summary>The rows of bulks.</summary>
    public BulkStore Bulks => field ??= new BulkStore(Services.System);

    /// <summary>The rows of partitions.</summary>
    public PartitionStore Partitions => field ??= new PartitionStore(Services.System);

    /// <summary>Settings.</summary>
    public SettingReader Settings => field ??= new SettingReader(Services.System);

    /// <summary>Pauses settings.</summary>
    public SettingPauser Pauser => field ??= new SettingPauser(Services.System);

    /// <summary>Lines.</summary>
    public LineReader Lines => field ??= new LineReader(Services.System);

    /// <summary>Who wants no messages.</summary>
    public ConsentBook Consents => field ??= new ConsentBook(Services.System);

    /// <summary>Which records hold which number.</summary>
    public AddressBook Addresses => field ??= new AddressBook(Services.System);

    /// <summary>Notes on records in the organisation's language.</summary>
    public Notes Notes => field ??= new Notes(Services.System);

    /// <summary>Opens providers.</summary>
    public AccountOpener Accounts => field ??= new AccountOpener(Settings, Services.Secrets, _createProvider) { Refused = PauseForSecret };

    /// <summary>Makes the reader of what a kind of provider pushes, from the options of a setting.</summary>
    public Func<string, IReadOnlyDictionary<string, string>, ICallbackReader> Readers { get; init; } = ProviderCatalog.CreateCallbackReader;

    /// <summary>Lets hand-overs happen.</summary>
    public SettingGate Gate => field ??= new SettingGate(Services.System, Pauser, Notes, Alerts);

    /// <summary>Tells owners of settings.</summary>
    public AlertDesk Alerts => field ??= new AlertDesk(Services.System, Notes, Services.Trace);

    /// <summary>Lets settings stand in for one another.</summary>
    public Failover Failover => field ??= new Failover(Services.System, Settings, Pauser, Alerts, Notes);

    /// <summary>The health of accounts.</summary>
    public HealthKeeper Health => field ??= new HealthKeeper(Services.System, Failover);

    /// <summary>The quiet hours of settings.</summary>
    public QuietBook Quiet => field ??= new QuietBook(Services.System);

    /// <summary>What a hand-over works with.</summary>
    public HandOverDoors HandOverDoors => field ??= new HandOverDoors
    {
        Messages = Messages,
        Consents = Consents,
        Bulks = Bulks,
        Quiet = Quiet,
        Slots = new SlotBook(Services.System),
        Lines = new LineDigits(Lines),
        Gate = Gate,
        Closing = new Closing(Messages, Notes),
        Token = Services.Token,
        Clock = Services.Clock,
        Remaining = () => Services.Remaining,
    };

    private void PauseForSecret(SmsSettingRow setting, RefusalException refusal)
    {
        if (setting.Statuscode == SmsSetting.Status.Active)
        {
            Pauser.Pause(setting.Id, PauseReason.SignIn, Notes.Say(refusal.Sentence), Services.Clock());
        }
    }
}
