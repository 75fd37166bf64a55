using Microsoft.Xrm.Sdk;
using smSys.Messaging.Numbers;

namespace smSys.Plugins.Messages;

/// <summary>Whom a message goes to.</summary>
/// <param name="Number">Well formed.</param>
/// <param name="AsEntered">As somebody typed it, or as the record holds it.</param>
/// <param name="Record">The record of the recipient, if one is known.</param>
public sealed record Recipient(PhoneNumber Number, string AsEntered, EntityReference? Record);
