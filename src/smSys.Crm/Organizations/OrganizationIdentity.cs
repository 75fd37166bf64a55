using System;

namespace smSys.Crm.Organizations;

/// <summary>Which organisation this is. A copy has another id, or is reached at another address.</summary>
/// <param name="Id">The organisation's id.</param>
/// <param name="Address">Its web address in lower case without a slash at the end.</param>
public sealed record OrganizationIdentity(Guid Id, string Address)
{
    /// <summary>True when a setting that was armed with these values may send from here.</summary>
    /// <param name="armedId">The id as the setting holds it, in the form "D".</param>
    /// <param name="armedAddress">The address as the setting holds it.</param>
    public bool Is(string? armedId, string? armedAddress) =>
        string.Equals(armedId, Id.ToString("D"), StringComparison.OrdinalIgnoreCase)
        && string.Equals(armedAddress, Address, StringComparison.Ordinal);
}
