using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Rows;
using smSys.Crm.Tables;

namespace smSys.Crm.Consents;

/// <summary>
/// Numbers on the block list that operators keep for advertising, as far as our own messages have met it. People leave the
/// list, and nobody tells us; so a number is tried again after a while.
/// </summary>
public sealed class OperatorBlocks
{
    /// <summary>So long after it was blocked, a number gets no advertising of a bulk.</summary>
    public static readonly TimeSpan Believed = TimeSpan.FromDays(30);

    private readonly IOrganizationService _system;
    private readonly DateTime _since;

    /// <summary>As it is believed now.</summary>
    /// <param name="system">Reads as SYSTEM.</param>
    /// <param name="now">UTC.</param>
    public OperatorBlocks(IOrganizationService system, DateTime now)
    {
        _system = system;
        _since = now - Believed;
    }

    /// <summary>Those of the numbers, at most <see cref="RowReader.MostIds"/>, that are blocked; one query.</summary>
    public HashSet<string> Among(IReadOnlyCollection<string> phoneNumbers)
    {
        var blocked = new HashSet<string>(StringComparer.Ordinal);
        if (phoneNumbers.Count == 0)
        {
            return blocked;
        }

        var query = new QueryExpression(Sms.LogicalName) { ColumnSet = new ColumnSet(Sms.Columns.PhoneNumber), Distinct = true };
        query.Criteria.AddCondition(Sms.Columns.PhoneNumber, ConditionOperator.In, phoneNumbers.Cast<object>().ToArray());
        query.Criteria.AddCondition(StandardColumns.Status, ConditionOperator.Equal, (int)Sms.Status.BlockedByOperator);
        query.Criteria.AddCondition(Sms.Columns.MessageClass, ConditionOperator.Equal, (int)MessageClass.Advertising);
        query.Criteria.AddCondition(StandardColumns.CreatedOn, ConditionOperator.GreaterEqual, _since);
        foreach (var row in _system.RetrieveMultiple(query).Entities)
        {
            blocked.Add(row.GetAttributeValue<string>(Sms.Columns.PhoneNumber));
        }

        return blocked;
    }
}
