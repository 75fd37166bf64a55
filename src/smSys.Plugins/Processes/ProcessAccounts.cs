using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Plugins.Accounts;

namespace smSys.Plugins.Processes;

/// <summary>Opens the account that a process works for.</summary>
public static class ProcessAccounts
{
    /// <summary>The account of the process' setting.</summary>
    /// <exception cref="RefusalException">The process names no setting, or it is gone.</exception>
    public static AccountInUse Open(Composition composition, SmsProcessRow process)
    {
        var account = process.SettingId is { } setting ? composition.Accounts.Open(setting.Id) : null;
        return account ?? throw new RefusalException(
            "process-setting",
            "The SMS process names no SMS setting, or the setting is gone; choose one.",
            "فرایند پیامک تنظیم پیامک ندارد یا تنظیمش حذف شده است؛ یکی را انتخاب کنید.");
    }
}
