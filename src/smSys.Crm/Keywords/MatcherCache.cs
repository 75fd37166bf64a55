using System;
using System.Collections.Concurrent;
using System.Globalization;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Rows;
using smSys.Crm.Tables;
using smSys.Messaging.Keywords;

namespace smSys.Crm.Keywords;

/// <summary>
/// The rules of a line made ready, kept between executions as long as nobody has touched a rule: by the organisation, the line,
/// how many rules and actions there are, and when the newest was modified. What is kept is immutable. Two small queries stand
/// for reading every rule for every message.
/// </summary>
public static class MatcherCache
{
    private const int Most = 100;

    // Dynamics keeps whole seconds: a second change within the same one would not be seen, so what is younger is not kept.
    private static readonly TimeSpan _settled = TimeSpan.FromSeconds(5);
    private static readonly ConcurrentDictionary<string, Kept> _kept = new(StringComparer.Ordinal);

    /// <summary>The matcher of a line.</summary>
    /// <param name="system">Reads as SYSTEM.</param>
    /// <param name="organizationId">One process may serve several organisations.</param>
    /// <param name="lineId">The line.</param>
    /// <param name="setting">The line's.</param>
    /// <param name="now">UTC.</param>
    public static ReadyMatcher Of(IOrganizationService system, Guid organizationId, Guid lineId, SmsSettingRow setting, DateTime now)
    {
        var rules = Stamp(system, SmsKeyword.LogicalName, SmsKeyword.PrimaryId);
        var actions = Stamp(system, SmsKeywordAction.LogicalName, SmsKeywordAction.PrimaryId);
        var stamp = rules.Text + "|" + actions.Text + "|" + setting.KeepEmptyWords + "|" + setting.Separators;
        var key = organizationId.ToString("N") + lineId.ToString("N");
        if (_kept.TryGetValue(key, out var kept) && string.Equals(kept.Stamp, stamp, StringComparison.Ordinal))
        {
            return new ReadyMatcher(kept.Matcher, false);
        }

        var matcher = new KeywordMatcher(new RuleReader(system).Read(lineId), SettingSeparators.Of(setting));
        if (Latest(rules.Newest, actions.Newest) < now - _settled)
        {
            if (_kept.Count >= Most)
            {
                _kept.Clear();
            }

            _kept[key] = new Kept(stamp, matcher);
        }

        return new ReadyMatcher(matcher, true);
    }

    private static TableStamp Stamp(IOrganizationService system, string table, string key)
    {
        var fetch = "<fetch aggregate='true'><entity name='" + table + "'>"
            + "<attribute name='" + key + "' alias='rows' aggregate='count' />"
            + "<attribute name='" + StandardColumns.ModifiedOn + "' alias='newest' aggregate='max' /></entity></fetch>";
        var row = system.RetrieveMultiple(new FetchExpression(fetch)).Entities.FirstOrDefault();
        var newest = (row?.GetAttributeValue<AliasedValue>("newest")?.Value as DateTime?) ?? DateTime.MinValue;
        var count = row?.GetAttributeValue<AliasedValue>("rows")?.Value as int? ?? 0;
        return new TableStamp(newest, count.ToString(CultureInfo.InvariantCulture) + " " + newest.Ticks.ToString(CultureInfo.InvariantCulture));
    }

    private static DateTime Latest(DateTime left, DateTime right) => left > right ? left : right;

    private sealed record Kept(string Stamp, KeywordMatcher Matcher);

    private sealed record TableStamp(DateTime Newest, string Text);
}

/// <summary>A matcher to be used for this message.</summary>
/// <param name="Matcher">Immutable.</param>
/// <param name="IsNew">The rules were read just now.</param>
public sealed record ReadyMatcher(KeywordMatcher Matcher, bool IsNew);
