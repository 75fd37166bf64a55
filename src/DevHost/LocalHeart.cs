using CrmEmulator;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Tables;

namespace DevHost;

/// <summary>Wakes SMS Process rows that are due, every five seconds of the organisation's clock, as the server does for a real one.</summary>
public sealed class LocalHeart(Organization organization, IOrganizationService service, LocalClock clock)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private CancellationTokenSource? _stop;
    private Task _beating = Task.CompletedTask;

    /// <summary>Begins to beat.</summary>
    public void Start(CancellationToken stop)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(stop);
        _beating = Task.Run(() => BeatAsync(_stop.Token), CancellationToken.None);
    }

    /// <summary>Stops, after the present beat.</summary>
    public async Task StopAsync()
    {
        if (_stop is not null)
        {
            await _stop.CancelAsync();
            await _beating.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _stop.Dispose();
        }
    }

    private async Task BeatAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            clock.Note();
            Beat();
            await organization.Clock.Delay(Interval, stop);
        }
    }

    private void Beat()
    {
        var now = organization.Clock.UtcNow;
        var due = new QueryExpression(SmsProcess.LogicalName) { ColumnSet = new ColumnSet(false) };
        due.Criteria.AddCondition(SmsProcess.Columns.Statecode, ConditionOperator.Equal, (int)SmsProcess.State.Active);
        due.Criteria.AddCondition(SmsProcess.Columns.NextRunOn, ConditionOperator.LessEqual, now);
        foreach (var process in service.RetrieveMultiple(due).Entities)
        {
            service.Update(new SmsProcessRow(process.Id) { RequestedOn = now }.Record);
        }
    }
}
