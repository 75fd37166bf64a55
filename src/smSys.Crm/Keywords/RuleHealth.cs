using System;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Rows;
using smSys.Crm.Tables;

namespace smSys.Crm.Keywords;

/// <summary>
/// Shows on a rule's record that it acted, and what went wrong. It is written rarely, because each write makes every worker read
/// the rules anew: a problem when it changes, the last match once a day.
/// </summary>
public sealed class RuleHealth
{
    private static readonly TimeSpan _rarely = TimeSpan.FromDays(1);
    private readonly IOrganizationService _system;

    /// <summary>Works as SYSTEM, in asynchronous steps.</summary>
    public RuleHealth(IOrganizationService system) => _system = system;

    /// <summary>Notes how a rule fared.</summary>
    /// <param name="ruleId">The rule; it may be gone.</param>
    /// <param name="problem">One or more sentences; null when all went well.</param>
    /// <param name="matchedOn">UTC; null when it did not match.</param>
    public void Note(Guid ruleId, string? problem, DateTime? matchedOn)
    {
        var row = _system.Find(SmsKeyword.LogicalName, SmsKeyword.PrimaryId, ruleId, SmsKeyword.Columns.Problem, SmsKeyword.Columns.LastMatchedOn);
        if (row is null)
        {
            return;
        }

        var known = new SmsKeywordRow(row);
        var change = new SmsKeywordRow(ruleId);
        var text = problem is { Length: > 500 } ? problem.Substring(0, 500) : problem;
        var isNews = !string.Equals(known.Problem ?? string.Empty, text ?? string.Empty, StringComparison.Ordinal);
        if (isNews)
        {
            change.Problem = text;
        }

        if (matchedOn is { } on && (known.LastMatchedOn is not { } last || on - last > _rarely))
        {
            change.LastMatchedOn = on;
            isNews = true;
        }

        if (isNews)
        {
            new RowWriter(_system).Update(change.Record);
        }
    }
}
