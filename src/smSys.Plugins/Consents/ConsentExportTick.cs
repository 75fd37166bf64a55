using System;
using System.Globalization;
using System.Linq;
using System.Text;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Rows;
using smSys.Crm.Tables;
using smSys.Messaging.Messages;
using smSys.Messaging.Sending;
using smSys.Messaging.Text;
using smSys.Plugins.Addresses;
using smSys.Plugins.Processes;

namespace smSys.Plugins.Consents;

/// <summary>
/// Writes all consents with their proof as CSV files attached to the process, 2,000 a file. The files' ids come from the process
/// and the page, so a tick that is cut off writes none twice.
/// </summary>
public sealed class ConsentExportTick : IProcessTick
{
    private const int PageSize = 2000;

    /// <inheritdoc/>
    public TickResult Run(Composition composition, SmsProcessRow process)
    {
        var services = composition.Services;
        var place = FillPlace.Parse(process.Cursor) ?? new FillPlace(SmsConsent.LogicalName, 1, null);
        var count = place.Page == 1 ? 0 : process.Accepted ?? 0;
        while (services.Remaining > LeaseRules.Reserve)
        {
            var page = services.System.RetrieveMultiple(Query(place));
            var text = new StringBuilder("\uFEFFnumber,class,state,date,source,proof,smsid,record,active\r\n");
            foreach (var row in page.Entities)
            {
                Append(text, new SmsConsentRow(row));
            }

            new RowWriter(services.System).CreateOnce(File(process, place.Page, text.ToString()));
            count += page.Entities.Count;
            if (!page.MoreRecords)
            {
                return With(TickResult.Over("Consents written: " + count.ToString(CultureInfo.InvariantCulture) + "."), count, null);
            }

            place = new FillPlace(place.Table, place.Page + 1, page.PagingCookie);
        }

        return With(TickResult.At(services.Clock(), "Consents written so far: " + count.ToString(CultureInfo.InvariantCulture) + "."), count, place);
    }

    private static QueryExpression Query(FillPlace place)
    {
        var query = new QueryExpression(SmsConsent.LogicalName)
        {
            ColumnSet = new ColumnSet(
                SmsConsent.Columns.PhoneNumber, SmsConsent.Columns.MessageClass, SmsConsent.Columns.ConsentState, SmsConsent.Columns.ChangedOn,
                SmsConsent.Columns.Source, SmsConsent.Columns.ProofText, SmsConsent.Columns.SmsId, SmsConsent.Columns.RecordTable,
                SmsConsent.Columns.RecordId, StandardColumns.State),
            PageInfo = new PagingInfo { PageNumber = place.Page, Count = PageSize, PagingCookie = place.Cookie },
        };
        query.AddOrder(SmsConsent.PrimaryId, OrderType.Ascending);
        return query;
    }

    private static void Append(StringBuilder text, SmsConsentRow row)
    {
        var fields = new[]
        {
            row.PhoneNumber,
            row.MessageClass == MessageClass.Advertising ? "advertising" : "service",
            row.ConsentState == ConsentState.OptedIn ? "in" : "out",
            row.ChangedOn?.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            row.Source?.ToString(),
            row.ProofText,
            row.SmsId?.Id.ToString("D"),
            string.IsNullOrEmpty(row.RecordId) ? null : row.RecordTable + " " + row.RecordId,
            row.Statecode == SmsConsent.State.Active ? "yes" : "no",
        };
        text.Append(string.Join(",", fields.Select(CsvLines.Field))).Append("\r\n");
    }

    private static Entity File(SmsProcessRow process, int page, string text)
    {
        var number = page.ToString(CultureInfo.InvariantCulture);
        return new Entity("annotation", DeterministicId.Create(new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc), "consent-export", process.Id.ToString("N"), number))
        {
            ["objectid"] = process.Reference,
            ["subject"] = "consents-" + number + ".csv",
            ["filename"] = "consents-" + number + ".csv",
            ["mimetype"] = "text/csv",
            ["isdocument"] = true,
            ["documentbody"] = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text)),
        };
    }

    private static TickResult With(TickResult result, int count, FillPlace? place)
    {
        result.Change.Accepted = count;
        result.Change.Cursor = place?.ToString();
        return result;
    }
}
