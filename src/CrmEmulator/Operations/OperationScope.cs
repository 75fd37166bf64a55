using CrmEmulator.Metadata;
using CrmEmulator.Security;
using CrmEmulator.Storage;
using Microsoft.Xrm.Sdk;

namespace CrmEmulator.Operations;

/// <summary>What a core operation works with: one organisation, one transaction, one caller.</summary>
public sealed class OperationScope
{
    private UserAccess? access;

    public required Organization Organization { get; init; }

    public required StoreTransaction Transaction { get; init; }

    /// <summary>Whose privileges count and who is written down as creator and modifier.</summary>
    public required Guid CallerId { get; init; }

    /// <summary>Who set the whole thing going.</summary>
    public Guid InitiatingUserId { get; init; }

    /// <summary>The platform itself: no privilege is asked for.</summary>
    public bool IsSystem { get; init; }

    public required DateTime UtcNow { get; init; }

    /// <summary>Raises another message with its own steps, in the same transaction and as the same caller.</summary>
    public required Func<OrganizationRequest, OrganizationResponse> Pipeline { get; init; }

    /// <summary>The language of labels and formatted values: the caller's own where it is set, else the organisation's.</summary>
    internal int Language => IsSystem ? Organization.Options.Language : Access.Language ?? Organization.Options.Language;

    internal MetadataCatalog Catalog => Organization.Metadata;

    internal UserAccess Access
    {
        get
        {
            if (access is null || Transaction.SecurityChanged)
            {
                access = Organization.Access.For(CallerId, Transaction);
            }

            return access;
        }
    }
}
