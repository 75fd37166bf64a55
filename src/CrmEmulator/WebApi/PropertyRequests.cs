using CrmEmulator.Metadata;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;
using Newtonsoft.Json.Linq;

namespace CrmEmulator.WebApi;

/// <summary>One property of one row: read, set, empty.</summary>
internal sealed class PropertyRequests(MetadataCatalog catalog, ApiRequest request)
{
    public ApiResponse Answer(TableDefinition table, EntityReference reference, ColumnDefinition column, IReadOnlyList<ODataSegment> segments)
    {
        switch (request.Method)
        {
            case "GET":
                return Read(table, reference, column, segments.Count > 2 && segments[2].Name == "$value");
            case "PUT":
            case "PATCH":
                var value = request.Json()["value"] ?? throw ApiException.BadRequest("The body needs a property 'value'.");
                return Write(table, reference, column, ValueJson.FromJson(column, value));
            case "DELETE":
                return Write(table, reference, column, null);
            default:
                throw new ApiException(405, 0x80060888, $"The requested resource does not support the http method '{request.Method}'.");
        }
    }

    private ApiResponse Read(TableDefinition table, EntityReference reference, ColumnDefinition column, bool isRaw)
    {
        var row = (Entity)request.Service.Execute(new RetrieveRequest { Target = reference, ColumnSet = new ColumnSet(column.LogicalName) }).Results["Entity"];
        var value = ValueJson.ToJson(column, row.Attributes.GetValueOrNull(column.LogicalName));
        if (value.Type == JTokenType.Null)
        {
            return ApiResponse.NoContent;
        }

        return isRaw
            ? ApiResponse.Text(value.ToString())
            : ApiResponse.Json(new JObject { ["@odata.context"] = $"{request.Root}$metadata#{table.SetName}({row.Id:D})/{ColumnNames.Of(column)}", ["value"] = value });
    }

    private ApiResponse Write(TableDefinition table, EntityReference reference, ColumnDefinition column, object? value)
    {
        var id = new RowRequests(catalog, request).IdOf(table, reference);
        request.Service.Update(new Entity(table.LogicalName, id) { [column.LogicalName] = value });
        return ApiResponse.NoContent;
    }
}
