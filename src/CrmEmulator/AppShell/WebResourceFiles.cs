using CrmEmulator.Metadata;
using Microsoft.AspNetCore.Http;

namespace CrmEmulator.AppShell;

/// <summary>Serves web resources as imported, by the name that pages and scripts use.</summary>
internal static class WebResourceFiles
{
    public static IResult Serve(MetadataCatalog catalog, string name) =>
        catalog.Content.WebResources.TryGetValue(name, out var resource)
            ? Results.Bytes(resource.Content.ToArray(), TypeOf(resource.Kind))
            : Results.Text($"There is no web resource {name}.", "text/plain", statusCode: 404);

    private static string TypeOf(int kind) => kind switch
    {
        1 => "text/html; charset=utf-8",
        2 => "text/css; charset=utf-8",
        3 => "text/javascript; charset=utf-8",
        4 or 9 or 12 => "text/xml; charset=utf-8",
        5 => "image/png",
        6 => "image/jpeg",
        7 => "image/gif",
        10 => "image/x-icon",
        11 => "image/svg+xml",
        _ => "application/octet-stream",
    };
}
