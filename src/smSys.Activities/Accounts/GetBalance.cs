using System;
using System.Activities;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;
using smSys.Activities.Shell;
using smSys.Crm.Rows;
using smSys.Crm.Sentences;
using smSys.Crm.Settings;
using smSys.Crm.Tables;

namespace smSys.Activities.Accounts;

/// <summary>
/// Get balance: what was left on an account when the provider was last asked, and how long ago that was. The provider is asked in
/// the background, so that a process never waits for it.
/// </summary>
public sealed class GetBalance : WorkflowStep
{
    /// <summary>The account; empty: the default one.</summary>
    [Input("SMS Setting")]
    [ReferenceTarget("smsys_smssetting")]
    public InArgument<EntityReference> Setting { get; set; } = null!;

    /// <summary>Has the provider asked again; the answer stands in the setting a little later.</summary>
    [Input("Ask the provider again")]
    [Default("False")]
    public InArgument<bool> AskAgain { get; set; } = null!;

    /// <summary>What was left.</summary>
    [Output("Balance")]
    public OutArgument<decimal> Balance { get; set; } = null!;

    /// <summary>Rials or messages.</summary>
    [Output("Unit")]
    public OutArgument<string> Unit { get; set; } = null!;

    /// <summary>Minutes since the provider said so; -1 when it never did.</summary>
    [Output("Minutes old")]
    public OutArgument<int> Age { get; set; } = null!;

    /// <summary>It is below the setting's limit.</summary>
    [Output("Is low")]
    public OutArgument<bool> IsLow { get; set; } = null!;

    /// <inheritdoc/>
    protected override void Run(StepRun run)
    {
        var reader = new SettingReader(run.System);
        var setting = Setting.Get(run.Activity) is { } named ? reader.Read(named.Id) : reader.ReadDefault();
        if (setting is null)
        {
            throw new RefusalException("setting-missing", "There is no such SMS Setting, and no default one.", "چنین تنظیم پیامکی نیست و پیش‌فرضی هم نیست.");
        }

        Balance.Set(run.Activity, setting.Balance ?? 0);
        Unit.Set(run.Activity, setting.BalanceUnit?.ToString() ?? string.Empty);
        Age.Set(run.Activity, setting.BalanceOn is { } on ? Math.Max(0, (int)(run.Clock() - on).TotalMinutes) : -1);
        IsLow.Set(run.Activity, setting.Balance is { } left && setting.LowBalance is { } limit && left < limit);
        if (AskAgain.Get(run.Activity))
        {
            Ask(run, setting);
        }
    }

    private static void Ask(StepRun run, SmsSettingRow setting)
    {
        var id = run.NewId();
        if (run.System.Find(SmsProcess.LogicalName, SmsProcess.PrimaryId, id, SmsProcess.PrimaryId) is null)
        {
            run.System.Create(new SmsProcessRow(id)
            {
                Name = setting.Name,
                ProcessKind = ProcessKind.Balance,
                SettingId = setting.Reference,
            }.Record);
        }
    }
}
