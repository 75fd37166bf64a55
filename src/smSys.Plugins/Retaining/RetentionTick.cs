using System;
using System.Globalization;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Faults;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Plugins.Processes;

namespace smSys.Plugins.Retaining;

/// <summary>
/// Thins out what is over and older than the process' days: messages with their parties, the frozen audiences of old bulks,
/// finished try-outs. What is not final stays whatever its age, and so do bulks and their partitions, the proof of what was
/// sent. A tick that is cut off leaves fewer old rows, and the next one goes on.
/// </summary>
public sealed class RetentionTick : IProcessTick
{
    /// <summary>Younger rows still guard against a second send: a provider that reads out again, a job that runs again.</summary>
    public const int FewestDays = 7;

    private const int Page = 200;
    private static readonly TimeSpan _reserve = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public TickResult Run(Composition composition, SmsProcessRow process)
    {
        if (process.KeepDays is not { } days || days < FewestDays)
        {
            throw new RefusalException(
                "keep-days",
                "Enter how many days finished messages are kept, at least " + FewestDays.ToString(CultureInfo.InvariantCulture) + ".",
                "تعداد روزهای نگهداری پیامک‌های پایان‌یافته را وارد کنید؛ دست‌کم ۷ روز.");
        }

        var now = composition.Services.Clock();
        var before = now.AddDays(-days);
        var messages = Thin(composition, () => RetentionQueries.Messages(process, before, Page));
        var chunks = Thin(composition, () => RetentionQueries.Chunks(before, Page));
        var processes = Thin(composition, () => RetentionQueries.TryOuts(now.AddDays(-1), Page))
            + Thin(composition, () => RetentionQueries.Processes(before, Page));
        var summary = "Deleted messages: " + messages + ", audience chunks: " + chunks + ", finished processes: " + processes + ".";
        var result = composition.Services.Remaining < _reserve
            ? TickResult.At(composition.Services.Clock(), summary + " The tick's time was up.")
            : TickResult.Later(summary);
        result.Change.Accepted = (process.Accepted ?? 0) + messages;
        return result;
    }

    private static int Thin(Composition composition, Func<QueryExpression> query)
    {
        var deleted = 0;
        while (composition.Services.Remaining >= _reserve)
        {
            var rows = composition.Services.System.RetrieveMultiple(query()).Entities;
            var before = deleted;
            foreach (var row in rows)
            {
                if (composition.Services.Remaining < _reserve)
                {
                    return deleted;
                }

                deleted += Delete(composition, row) ? 1 : 0;
            }

            if (rows.Count < Page || deleted == before)
            {
                break;
            }
        }

        return deleted;
    }

    // Somebody else may have deleted it, or its guard may have found a reason; it is looked at again at the next tick.
    private static bool Delete(Composition composition, Entity row)
    {
        try
        {
            composition.Services.System.Delete(row.LogicalName, row.Id);
            return true;
        }
        catch (System.ServiceModel.FaultException<OrganizationServiceFault> fault) when (!CrmFaults.MayHaveWorked(fault))
        {
            composition.Services.Trace("A row was not deleted: " + fault.Detail.Message);
            return false;
        }
    }
}
