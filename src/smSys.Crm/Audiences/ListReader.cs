using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Rows;
using smSys.Crm.Sentences;
using smSys.Crm.Tables;

namespace smSys.Crm.Audiences;

/// <summary>The marketing lists of a bulk, each once and always in the same order.</summary>
public sealed class ListReader
{
    private static readonly string[] _columns = ["listname", "type", "createdfromcode", "query", "ignoreinactivelistmembers"];
    private readonly IOrganizationService _user;
    private readonly IOrganizationService _system;

    /// <summary>Lists are read as the user; which ones there should be, as SYSTEM: a list that the user may not see must not be left out in silence.</summary>
    public ListReader(IOrganizationService user, IOrganizationService system)
    {
        _user = user;
        _system = system;
    }

    /// <summary>The lists that were added to a bulk.</summary>
    /// <exception cref="RefusalException">None, or one that is gone or hidden.</exception>
    public IReadOnlyList<Entity> OfBulk(Guid bulkId) => Read(IdsOfBulk(bulkId));

    /// <summary>The ids of a bulk's lists.</summary>
    public IReadOnlyList<Guid> IdsOfBulk(Guid bulkId)
    {
        var query = new QueryExpression(SmsBulk.Relationships.SmsbulkList) { ColumnSet = new ColumnSet("listid") };
        query.Criteria.AddCondition(SmsBulk.PrimaryId, ConditionOperator.Equal, bulkId);
        return _system.RetrieveMultiple(query).Entities.Select(row => IdIn(row, "listid")).ToArray();
    }

    /// <summary>The lists of a campaign.</summary>
    /// <exception cref="RefusalException">As above, or the campaign itself is.</exception>
    public IReadOnlyList<Entity> OfCampaign(Guid campaignId)
    {
        if (_user.Find("campaign", "campaignid", campaignId, "campaignid") is null)
        {
            throw Missing("campaign-missing", "The campaign is gone or you may not see it", "کمپین حذف شده است یا اجازه دیدن آن را ندارید");
        }

        var query = new QueryExpression("campaignitem") { ColumnSet = new ColumnSet("entityid", "entitytype") };
        query.Criteria.AddCondition("campaignid", ConditionOperator.Equal, campaignId);
        return Read(_system.RetrieveMultiple(query).Entities
            .Where(row => string.Equals(row.GetAttributeValue<string>("entitytype"), "list", StringComparison.Ordinal))
            .Select(row => IdIn(row, "entityid")));
    }

    private IReadOnlyList<Entity> Read(IEnumerable<Guid> wanted)
    {
        var ids = wanted.Distinct().ToArray();
        if (ids.Length == 0)
        {
            throw Missing("list-none", "The bulk has no marketing list", "ارسال گروهی لیست بازاریابی ندارد");
        }

        var lists = _user.FindAll("list", "listid", ids, _columns);
        return lists.Count == ids.Length
            ? lists.OrderBy(list => list.Id.ToString("N"), StringComparer.Ordinal).ToArray()
            : throw Missing("list-missing", "A marketing list is gone or the user who started the bulk may not see it", "لیستی حذف شده است یا آغازکننده اجازه دیدن آن را ندارد");
    }

    // Intersect tables give plain ids or references, by the version of Dynamics.
    private static Guid IdIn(Entity row, string column) =>
        row.Contains(column) ? row[column] is EntityReference reference ? reference.Id : (Guid)row[column] : Guid.Empty;

    private static RefusalException Missing(string code, string english, string persian) =>
        new(code, english + "; choose the audience again.", persian + "؛ مخاطبان را دوباره انتخاب کنید.");
}
