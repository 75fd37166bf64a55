using System.Globalization;
using System.Xml.Linq;
using CrmEmulator.Metadata;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Newtonsoft.Json.Linq;

namespace CrmEmulator.WebApi;

/// <summary>Reads rows by the OData options of a request.</summary>
internal sealed class RowQueries
{
    private const int PageSize = 5000;
    private const int InLimit = 500;

    private readonly MetadataCatalog catalog;
    private readonly ApiRequest request;
    private readonly RowWriter writer;

    public RowQueries(MetadataCatalog catalog, ApiRequest request)
    {
        this.catalog = catalog;
        this.request = request;
        writer = new RowWriter(catalog, request);
    }

    /// <summary>A page of a set as the Web API answers it.</summary>
    public JObject Page(TableDefinition table, Action<QueryExpression>? restrict = null)
    {
        if (request.Options.TryGetValue("fetchXml", out var fetchXml))
        {
            return Fetched(table, fetchXml);
        }

        if (request.Options.TryGetValue("savedQuery", out var view))
        {
            return Fetched(table, ViewFetch(table, view));
        }

        if (request.Options.TryGetValue("$apply", out var apply))
        {
            return Fetched(table, ApplyFetch.Of(table, apply));
        }

        var wanted = SelectExpand.Of(request.Options);
        var query = Query(table, wanted);
        restrict?.Invoke(query);
        var size = request.MaximumPageSize;
        if (wanted.Top is null)
        {
            query.PageInfo = new PagingInfo { Count = Math.Min(size ?? PageSize, PageSize), PageNumber = 1 };
            ReadSkipToken(query.PageInfo);
        }

        query.PageInfo ??= new PagingInfo();
        query.PageInfo.ReturnTotalRecordCount = request.Options.GetValueOrDefault("$count") == "true";
        var rows = request.Service.RetrieveMultiple(query);
        var answer = Envelope(table);
        if (query.PageInfo.ReturnTotalRecordCount)
        {
            answer["@odata.count"] = rows.TotalRecordCount;
        }

        answer["value"] = new JArray(Write([.. rows.Entities], table, wanted));
        if (rows.MoreRecords && wanted.Top is null)
        {
            answer["@odata.nextLink"] = NextLink(query.PageInfo.PageNumber + 1, rows.PagingCookie);
        }

        return answer;
    }

    /// <summary>How many rows a set or its filter has.</summary>
    public int Count(TableDefinition table, Action<QueryExpression>? restrict = null)
    {
        var query = Query(table, SelectExpand.Of(request.Options) with { Select = [table.PrimaryKey.LogicalName], Expand = [] });
        restrict?.Invoke(query);
        query.PageInfo = new PagingInfo { Count = 1, PageNumber = 1, ReturnTotalRecordCount = true };
        return request.Service.RetrieveMultiple(query).TotalRecordCount;
    }

    /// <summary>One row as the Web API answers it.</summary>
    public JObject One(TableDefinition table, EntityReference reference)
    {
        var wanted = SelectExpand.Of(request.Options);
        var retrieve = new Microsoft.Xrm.Sdk.Messages.RetrieveRequest { Target = reference, ColumnSet = ColumnSetOf(table, wanted) };
        var row = (Entity)request.Service.Execute(retrieve).Results["Entity"];
        var json = Write([row], table, wanted).Single();
        json.AddFirst(new JProperty("@odata.context", $"{request.Root}$metadata#{table.SetName}/$entity"));
        return json;
    }

    /// <summary>Rows as JSON with their expanded navigation properties.</summary>
    public IReadOnlyList<JObject> Write(IReadOnlyList<Entity> rows, TableDefinition table, SelectExpand wanted)
    {
        var columns = wanted.Columns(table);
        var jsons = rows.Select(row => writer.Write(row, table, columns)).ToList();
        foreach (var (name, inner) in wanted.Expand)
        {
            if (rows.Count > 0)
            {
                Expand(rows, jsons, table, Navigation.Of(catalog, table, name), inner);
            }
        }

        return jsons;
    }

    private QueryExpression Query(TableDefinition table, SelectExpand wanted)
    {
        var query = new QueryExpression(table.LogicalName) { ColumnSet = ColumnSetOf(table, wanted), TopCount = wanted.Top };
        if (wanted.Filter is { } filter)
        {
            new FilterTranslator(catalog, table, query).Apply(ODataFilter.Parse(filter, request.Options));
        }

        foreach (var (property, type) in wanted.Orders)
        {
            query.AddOrder(ColumnNames.Require(table, property).LogicalName, type);
        }

        return query;
    }

