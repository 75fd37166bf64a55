using System;
using System.Globalization;
using smSys.Crm.Tables;
using smSys.Messaging.Messages;

namespace smSys.Crm.Processes;

/// <summary>The ids of standing processes: each setting and line has one of a kind, however often it is asked for.</summary>
public static class ProcessIds
{
    private static readonly DateTime _epoch = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>The one row that holds when the server's heart last beat.</summary>
    public static Guid HeartBeat => DeterministicId.Create(_epoch, "heart-beat");

    /// <summary>The one process that fills the address book for the records that were there before smSys.</summary>
    public static Guid FillAddresses => DeterministicId.Create(_epoch, "fill-addresses");

    /// <summary>The process of a setting or of a line.</summary>
    public static Guid Of(ProcessKind kind, Guid owner) =>
        DeterministicId.Create(_epoch, "standing-process", kind.ToString(), owner.ToString("N"));

    /// <summary>The dry run, the freezing or a partition of a bulk.</summary>
    /// <param name="kind">Dry run, Freeze or Send.</param>
    /// <param name="bulkId">Whose.</param>
    /// <param name="partition">Of Send, from 1 on; else 0.</param>
    public static Guid OfBulk(ProcessKind kind, Guid bulkId, int partition = 0) =>
        DeterministicId.Create(_epoch, "bulk-process", kind.ToString(), bulkId.ToString("N"), partition.ToString(CultureInfo.InvariantCulture));
}
