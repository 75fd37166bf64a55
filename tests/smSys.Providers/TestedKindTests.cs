using smSys.Providers.Tests.Doubles;

namespace smSys.Providers.Tests;

public sealed class TestedKindTests
{
    [Fact]
    public void Every_kind_of_the_catalog_stands_in_the_tests_over_all_adapters() =>
        Assert.Equal(ProviderCatalog.Kinds.Order(StringComparer.Ordinal), TestedKind.All.Select(row => row.Kind).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
}
