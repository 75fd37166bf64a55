using CrmEmulator.Metadata;

namespace CrmEmulator.WebApi;

/// <summary>Finds out what a request is about and has it done.</summary>
internal sealed class ApiDispatcher(Organization organization)
{
    private readonly MetadataCatalog catalog = organization.Metadata;

    /// <summary>Answers any request; refusals come as OData errors.</summary>
    public ApiResponse Answer(ApiRequest request)
    {
        try
        {
            return Dispatch(request).With("OData-Version", "4.0");
        }
        catch (Exception exception)
        {
            return ApiException.Answer(exception).With("OData-Version", "4.0");
        }
    }

    private ApiResponse Dispatch(ApiRequest request)
    {
        request.RequireKnownOptions();
        var segments = ODataSegment.Parse(request.Path.Trim('/'));
        if (segments.Count == 0)
        {
            return ServiceDocument.Answer(catalog, request);
        }

        var first = segments[0];
        switch (first.Name)
        {
            case "$metadata":
                return ApiResponse.Text(CsdlDocument.Write(catalog), "application/xml");
            case "$batch":
                return new BatchRequest(organization, this).Answer(request);
            case "EntityDefinitions":
                return EntityDefinitions.Answer(catalog, request, segments);
        }

        if (catalog.FindTableBySetName(first.Name) is not { } table)
        {
            return new ApiOperations(organization, request).Unbound(first);
        }

        return first.Key is null ? Set(request, table, segments) : Row(request, table, segments);
    }

    private ApiResponse Set(ApiRequest request, TableDefinition table, IReadOnlyList<ODataSegment> segments)
    {
        if (segments.Count == 2)
        {
            return segments[1].Name == "$count" && request.Method == "GET"
                ? ApiResponse.Text(new RowQueries(catalog, request).Count(table).ToString(System.Globalization.CultureInfo.InvariantCulture))
                : throw ApiException.SegmentUnknown(segments[1].Name);
        }

        return request.Method switch
        {
            "GET" => ApiResponse.Json(new RowQueries(catalog, request).Page(table)),
            "POST" => new RowRequests(catalog, request).Create(table),
            _ => throw NotAllowed(request),
        };
    }

    private ApiResponse Row(ApiRequest request, TableDefinition table, IReadOnlyList<ODataSegment> segments)
    {
        var reference = new EntityAddress(catalog).Of(table, segments[0]);
        var rows = new RowRequests(catalog, request);
        if (segments.Count == 1)
        {
            return request.Method switch
            {
                "GET" => rows.Retrieve(table, reference),
                "PATCH" => rows.Upsert(table, reference),
                "DELETE" => rows.Delete(table, reference),
                _ => throw NotAllowed(request),
            };
        }

        var next = segments[1];
        if (next.Name.StartsWith("Microsoft.Dynamics.CRM.", StringComparison.Ordinal))
        {
            return new ApiOperations(organization, request).Bound(table, reference, next);
        }

        if (ColumnNames.Find(table, next.Name) is { } column)
        {
            return new PropertyRequests(catalog, request).Answer(table, reference, column, segments);
        }

        return new NavigationRequests(catalog, request).Answer(table, reference, Navigation.Find(catalog, table, next.Name) ?? throw ApiException.SegmentUnknown(next.Name), segments);
    }

    private static ApiException NotAllowed(ApiRequest request) => new(405, 0x80060888, $"The requested resource does not support the http method '{request.Method}'.");
}