    private ColumnSet ColumnSetOf(TableDefinition table, SelectExpand wanted)
    {
        if (wanted.Select.Count == 0)
        {
            return new ColumnSet(true);
        }

        var lookups = wanted.Expand.Select(expand => Navigation.Of(catalog, table, expand.Navigation)).OfType<Navigation.Single>().Select(single => single.Relationship.ReferencingColumn);
        return new ColumnSet([.. wanted.Columns(table).Select(column => column.LogicalName).Concat(lookups).Distinct()]);
    }

    private void Expand(IReadOnlyList<Entity> rows, IReadOnlyList<JObject> jsons, TableDefinition table, Navigation navigation, SelectExpand inner)
    {
        var target = catalog.Table(navigation.Target);
        switch (navigation)
        {
            case Navigation.Single single:
                var ids = rows.Select(row => row.GetAttributeValue<EntityReference>(single.Relationship.ReferencingColumn)).Where(reference => reference?.LogicalName == target.LogicalName).Select(reference => reference!.Id).Distinct().ToList();
                var found = Related(target, inner, ids, (query, some) => query.Criteria.AddCondition(target.PrimaryKey.LogicalName, ConditionOperator.In, some));
                var byId = found.Zip(Write(found, target, inner)).ToDictionary(pair => pair.First.Id, pair => pair.Second);
                for (var index = 0; index < rows.Count; index++)
                {
                    var reference = rows[index].GetAttributeValue<EntityReference>(single.Relationship.ReferencingColumn);
                    jsons[index][navigation.Name] = reference is not null && reference.LogicalName == target.LogicalName && byId.TryGetValue(reference.Id, out var json) ? json.DeepClone() : JValue.CreateNull();
                }

                break;
            case Navigation.Many many:
                var column = many.Relationship.ReferencingColumn;
                var children = Related(
                    target,
                    inner,
                    [.. rows.Select(row => row.Id)],
                    (query, some) =>
                    {
                        query.Criteria.AddCondition(column, ConditionOperator.In, some);
                        query.ColumnSet.AddColumn(column);
                    });
                Attach(rows, jsons, navigation.Name, children, target, inner, child => child.GetAttributeValue<EntityReference>(column)?.Id);
                break;
            case Navigation.Joined joined:
                var others = Related(
                    target,
                    inner,
                    [.. rows.Select(row => row.Id)],
                    (query, some) =>
                    {
                        var link = query.AddLink(joined.Relationship.IntersectTable, target.PrimaryKey.LogicalName, joined.OtherColumn);
                        link.EntityAlias = "joined";
                        link.Columns = new ColumnSet(joined.OwnColumn);
                        link.LinkCriteria.AddCondition(joined.OwnColumn, ConditionOperator.In, some);
                    });
                Attach(rows, jsons, navigation.Name, others, target, inner, other => (other.Attributes.GetValueOrNull("joined." + joined.OwnColumn) as AliasedValue)?.Value is { } own ? own as Guid? ?? (own as EntityReference)?.Id : null);
                break;
        }
    }

    private void Attach(IReadOnlyList<Entity> rows, IReadOnlyList<JObject> jsons, string name, IReadOnlyList<Entity> children, TableDefinition target, SelectExpand inner, Func<Entity, Guid?> parentOf)
    {
        var written = children.Zip(Write(children, target, inner)).ToLookup(pair => parentOf(pair.First), pair => pair.Second);
        for (var index = 0; index < rows.Count; index++)
        {
            jsons[index][name] = new JArray(written[rows[index].Id].Take(inner.Top ?? int.MaxValue).Select(json => json.DeepClone()));
        }
    }

    private List<Entity> Related(TableDefinition target, SelectExpand inner, IReadOnlyList<Guid> ids, Action<QueryExpression, object[]> restrict)
    {
        var found = new List<Entity>();
        foreach (var some in ids.Distinct().Chunk(InLimit))
        {
            var query = Query(target, inner with { Top = null });
            restrict(query, [.. some.Cast<object>()]);
            query.PageInfo = new PagingInfo { Count = PageSize, PageNumber = 1 };
            EntityCollection page;
            do
            {
                page = request.Service.RetrieveMultiple(query);
                found.AddRange(page.Entities);
                query.PageInfo.PageNumber++;
                query.PageInfo.PagingCookie = page.PagingCookie;
            }
            while (page.MoreRecords);
        }

        return found;
    }

