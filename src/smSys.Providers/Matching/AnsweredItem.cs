using smSys.Messaging.Providers;

namespace smSys.Providers.Matching;

/// <summary>One element of an array answer.</summary>
/// <param name="Reference">Our reference as the provider echoes it, or null.</param>
/// <param name="Recipient">The recipient as the provider writes it, or null.</param>
/// <param name="Outcome">What it says.</param>
public sealed record AnsweredItem(string? Reference, string? Recipient, SendOutcome Outcome);
