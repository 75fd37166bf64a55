using System;
using System.Collections.Generic;
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

    /// <summary>
    /// The lists of a bulk, or of its campaign, that are still there: a message cannot name one that was deleted after the
    /// audience was frozen.
    /// </summary>
    public HashSet<Guid> Of(SmsBulkRow bulk)
    {
        var query = new QueryExpression("list") { ColumnSet = new ColumnSet("listid") };
        if (bulk.AudienceKind == AudienceKind.MarketingLists)
        {
            query.AddLink(SmsBulk.Relationships.SmsbulkList, "listid", "listid").LinkCriteria.AddCondition(SmsBulk.PrimaryId, ConditionOperator.Equal, bulk.Id);
        }
        else if (bulk.AudienceKind == AudienceKind.Campaign && bulk.CampaignId is { } campaign)
        {
            query.AddLink("campaignitem", "listid", "entityid").LinkCriteria.AddCondition("campaignid", ConditionOperator.Equal, campaign.Id);
        }
        else
        {
            return [];
        }

        return new HashSet<Guid>(_system.RetrieveMultiple(query).Entities.Select(row => row.Id));
    }
}
