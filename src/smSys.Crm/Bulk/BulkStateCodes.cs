using System;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Rows;
using smSys.Crm.Tables;
using smSys.Messaging.Bulk;

namespace smSys.Crm.Bulk;

/// <summary>The states of a bulk as Dynamics numbers them. The names are the same on both sides; a test holds that.</summary>
public static class BulkStateCodes
{
    /// <summary>The state behind a status reason.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A status reason that smSys does not know.</exception>
    public static BulkState Of(SmsBulk.Status status) => status switch
    {
        SmsBulk.Status.Draft => BulkState.Draft,
        SmsBulk.Status.DryRunning => BulkState.DryRunning,
        SmsBulk.Status.Checked => BulkState.Checked,
        SmsBulk.Status.AwaitingApproval => BulkState.AwaitingApproval,
        SmsBulk.Status.Ready => BulkState.Ready,
        SmsBulk.Status.Freezing => BulkState.Freezing,
        SmsBulk.Status.Running => BulkState.Running,
        SmsBulk.Status.Paused => BulkState.Paused,
        SmsBulk.Status.Finished => BulkState.Finished,
        SmsBulk.Status.FinishedWithUnknowns => BulkState.FinishedWithUnknowns,
        SmsBulk.Status.Cancelled => BulkState.Cancelled,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "smSys knows no such state of a bulk."),
    };

    /// <summary>The status reason of a state.</summary>
    public static SmsBulk.Status Of(BulkState state) => state switch
    {
        BulkState.Draft => SmsBulk.Status.Draft,
        BulkState.DryRunning => SmsBulk.Status.DryRunning,
        BulkState.Checked => SmsBulk.Status.Checked,
        BulkState.AwaitingApproval => SmsBulk.Status.AwaitingApproval,
        BulkState.Ready => SmsBulk.Status.Ready,
        BulkState.Freezing => SmsBulk.Status.Freezing,
        BulkState.Running => SmsBulk.Status.Running,
        BulkState.Paused => SmsBulk.Status.Paused,
        BulkState.Finished => SmsBulk.Status.Finished,
        BulkState.FinishedWithUnknowns => SmsBulk.Status.FinishedWithUnknowns,
        BulkState.Cancelled => SmsBulk.Status.Cancelled,
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>Where a row stands; Draft when its status was not read.</summary>
    public static BulkState Read(SmsBulkRow row) => row.Statuscode is { } status ? Of(status) : BulkState.Draft;

    /// <summary>Writes a state into a change: always state and status reason together.</summary>
    public static void Write(Entity change, BulkState state)
    {
        var status = Of(state);
        change[StandardColumns.State] = new OptionSetValue((int)SmsBulk.StateOf(status));
        change[StandardColumns.Status] = new OptionSetValue((int)status);
    }
}
