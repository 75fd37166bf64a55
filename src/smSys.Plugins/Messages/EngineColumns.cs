using System.Linq;
using smSys.Crm.Messages;
using smSys.Crm.Sentences;
using smSys.Plugins.Shell;

namespace smSys.Plugins.Messages;

/// <summary>Keeps people's hands off the journal.</summary>
public static class EngineColumns
{
    /// <summary>Refuses a request that writes columns which smSys keeps itself, unless smSys made the request.</summary>
    /// <exception cref="RefusalException">With the column's name.</exception>
    public static void DemandNone(StepServices services)
    {
        var written = MessageColumns.OfEngineOnly.FirstOrDefault(column => services.Target.Contains(column) && services.Target[column] is not null);
        if (written is not null && !services.IsEngine)
        {
            throw new RefusalException(
                "column-of-engine",
                "The column " + written + " is kept by smSys itself and cannot be changed.",
                "ستون " + written + " را خود سامانه نگه می‌دارد و نمی‌توان آن را تغییر داد.");
        }
    }
}
