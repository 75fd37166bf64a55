using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Rows;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;
using smSys.Messaging.Messages;

namespace smSys.Crm.Audiences;

/// <summary>Recognises a bulk that says the same to the same audience as another one: a double click, or two colleagues.</summary>
public static class AudienceDigests
{
    private static readonly TimeSpan _window = TimeSpan.FromHours(24);

    /// <summary>A digest of audience and text. Of the lists themselves, not of their members.</summary>
    /// <param name="bulk">Read as a whole.</param>
    /// <param name="text">What it says, typed or from its template.</param>
    /// <param name="system">As SYSTEM: which lists there are.</param>
    /// <param name="lists">They, where they are known.</param>
    public static string Of(SmsBulkRow bulk, string text, IOrganizationService system, IReadOnlyCollection<Guid>? lists = null)
    {
        var parts = new List<string>
        {
            bulk.AudienceKind?.ToString() ?? string.Empty,
            bulk.AudienceTable ?? string.Empty,
            bulk.AudienceFetchXml ?? string.Empty,
            bulk.AudienceIds ?? string.Empty,
            bulk.CampaignId?.Id.ToString("N") ?? string.Empty,
            text.Replace("\r\n", "\n").Trim(),
        };
        if (bulk.AudienceKind == AudienceKind.MarketingLists)
        {
            parts.AddRange((lists ?? new ListReader(system, system).IdsOfBulk(bulk.Id)).Select(id => id.ToString("N")).OrderBy(id => id, StringComparer.Ordinal));
        }

        return MessageDigest.Of(parts.ToArray());
    }

    /// <summary>What is said of a bulk that <see cref="Earlier"/> found.</summary>
    public static Sentence WarningOf(string earlier) => new(
        "The same text went to the same audience within a day: " + earlier + ".",
        "همین متن در یک روز گذشته برای همین مخاطبان رفته است: " + earlier + ".");

    /// <summary>The name and time of another bulk with the digest that was frozen within the last day; null when there is none.</summary>
    public static string? Earlier(IOrganizationService system, Guid bulkId, string digest, DateTime now)
    {
        var query = new QueryExpression(SmsBulk.LogicalName) { ColumnSet = new ColumnSet(SmsBulk.Columns.Name, SmsBulk.Columns.FrozenOn) };
        query.Criteria.AddCondition(SmsBulk.Columns.AudienceDigest, ConditionOperator.Equal, digest);
        query.Criteria.AddCondition(SmsBulk.Columns.FrozenOn, ConditionOperator.GreaterEqual, now - _window);
        query.Criteria.AddCondition(SmsBulk.PrimaryId, ConditionOperator.NotEqual, bulkId);
        query.AddOrder(SmsBulk.Columns.FrozenOn, OrderType.Descending);
        return system.First(query) is { } row
            ? row.GetAttributeValue<string>(SmsBulk.Columns.Name) + ", "
                + row.GetAttributeValue<DateTime>(SmsBulk.Columns.FrozenOn).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " UTC"
            : null;
    }
}
