using Newtonsoft.Json.Linq;

namespace CrmEmulator.WebApi;

/// <summary>$filter over descriptions of tables: eq and ne on their own properties, joined by and, or and not.</summary>
internal static class DefinitionFilter
{
    /// <exception cref="ApiException">The filter asks for something else.</exception>
    public static bool Holds(ODataFilter filter, JObject json) => filter switch
    {
        ODataFilter.Group { IsOr: true } any => any.Parts.Any(part => Holds(part, json)),
        ODataFilter.Group all => all.Parts.All(part => Holds(part, json)),
        ODataFilter.Negation not => !Holds(not.Inner, json),
        ODataFilter.Comparison { Operator: "eq" } same => IsSame(same, json),
        ODataFilter.Comparison { Operator: "ne" } other => !IsSame(other, json),
        _ => throw ApiException.NotSupported("The emulator compares properties of EntityDefinitions by eq and ne only."),
    };

    private static bool IsSame(ODataFilter.Comparison comparison, JObject json)
    {
        if (json[comparison.Path] is not { } value)
        {
            throw ApiException.PropertyUnknown(comparison.Path, "EntityMetadata");
        }

        return value is JValue single && string.Equals(single.Value?.ToString(), comparison.Value?.ToString(), StringComparison.Ordinal);
    }
}
