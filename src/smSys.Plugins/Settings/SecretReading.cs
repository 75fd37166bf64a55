using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Plugins.Shell;

namespace smSys.Plugins.Settings;

/// <summary>
/// Credentials are read by the engine alone. No role has a privilege on their table, but the System Administrator has every
/// privilege everywhere, and with it every view, export and Web API client of theirs. A join does not pass here; what it finds
/// is sealed (<see cref="smSys.Crm.Secrets.SecretSeal"/>).
/// </summary>
[Step("Retrieve", SmsSecret.LogicalName, Stage.PreValidation)]
[Step("RetrieveMultiple", SmsSecret.LogicalName, Stage.PreValidation)]
public sealed class SecretReading : PlugIn
{
    /// <inheritdoc/>
    protected override void Run(StepServices services)
    {
        if (!services.IsEngine)
        {
            throw new RefusalException(
                "secret-closed",
                "Passwords of SMS accounts cannot be read; to change one, type a new password into the SMS setting.",
                "رمز حساب‌های پیامک خواندنی نیست؛ برای تغییر، رمز تازه را در تنظیم پیامک بنویسید.");
        }
    }
}
