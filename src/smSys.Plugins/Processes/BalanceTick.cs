using System;
using smSys.Crm.Rows;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Messaging.Providers;
using smSys.Messaging.Text;
using smSys.Plugins.Accounts;
using smSys.Plugins.Shell;

namespace smSys.Plugins.Processes;

/// <summary>Shows what is left on the account in its setting, and lets a setting go on that waited for a top-up.</summary>
public sealed class BalanceTick : IProcessTick
{
    // The largest number that a decimal column of Dynamics holds.
    private const decimal Largest = 100_000_000_000m;

    private static readonly Sentence _untold = new("The provider does not tell the balance.", "سرویس‌دهنده اعتبار را نمی‌گوید.");

    /// <inheritdoc/>
    public TickResult Run(Composition composition, SmsProcessRow process)
    {
        using var account = ProcessAccounts.Open(composition, process);
        var notes = new Notes(composition.Services.System, process.CreatedBy?.Id);
        if (!account.Provider.Capabilities.HasBalance)
        {
            return TickResult.Over(notes.Say(_untold));
        }

        var answer = account.Provider.GetBalance();
        if (!answer.Succeeded)
        {
            return TickResult.Later("[" + answer.Fault!.Code + "] " + answer.Fault.Words);
        }

        var balance = answer.Value;
        var now = composition.Services.Clock();
        var change = new SmsSettingRow(account.Setting.Id)
        {
            Balance = Math.Max(-Largest, Math.Min(Largest, balance.Amount)),
            BalanceUnit = UnitOf(balance.Unit),
            BalanceOn = now,
        };
        WatchCrossing(composition, account.Setting, balance, change, now);
        new RowWriter(composition.Services.System).Update(change.Record);
        if (IsToppedUp(account, balance))
        {
            composition.Pauser.Resume(account.Setting.Id, PauseReason.LowBalance);
        }

        return TickResult.Later(notes.Say(WordsOf(balance)));
    }

    private static Sentence WordsOf(Balance balance)
    {
        var amount = Amounts.Of(balance.Amount, UnitOf(balance.Unit));
        return Math.Abs(balance.Amount) <= Largest ? amount : new Sentence(
            amount.English + "; the setting shows " + Figures.Of(Largest, Language.English) + ", more has no place in Dynamics.",
            amount.Persian + "؛ تنظیم " + Figures.Of(Largest, Language.Persian) + " را نشان می‌دهد، بیش از آن در داینامیکس جا ندارد.");
    }

    // Told once when the balance falls below the limit; only a top-up lets it be told again.
    private static void WatchCrossing(Composition composition, SmsSettingRow setting, Balance balance, SmsSettingRow change, DateTime now)
    {
        if (setting.LowBalance is not { } limit || balance.Amount >= limit)
        {
            change.LowBalanceAlertedOn = null;
        }
        else if (setting.LowBalanceAlertedOn is null)
        {
            var amount = Amounts.Of(balance.Amount, UnitOf(balance.Unit));
            composition.Alerts.Raise(setting, "low-balance", new Sentence(
                "The balance is down to " + amount.English + "; top the account up. Bulks wait until then, single messages go out as long as it lasts.",
                "اعتبار به " + amount.Persian + " رسیده است؛ حساب را شارژ کنید. ارسال‌های گروهی تا آن زمان می‌مانند و پیامک‌های تکی تا پایان اعتبار فرستاده می‌شوند."), now);
            change.LowBalanceAlertedOn = now;
        }
    }

    private static bool IsToppedUp(AccountInUse account, Balance balance) =>
        account.Setting.Statuscode == SmsSetting.Status.Paused
        && account.Setting.PauseReason == PauseReason.LowBalance
        && balance.Amount > Math.Max(account.Setting.LowBalance ?? 0, account.Setting.Balance ?? 0);

    private static Crm.Tables.BalanceUnit UnitOf(Messaging.Providers.BalanceUnit unit) => unit switch
    {
        Messaging.Providers.BalanceUnit.Rial => Crm.Tables.BalanceUnit.Rial,
        Messaging.Providers.BalanceUnit.Messages => Crm.Tables.BalanceUnit.Messages,
        _ => Crm.Tables.BalanceUnit.Unknown,
    };
}
