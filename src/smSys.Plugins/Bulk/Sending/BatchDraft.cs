using System.Collections.Generic;
using smSys.Messaging.Bulk;

namespace smSys.Plugins.Bulk.Sending;

/// <summary>The next recipients of a partition, before they are announced.</summary>
/// <param name="Lines">Who gets a message.</param>
/// <param name="Cursor">Behind the last recipient that was looked at.</param>
/// <param name="Skipped">Who was left out on the way.</param>
public sealed record BatchDraft(IReadOnlyList<BatchLine> Lines, PartitionCursor Cursor, PartitionSums Skipped);
