using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Tables;
using smSys.Server.Faults;
using smSys.Server.HeartBeats;

namespace DevHost;

/// <summary>The heart's door to an organisation in the same process; the clock of the data folder is noted at each beat.</summary>
public sealed class LocalDoor(IOrganizationService service, LocalClock clock) : ICrmDoor
{
    private const int DoesNotExist = unchecked((int)0x80040217);

    /// <inheritdoc/>
    public Task<IReadOnlyList<WaitingProcess>> FindDueAsync(DateTime nowUtc, CancellationToken cancel) => Task.Run(
        () =>
        {
            clock.Note();
            var due = new QueryExpression(SmsProcess.LogicalName)
            {
                ColumnSet = new ColumnSet(SmsProcess.Columns.NextRunOn, SmsProcess.Columns.RequestedOn, SmsProcess.Columns.LastRunOn, SmsProcess.Columns.LeaseUntil),
            };
            due.Criteria.AddCondition(SmsProcess.Columns.Statuscode, ConditionOperator.In, (int)SmsProcess.Status.Waiting, (int)SmsProcess.Status.Running);
            due.Criteria.AddCondition(SmsProcess.Columns.NextRunOn, ConditionOperator.LessEqual, nowUtc);
            var free = due.Criteria.AddFilter(LogicalOperator.Or);
            free.AddCondition(SmsProcess.Columns.LeaseUntil, ConditionOperator.Null);
            free.AddCondition(SmsProcess.Columns.LeaseUntil, ConditionOperator.LessEqual, nowUtc);
            return (IReadOnlyList<WaitingProcess>)[.. service.RetrieveMultiple(due).Entities.Select(Read)];
        },
        cancel);

    /// <inheritdoc/>
    public Task RequestTickAsync(Guid processId, DateTime nowUtc, CancellationToken cancel) =>
        UpdateAsync(new SmsProcessRow(processId) { RequestedOn = nowUtc }.Record, cancel);

    /// <inheritdoc/>
    public async Task WriteHeartBeatAsync(Guid rowId, DateTime nowUtc, CancellationToken cancel)
    {
        var row = new SmsProcessRow(rowId) { LastBeatOn = nowUtc };
        try
        {
            await UpdateAsync(row.Record, cancel);
        }
        catch (CrmFaultException fault) when (fault.Kind == CrmFaultKind.Gone)
        {
            row.Name = "smSys";
            row.ProcessKind = ProcessKind.HeartBeat;
            CreateOnce.Do(service, row.Record);
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Guid>> FindSettingsAsync(DateTime beatenBeforeUtc, CancellationToken cancel) => Task.Run(
        () =>
        {
            var query = new QueryExpression(SmsSetting.LogicalName) { ColumnSet = new ColumnSet(false) };
            query.Criteria.AddCondition(SmsSetting.Columns.Statecode, ConditionOperator.Equal, (int)SmsSetting.State.Active);
            var old = query.Criteria.AddFilter(LogicalOperator.Or);
            old.AddCondition(SmsSetting.Columns.LastBeatOn, ConditionOperator.Null);
            old.AddCondition(SmsSetting.Columns.LastBeatOn, ConditionOperator.LessThan, beatenBeforeUtc);
            return (IReadOnlyList<Guid>)[.. service.RetrieveMultiple(query).Entities.Select(row => row.Id)];
        },
        cancel);

    /// <inheritdoc/>
    public Task WriteSettingBeatAsync(Guid settingId, DateTime nowUtc, CancellationToken cancel) =>
        UpdateAsync(new SmsSettingRow(settingId) { LastBeatOn = nowUtc }.Record, cancel);

    private Task UpdateAsync(Entity change, CancellationToken cancel) => Task.Run(
        () =>
        {
            try
            {
                service.Update(change);
            }
            catch (FaultException<OrganizationServiceFault> fault) when (fault.Detail.ErrorCode == DoesNotExist)
            {
                throw new CrmFaultException(CrmFaultKind.Gone, "0x80040217", fault.Detail.Message);
            }
        },
        cancel);

    private static WaitingProcess Read(Entity entity)
    {
        var row = new SmsProcessRow(entity);
        return new WaitingProcess(row.Id, row.NextRunOn ?? DateTime.MaxValue, row.RequestedOn, row.LastRunOn, row.LeaseUntil);
    }
}
