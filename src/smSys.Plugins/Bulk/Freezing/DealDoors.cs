using System;
using System.Collections.Generic;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Audiences;
using smSys.Messaging.Bulk;

namespace smSys.Plugins.Bulk.Freezing;

/// <summary>What the dealing of an audience works with, and whom it tells.</summary>
public sealed class DealDoors
{
    /// <summary>As SYSTEM: chunks.</summary>
    public required IOrganizationService System { get; init; }

    /// <summary>As the user who started the bulk: members.</summary>
    public required IOrganizationService User { get; init; }

    /// <summary>The parts of the audience; asked for once.</summary>
    public required Func<IReadOnlyList<IAudiencePart>> Parts { get; init; }

    /// <summary>Where the chunks of a partition go.</summary>
    public required Func<int, ChunkShelf> Shelves { get; init; }

    /// <summary>Into how many partitions so many members are dealt.</summary>
    public required Func<int, int> Plan { get; init; }

    /// <summary>Makes so many partitions; a repeat is harmless.</summary>
    public required Action<int> Planned { get; init; }

    /// <summary>Told what a partition holds once its duplicates are out; a repeat is harmless.</summary>
    public required Action<int, PartitionTally> SiftedPartition { get; init; }

    /// <summary>Keeps the state for the next tick.</summary>
    public required Action<DealState> Save { get; init; }

    /// <summary>What is left of the tick.</summary>
    public required Func<TimeSpan> Remaining { get; init; }

    /// <summary>False once somebody called the bulk off.</summary>
    public required Func<bool> GoesOn { get; init; }
}
