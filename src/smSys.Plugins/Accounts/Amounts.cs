using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Messaging.Text;

namespace smSys.Plugins.Accounts;

/// <summary>What an account counts, in words.</summary>
public static class Amounts
{
    /// <summary>For example <c>1,234 Rial</c>; without a unit where it is not known.</summary>
    public static Sentence Of(decimal amount, BalanceUnit? unit)
    {
        return new Sentence(Figures.Of(amount, Language.English) + English(amount, unit), Figures.Of(amount, Language.Persian) + Persian(unit));
    }

    private static string English(decimal amount, BalanceUnit? unit) => unit switch
    {
        BalanceUnit.Rial => " Rial",
        BalanceUnit.Messages => amount == 1 ? " message" : " messages",
        _ => string.Empty,
    };

    private static string Persian(BalanceUnit? unit) => unit switch
    {
        BalanceUnit.Rial => " ریال",
        BalanceUnit.Messages => " پیامک",
        _ => string.Empty,
    };
}
