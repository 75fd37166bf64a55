using smSys.Messaging.Providers;
using smSys.Providers.Tests.Sample;

namespace smSys.Providers.Tests.Doubles;

/// <summary>Puts the adapter of the walk-through among those that keep the contract of all kinds.</summary>
internal sealed partial record ProviderFacts
{
    static partial void AddBeside(List<string> names) => names.Add(Sample);

    static partial void MakeBeside(string name, ProviderAccount account, ProviderSurroundings surroundings, ref ISmsProvider? provider) =>
        provider = name == Sample ? new SampleProvider(account, surroundings) : null;
}
