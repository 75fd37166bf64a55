using System.Linq;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Messaging.Text;

namespace smSys.Plugins.Bulk;

/// <summary>
/// The lines of an imported file and the ids of selected rows stand in one column of the bulk, which has an end: says so before
/// the platform does, with how many fit and where more go.
/// </summary>
public static class AudienceRoom
{
    /// <summary>Refuses what has no room.</summary>
    /// <exception cref="RefusalException">With the number of lines that fit.</exception>
    public static void Demand(Entity target)
    {
        if (new SmsBulkRow(target).AudienceIds is not { Length: > SmsBulk.Lengths.AudienceIds } text)
        {
            return;
        }

        // Ids may also stand in one line, behind commas.
        var border = text.IndexOf('\n') < 0 ? ',' : '\n';
        var fitting = text.Take(SmsBulk.Lengths.AudienceIds).Count(sign => sign == border);
        var all = text.TrimEnd('\r', '\n', ',', ' ').Count(sign => sign == border) + 1;
        throw new RefusalException(
            "audience-too-long",
            "Of the " + Figures.Of(all, Language.English) + " lines of this audience the first " + Figures.Of(fitting, Language.English)
                + " fit into one SMS bulk. Divide the file among several bulks, or import the people into CRM and use a static marketing list.",
            "از " + Figures.Of(all, Language.Persian) + " سطر این مخاطبان فقط " + Figures.Of(fitting, Language.Persian)
                + " سطر نخست در یک ارسال انبوه جا می‌شود. فایل را میان چند ارسال انبوه تقسیم کنید، یا افراد را در CRM وارد کنید و از لیست بازاریابی ایستا استفاده کنید.");
    }
}
