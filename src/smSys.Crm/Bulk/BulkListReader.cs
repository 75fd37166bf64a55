using System;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Tables;

namespace smSys.Crm.Bulk;

/// <summary>Which marketing list the messages of a bulk count for in reports.</summary>
public sealed class BulkListReader
{
    private readonly IOrganizationService _system;

    /// <summary>Reads as SYSTEM.</summary>
    public BulkListReader(IOrganizationService system) => _system = system;

    /// <summary>The only list that a bulk goes to; null when there are several: a recipient may be in each of them.</summary>
    public EntityReference? OnlyListOf(SmsBulkRow bulk)
    {
        if (bulk.AudienceKind != AudienceKind.MarketingLists)
        {
            return null;
        }

        var query = new QueryExpression("list") { ColumnSet = new ColumnSet("listid"), TopCount = 2 };
        query.AddLink(SmsBulk.Relationships.SmsbulkList, "listid", "listid").LinkCriteria.AddCondition(SmsBulk.PrimaryId, ConditionOperator.Equal, bulk.Id);
        var lists = _system.RetrieveMultiple(query).Entities;
        return lists.Count == 1 ? lists.Single().ToEntityReference() : null;
    }
}
