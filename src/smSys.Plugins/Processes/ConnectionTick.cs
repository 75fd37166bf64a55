using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Plugins.Health;
using smSys.Plugins.Shell;

namespace smSys.Plugins.Processes;

/// <summary>Tries out a setting for the person who made the process: signs in by asking for something harmless.</summary>
public sealed class ConnectionTick : IProcessTick
{
    private static readonly Sentence _connected = new("Connected.", "اتصال برقرار است.");

    /// <inheritdoc/>
    public TickResult Run(Composition composition, SmsProcessRow process)
    {
        using var account = ProcessAccounts.Open(composition, process);
        var fault = AccountProbe.Try(account);
        var notes = new Notes(composition.Services.System, process.CreatedBy?.Id);
        var result = TickResult.Over(fault is null ? notes.Say(_connected) : "[" + fault.Code + "] " + fault.Words);
        result.Change.Output = result.Summary;
        return result;
    }
}
