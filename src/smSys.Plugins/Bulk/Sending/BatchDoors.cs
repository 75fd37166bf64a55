using System;

namespace smSys.Plugins.Bulk.Sending;

/// <summary>What the batches of one tick work with.</summary>
/// <param name="Maker">Makes batches out of the audience.</param>
/// <param name="Screen">Says who may not be texted any more.</param>
/// <param name="Calls">Speaks to the provider.</param>
/// <param name="Making">Makes the rows.</param>
/// <param name="Halts">Lets the bulk stand still or go on.</param>
/// <param name="TakeSlot">Reserves the moment of a call; gives when to come again if it is taken.</param>
public sealed record BatchDoors(BatchMaker Maker, RecipientScreen Screen, BatchCalls Calls, RowsByAccount Making, BulkHalts Halts, Func<DateTime?> TakeSlot);
