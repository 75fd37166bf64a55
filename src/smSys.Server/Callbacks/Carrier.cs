namespace smSys.Server.Callbacks;

/// <summary>Pushes of one setting on their way to CRM: an SMS Process row whose input holds them, and whose tick reads them.</summary>
/// <param name="Id">Deterministic: delivered twice, it is created once.</param>
/// <param name="SettingId">The SMS Setting that the call-back address is of.</param>
/// <param name="Provider">The provider kind of the address.</param>
/// <param name="Items">The ids of the pushes that it carries.</param>
/// <param name="Input">JSON: <c>{"provider", "setting", "items": [{"id", "on", "method", "query", "contentType", "body", "headers"}]}</c>; at most 100,000 characters.</param>
public sealed record Carrier(Guid Id, Guid SettingId, string Provider, IReadOnlyList<Guid> Items, string Input);
