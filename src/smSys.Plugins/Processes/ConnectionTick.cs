using smSys.Crm.Tables;
using smSys.Messaging.Providers;
using smSys.Plugins.Accounts;

namespace smSys.Plugins.Processes;

/// <summary>Tries out a setting for the person who made the process: signs in by asking for something harmless.</summary>
public sealed class ConnectionTick : IProcessTick
{
    /// <inheritdoc/>
    public TickResult Run(Composition composition, SmsProcessRow process)
    {
        using var account = ProcessAccounts.Open(composition, process);
        var fault = Try(account);
        var result = TickResult.Over(fault is null ? "Connected." : "[" + fault.Code + "] " + fault.Words);
        result.Change.Output = result.Summary;
        return result;
    }

    private static ProviderFault? Try(AccountInUse account)
    {
        var can = account.Provider.Capabilities;
        if (can.HasBalance)
        {
            return account.Provider.GetBalance().Fault;
        }

        return can.HasLines
            ? account.Provider.GetLines().Fault
            : new ProviderFault(ProviderFaultKind.NotSupported, "not-supported", "The provider can only be tried by sending.");
    }
}
