namespace smSys.Crm.Rows;

/// <summary>Proof of who wrote a row last, by which a write of ours is recognised whose answer was lost.</summary>
/// <param name="Column">Logical name of the column that holds the fence token.</param>
/// <param name="Token">The fence token of this execution.</param>
public sealed record WriteProof(string Column, string Token);
