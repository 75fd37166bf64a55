using System;
using System.Collections.Generic;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace smSys.Crm.Audiences;

/// <summary>A list, static or dynamic, or a view: read by paging cookie.</summary>
public sealed class QueryPart : IAudiencePart
{
    private readonly AudienceFetch _fetch;
    private readonly string _key;
    private readonly string[] _columns;

    /// <summary>The marketing list that it is; empty for a view.</summary>
    public Guid ListId { get; init; }

    /// <summary>A part.</summary>
    /// <param name="fetch">Whose rows are recipients.</param>
    /// <param name="key">The table's primary key.</param>
    /// <param name="columns">That hold numbers, in the order in which they are tried.</param>
    public QueryPart(AudienceFetch fetch, string key, string[] columns)
    {
        _fetch = fetch;
        _key = key;
        _columns = columns;
    }

    /// <inheritdoc/>
    public AudiencePage Read(IOrganizationService user, AudiencePlace place, bool withNumbers, int most = AudienceFetch.PageSize)
    {
        var found = user.RetrieveMultiple(new FetchExpression(_fetch.Page(_key, withNumbers ? _columns : [], place, most)));
        var members = new List<AudienceMember>(found.Entities.Count);
        var last = Guid.Empty;
        foreach (var row in found.Entities)
        {
            // A link to many gives a row once for each of them.
            if (row.Id != last)
            {
                members.Add(new AudienceMember(_fetch.Table, row.Id, withNumbers ? RowNumbers.Of(row, _columns) : [], string.Empty) { ListId = ListId });
                last = row.Id;
            }
        }

        return new AudiencePage(members, found.MoreRecords ? new AudiencePlace(place.Page + 1, found.PagingCookie ?? string.Empty) : null);
    }
}
