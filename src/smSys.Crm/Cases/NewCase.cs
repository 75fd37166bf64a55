using System;
using System.Collections.Generic;
using Microsoft.Xrm.Sdk;

namespace smSys.Crm.Cases;

/// <summary>A case that is to be opened.</summary>
public sealed record NewCase
{
    /// <summary>Deterministic, from the incoming message, the rule and the action.</summary>
    public required Guid Id { get; init; }

    /// <summary>At most 200 characters are kept.</summary>
    public required string Title { get; init; }

    /// <summary>What the customer wrote.</summary>
    public required string Description { get; init; }

    /// <summary>A contact or an account.</summary>
    public required EntityReference Customer { get; init; }

    /// <summary>A user or a team.</summary>
    public required EntityReference Owner { get; init; }

    /// <summary>Further columns by logical name, as the table holds them.</summary>
    public IReadOnlyDictionary<string, object?> Columns { get; init; } = new Dictionary<string, object?>(StringComparer.Ordinal);
}
