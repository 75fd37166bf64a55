using smSys.Crm.Tables;
using smSys.Plugins.Health;

namespace smSys.Plugins.Processes;

/// <summary>Tries out a setting for the person who made the process: signs in by asking for something harmless.</summary>
public sealed class ConnectionTick : IProcessTick
{
    /// <inheritdoc/>
    public TickResult Run(Composition composition, SmsProcessRow process)
    {
        using var account = ProcessAccounts.Open(composition, process);
        var fault = AccountProbe.Try(account);
        var result = TickResult.Over(fault is null ? "Connected." : "[" + fault.Code + "] " + fault.Words);
        result.Change.Output = result.Summary;
        return result;
    }
}
