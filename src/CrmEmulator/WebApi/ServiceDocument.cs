using CrmEmulator.Metadata;
using Newtonsoft.Json.Linq;

namespace CrmEmulator.WebApi;

/// <summary>The list of entity sets at the root.</summary>
internal static class ServiceDocument
{
    public static ApiResponse Answer(MetadataCatalog catalog, ApiRequest request) => ApiResponse.Json(new JObject
    {
        ["@odata.context"] = request.Root + "$metadata",
        ["value"] = new JArray(catalog.Tables.Where(table => !table.IsIntersect).OrderBy(table => table.SetName, StringComparer.Ordinal)
            .Select(table => new JObject { ["name"] = table.SetName, ["kind"] = "EntitySet", ["url"] = table.SetName })),
    });
}
