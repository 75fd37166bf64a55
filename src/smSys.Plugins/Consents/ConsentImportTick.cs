using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Consents;
using smSys.Crm.Rows;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Messaging.Consent;
using smSys.Messaging.Numbers;
using smSys.Messaging.Sending;
using smSys.Messaging.Text;
using smSys.Plugins.Processes;

namespace smSys.Plugins.Consents;

/// <summary>
/// Takes in an old list of opt-outs: CSV in the input of the process, or in the newest file attached to it. What was said later
/// stands. The cursor is the number of lines done; a tick that is cut off does at most a page again, which changes nothing.
/// </summary>
public sealed class ConsentImportTick : IProcessTick
{
    private const int PageSize = 200;

    /// <inheritdoc/>
    public TickResult Run(Composition composition, SmsProcessRow process)
    {
        var services = composition.Services;
        var lines = CsvLines.Read(Source(services.System, process)).ToArray();
        var header = lines.Length > 0 ? ConsentListHeader.Read(lines[0]) : null;
        var writer = new ConsentWriter(services.System);
        var count = new ConsentImportCount(process);
        var done = int.TryParse(process.Cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var cursor) ? cursor : header is null ? 0 : 1;
        header ??= ConsentListHeader.NumberOnly;
        var by = process.OwnerId is { LogicalName: "systemuser" } owner ? owner : null;
        for (; done < lines.Length && services.Remaining > LeaseRules.Reserve; done++)
        {
            Take(lines[done], done + 1, header, by, process.CreatedOn ?? services.StartedOn, writer, count);
            if ((done + 1) % PageSize == 0)
            {
                Save(services.System, count.Change(process.Id), done + 1);
            }
        }

        var change = count.Change(process.Id);
        var result = done < lines.Length ? TickResult.At(services.Clock(), count.Summary) : TickResult.Over(count.Summary);
        foreach (var column in change.Record.Attributes)
        {
            result.Change.Record[column.Key] = column.Value;
        }

        result.Change.Cursor = done.ToString(CultureInfo.InvariantCulture);
        return result;
    }

    private static void Take(
        IReadOnlyList<string> fields,
        int line,
        ConsentListHeader header,
        EntityReference? by,
        DateTime listedOn,
        ConsentWriter writer,
        ConsentImportCount count)
    {
        var number = PhoneNumberParser.Parse(header.Of("number", fields));
        if (!number.IsValid)
        {
            count.Reject(line, NumberProblemText.For(number.Problem, Language.English));
            return;
        }

        var dateText = header.Of("date", fields);
        if (ConsentListWords.State(header.Of("state", fields)) is not { } state
            || ConsentListWords.IsAdvertising(header.Of("class", fields)) is not { } isAdvertising
            || (dateText.Length > 0 && ConsentListWords.Day(dateText) is null))
        {
            count.Reject(line, "State (in, out), class (service, advertising) or date (1405/09/06, 2026-11-27) is not understood.");
            return;
        }

        count.Count(writer.Write(new ConsentDecision
        {
            PhoneNumber = number.Number.Digits,
            MessageClass = isAdvertising ? MessageClass.Advertising : MessageClass.Service,
            State = state == ConsentRequest.OptIn ? ConsentState.OptedIn : ConsentState.OptedOut,
            Source = ConsentSource.Import,
            On = ConsentListWords.Day(dateText) ?? listedOn,
            Proof = header.Of("proof", fields) is { Length: > 0 } proof ? proof : "Line " + line.ToString(CultureInfo.InvariantCulture) + " of an imported list.",
            EnteredBy = by,
        }));
    }

    private static void Save(IOrganizationService system, SmsProcessRow change, int done)
    {
        change.Cursor = done.ToString(CultureInfo.InvariantCulture);
        new RowWriter(system).Update(change.Record);
    }

    private static string Source(IOrganizationService system, SmsProcessRow process)
    {
        if (!string.IsNullOrWhiteSpace(process.Input))
        {
            return process.Input!;
        }

        var query = new QueryExpression("annotation") { ColumnSet = new ColumnSet("documentbody") };
        query.Criteria.AddCondition("objectid", ConditionOperator.Equal, process.Id);
        query.Criteria.AddCondition("isdocument", ConditionOperator.Equal, true);
        query.AddOrder(StandardColumns.CreatedOn, OrderType.Descending);
        var body = system.First(query)?.GetAttributeValue<string>("documentbody");
        return body is null
            ? throw new RefusalException(
                "list-missing",
                "The process has no list; paste CSV into its input or attach a file.",
                "فرایند فهرستی ندارد؛ CSV را در ورودی بگذارید یا پرونده‌ای پیوست کنید.")
            : System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(body));
    }
}
