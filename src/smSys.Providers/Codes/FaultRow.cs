using smSys.Messaging.Providers;

namespace smSys.Providers.Codes;

/// <summary>A documented error code of a provider whose answers hold no words.</summary>
/// <param name="Code">As the provider writes it.</param>
/// <param name="Kind">What to do next.</param>
/// <param name="Meaning">Its meaning by the provider's documents, for people.</param>
public sealed record FaultRow(string Code, ProviderFaultKind Kind, string Meaning);
