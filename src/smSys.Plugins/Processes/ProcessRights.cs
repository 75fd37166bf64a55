using Microsoft.Crm.Sdk.Messages;
using smSys.Crm.Rows;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Plugins.Shell;

namespace smSys.Plugins.Processes;

/// <summary>
/// Who may have which process work. A tick works as SYSTEM, so whoever makes a row of its kind lends themselves SYSTEM's rights:
/// try-outs are anybody's who may create the row, the rest takes the right to change processes, which administrators have.
/// </summary>
public static class ProcessRights
{
    /// <summary>Checks a row that was just created, inside its transaction.</summary>
    /// <exception cref="RefusalException">The kind is not for this user.</exception>
    public static void Demand(StepServices services, SmsProcessRow process)
    {
        if (IsForEverybody(process.ProcessKind)
            || services.IsEngine
            || RowAccess.May(services.System, services.Context.UserId, new SmsProcessRow(services.Context.PrimaryEntityId).Reference, AccessRights.WriteAccess))
        {
            return;
        }

        throw new RefusalException(
            "process-not-permitted",
            "You may not start a process of this kind; ask your administrator.",
            "اجازه آغاز فرایندی از این نوع را ندارید؛ از مدیر سامانه بخواهید.");
    }

    // Settling asks for the right to the line of each message.
    private static bool IsForEverybody(ProcessKind? kind) =>
        kind is ProcessKind.Preview or ProcessKind.TestText or ProcessKind.TestConnection or ProcessKind.Balance or ProcessKind.Settle;
}
