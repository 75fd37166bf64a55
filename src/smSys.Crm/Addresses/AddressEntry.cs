using System;
using Microsoft.Xrm.Sdk;

namespace smSys.Crm.Addresses;

/// <summary>A record that holds a phone number.</summary>
/// <param name="Record">The record, with its name where known.</param>
/// <param name="OwnerId">The user or team that owns it.</param>
public sealed record AddressEntry(EntityReference Record, Guid? OwnerId);
