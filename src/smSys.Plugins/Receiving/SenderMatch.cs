using System.Collections.Generic;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Addresses;

namespace smSys.Plugins.Receiving;

/// <summary>Who sent an incoming message.</summary>
/// <param name="Record">The matched record; null when nobody or several match.</param>
/// <param name="Candidates">Those who could be meant, when nobody can say who.</param>
public sealed record SenderMatch(EntityReference? Record, IReadOnlyList<AddressEntry> Candidates)
{
    /// <summary>Several records hold the number and nothing tells them apart.</summary>
    public bool IsAmbiguous => Record is null && Candidates.Count > 1;

    /// <summary>No record holds the number.</summary>
    public bool IsUnknown => Record is null && Candidates.Count == 0;
}
