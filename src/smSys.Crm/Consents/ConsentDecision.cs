using System;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Tables;

namespace smSys.Crm.Consents;

/// <summary>What the owner of a number decided, and what proves it.</summary>
public sealed record ConsentDecision
{
    /// <summary>Digits only, with the country code.</summary>
    public required string PhoneNumber { get; init; }

    /// <summary>Service covers everything.</summary>
    public required MessageClass MessageClass { get; init; }

    /// <summary>In or out.</summary>
    public required ConsentState State { get; init; }

    /// <summary>How it became known.</summary>
    public required ConsentSource Source { get; init; }

    /// <summary>When it was said, UTC. What was said later wins.</summary>
    public required DateTime On { get; init; }

    /// <summary>In the person's own words, or a note.</summary>
    public string? Proof { get; init; }

    /// <summary>The message that proves it.</summary>
    public EntityReference? Sms { get; init; }

    /// <summary>The record that had the number then.</summary>
    public EntityReference? Record { get; init; }

    /// <summary>The user who entered it.</summary>
    public EntityReference? EnteredBy { get; init; }
}
