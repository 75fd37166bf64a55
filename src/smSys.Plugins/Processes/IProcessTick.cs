using smSys.Crm.Tables;

namespace smSys.Plugins.Processes;

/// <summary>What a process of one kind does in a tick: a piece of work that fits into the tick's time and may be cut off anywhere.</summary>
public interface IProcessTick
{
    /// <summary>Works; the caller holds the process' lease.</summary>
    TickResult Run(Composition composition, SmsProcessRow process);
}
