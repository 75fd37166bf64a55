using Microsoft.Xrm.Sdk;
using smSys.Crm.Lines;
using smSys.Crm.Settings;
using smSys.Crm.Tables;
using smSys.Plugins.Processes;
using smSys.Plugins.Shell;

namespace smSys.Plugins.Lines;

/// <summary>Gives a line that receives the process which asks for its messages.</summary>
[Step("Create", SmsNumber.LogicalName, Stage.PostOperation)]
[Step("Update", SmsNumber.LogicalName, Stage.PostOperation, Filters = [SmsNumber.Columns.IsReceiving])]
public sealed class NumberSaved : PlugIn
{
    /// <inheritdoc/>
    protected override void Run(StepServices services)
    {
        if (new SmsNumberRow(services.Target).IsReceiving != true)
        {
            return;
        }

        var id = services.Target.Id != System.Guid.Empty ? services.Target.Id : services.Context.PrimaryEntityId;
        var line = new LineReader(services.System).Read(id);
        if (line?.SettingId is not { } settingId)
        {
            return;
        }

        var setting = new SettingReader(services.System).Read(settingId.Id);
        new ProcessSeeder(services.System).SeedLine(
            new EntityReference(SmsNumber.LogicalName, id), settingId, line.Line ?? string.Empty, setting?.PollInterval, services.Clock());
    }
}
