using System;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Rows;
using smSys.Crm.Sentences;
using smSys.Crm.Settings;
using smSys.Crm.Tables;
using smSys.Plugins.Shell;

namespace smSys.Plugins.Settings;

/// <summary>Keeps the default setting: it can be neither deactivated nor deleted while it is the default.</summary>
[Step("Update", SmsSetting.LogicalName, Stage.PreOperation, Filters = [StandardColumns.State])]
[Step("SetState", SmsSetting.LogicalName, Stage.PreOperation)]
[Step("SetStateDynamicEntity", SmsSetting.LogicalName, Stage.PreOperation)]
[Step("Delete", SmsSetting.LogicalName, Stage.PreOperation)]
public sealed class SettingGuarding : PlugIn
{
    /// <inheritdoc/>
    protected override void Run(StepServices services)
    {
        if (IsLeaving(services.Context)
            && new SettingReader(services.System).ReadDefault() is { } standard
            && standard.Id == services.Context.PrimaryEntityId)
        {
            throw new RefusalException(
                "setting-is-default",
                "This is the default SMS setting; make another one the default first.",
                "این تنظیم پیش‌فرض پیامک است؛ نخست تنظیم دیگری را پیش‌فرض کنید.");
        }
    }

    private static bool IsLeaving(IPluginExecutionContext context)
    {
        if (string.Equals(context.MessageName, "Delete", StringComparison.Ordinal))
        {
            return true;
        }

        var state = context.InputParameters.Contains("Target")
            ? ((Entity)context.InputParameters["Target"]).GetAttributeValue<OptionSetValue>(StandardColumns.State)
            : (OptionSetValue)context.InputParameters["State"];
        return state?.Value == (int)SmsSetting.State.Inactive;
    }
}
