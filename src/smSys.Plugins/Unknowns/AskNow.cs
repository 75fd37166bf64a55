using smSys.Crm.Tables;
using smSys.Plugins.Recovering;

namespace smSys.Plugins.Unknowns;

/// <summary>Asks about a message at once, because somebody set requested on of an unknown one: at the account that took the attempt.</summary>
public static class AskNow
{
    /// <summary>Asks.</summary>
    public static void Run(Composition composition, SmsRow message)
    {
        using var account = message.SettingId is { } setting ? composition.Accounts.Open(setting.Id) : null;
        if (account is null)
        {
            composition.Services.Trace("The setting that took the message is gone; nobody can be asked.");
            return;
        }

        new Questions(composition, account).Ask([message]);
    }
}