    private JObject Fetched(TableDefinition table, string fetchXml)
    {
        var fetch = ParseFetch(fetchXml);
        if (fetch.Element("entity")?.Attribute("name")?.Value is { } name && name != table.LogicalName)
        {
            throw ApiException.BadRequest($"The entity name specified in fetchxml does not match the entity name specified in the Entity Set: {name} and {table.LogicalName}.");
        }

        if (request.MaximumPageSize is { } size && fetch.Attribute("count") is null && fetch.Attribute("top") is null)
        {
            fetch.SetAttributeValue("count", size);
        }

        var rows = request.Service.RetrieveMultiple(new FetchExpression(fetch.ToString(SaveOptions.DisableFormatting)));
        var answer = Envelope(table);
        if (rows.TotalRecordCount >= 0)
        {
            answer["@Microsoft.Dynamics.CRM.totalrecordcount"] = rows.TotalRecordCount;
            answer["@Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded"] = rows.TotalRecordCountLimitExceeded;
        }

        answer["@Microsoft.Dynamics.CRM.morerecords"] = rows.MoreRecords;
        if (rows.MoreRecords && rows.PagingCookie is { } cookie)
        {
            var page = int.TryParse(fetch.Attribute("page")?.Value, out var number) ? number : 1;
            answer["@Microsoft.Dynamics.CRM.fetchxmlpagingcookie"] = new XElement(
                "cookie",
                new XAttribute("pagenumber", page + 1),
                new XAttribute("pagingcookie", Uri.EscapeDataString(Uri.EscapeDataString(cookie))),
                new XAttribute("istracking", "False")).ToString(SaveOptions.DisableFormatting);
        }

        answer["value"] = new JArray(rows.Entities.Select(row => writer.WriteFetchedText(row, table)));
        return answer;
    }

    private string ViewFetch(TableDefinition table, string id) =>
        Guid.TryParse(id, out var guid) && catalog.Content.Views.TryGetValue(guid, out var view) && view.Table == table.LogicalName
            ? view.FetchXml
            : throw new ApiException(404, 0x80040217, $"savedquery With Id = {id} Does Not Exist");

    private static XElement ParseFetch(string fetchXml)
    {
        try
        {
            return XElement.Parse(fetchXml);
        }
        catch (System.Xml.XmlException exception)
        {
            throw new ApiException(400, 0x8004111C, "Invalid XML. " + exception.Message);
        }
    }

    private JObject Envelope(TableDefinition table) => new() { ["@odata.context"] = $"{request.Root}$metadata#{table.SetName}{(request.Options.TryGetValue("$select", out var select) ? $"({select})" : string.Empty)}" };

    private void ReadSkipToken(PagingInfo page)
    {
        if (!request.Options.TryGetValue("$skiptoken", out var token))
        {
            return;
        }

        try
        {
            var cookie = XElement.Parse(token);
            page.PageNumber = int.Parse(cookie.Attribute("pagenumber")!.Value, CultureInfo.InvariantCulture);
            page.PagingCookie = Uri.UnescapeDataString(cookie.Attribute("pagingcookie")!.Value);
        }
        catch (Exception exception) when (exception is System.Xml.XmlException or FormatException or NullReferenceException)
        {
            throw ApiException.BadRequest("Malformed XML in the Paging Cookie.");
        }
    }

    private string NextLink(int pageNumber, string? cookie)
    {
        var token = new XElement(
            "cookie",
            new XAttribute("pagenumber", pageNumber),
            new XAttribute("pagingcookie", Uri.EscapeDataString(cookie ?? string.Empty)),
            new XAttribute("istracking", "False")).ToString(SaveOptions.DisableFormatting);
        var options = request.Options.Where(option => option.Key != "$skiptoken").Select(option => $"{option.Key}={Uri.EscapeDataString(option.Value)}").Append("$skiptoken=" + Uri.EscapeDataString(token));
        return $"{request.Root}{request.Path}?{string.Join("&", options)}";
    }
}
