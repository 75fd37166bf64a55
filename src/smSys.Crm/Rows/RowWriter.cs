using System;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Faults;

namespace smSys.Crm.Rows;

/// <summary>
/// Writes so that a repeat, a lost answer or a second writer does no harm. It catches the platform's faults and so serves
/// asynchronous steps only: inside a synchronous step a caught fault has already doomed the transaction.
/// </summary>
public sealed class RowWriter
{
    private const int Tries = 3;
    private readonly IOrganizationService _service;

    /// <summary>Writes as the caller of <paramref name="service"/>.</summary>
    public RowWriter(IOrganizationService service) => _service = service;

    /// <summary>Creates a row whose id the caller chose; a repeat finds the row and leaves it alone.</summary>
    /// <returns>True when this call (or its own repeat after a lost answer) made it, false when it stood there before.</returns>
    public bool CreateOnce(Entity row)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                _service.Create(row);
                return true;
            }
            catch (Exception fault) when (CrmFaults.IsDuplicate(fault))
            {
                return attempt > 1;
            }
            catch (Exception fault) when (attempt < Tries && CrmFaults.MayHaveWorked(fault))
            {
                // The row may stand there by now: the same id makes the repeat harmless.
            }
        }
    }

    /// <summary>Writes columns, or a state alone, if nobody wrote the row since <paramref name="rowVersion"/> was read.</summary>
    /// <param name="change">Id and what to write. Never a state together with other columns: that is two pipelines.</param>
    /// <param name="rowVersion">As read.</param>
    /// <param name="proof">Proof by which a write of ours is recognised whose answer was lost; without it one counts as not done.</param>
    /// <returns>False when somebody else was faster; nothing was written then.</returns>
    public bool UpdateIfUnchanged(Entity change, string rowVersion, WriteProof? proof)
    {
        change.RowVersion = rowVersion;
        var request = new UpdateRequest { Target = change, ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches };
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                _service.Execute(request);
                return true;
            }
            catch (Exception fault) when (CrmFaults.IsConcurrencyMismatch(fault))
            {
                return attempt > 1 && proof is not null && HasArrived(change, proof);
            }
            catch (Exception fault) when (attempt < Tries && CrmFaults.MayHaveWorked(fault))
            {
                // If the lost write worked, the repeat meets a version mismatch and the proof tells.
            }
        }
    }

    /// <summary>Writes whatever the row holds by now; for values that may be written twice.</summary>
    public void Update(Entity change)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                _service.Update(change);
                return;
            }
            catch (Exception fault) when (attempt < Tries && CrmFaults.MayHaveWorked(fault))
            {
                // The same values again.
            }
        }
    }

    private bool HasArrived(Entity change, WriteProof proof)
    {
        var columns = change.Attributes.Keys.Concat(new[] { proof.Column }).Distinct(StringComparer.Ordinal).ToArray();
        var stored = _service.Retrieve(change.LogicalName, change.Id, new ColumnSet(columns));
        return string.Equals(stored.GetAttributeValue<string>(proof.Column), proof.Token, StringComparison.Ordinal)
            && change.Attributes.All(pair => SameValue(pair.Value, stored.Contains(pair.Key) ? stored[pair.Key] : null));
    }

    private static bool SameValue(object? written, object? stored)
    {
        if (written is OptionSetValue option)
        {
            return stored is OptionSetValue other && option.Value == other.Value;
        }

        if (written is EntityReference reference)
        {
            return stored is EntityReference other && reference.Id == other.Id;
        }

        // Dynamics keeps whole seconds.
        return written is DateTime time
            ? stored is DateTime storedTime && Math.Abs((time - storedTime).TotalSeconds) < 1
            : Equals(written, stored);
    }
}
