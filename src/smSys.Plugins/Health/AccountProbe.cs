using smSys.Messaging.Providers;
using smSys.Plugins.Accounts;

namespace smSys.Plugins.Health;

/// <summary>Tries an account by asking its provider for something harmless.</summary>
public static class AccountProbe
{
    /// <summary>The provider has nothing harmless to ask for.</summary>
    public const string CannotTry = "not-supported";

    /// <summary>What is wrong; null when the provider answers.</summary>
    public static ProviderFault? Try(AccountInUse account)
    {
        var can = account.Provider.Capabilities;
        if (can.HasBalance)
        {
            return account.Provider.GetBalance().Fault;
        }

        return can.HasLines
            ? account.Provider.GetLines().Fault
            : new ProviderFault(ProviderFaultKind.NotSupported, CannotTry, "The provider can only be tried by sending.");
    }
}
