using CrmEmulator.Operations;
using CrmEmulator.Pipeline;
using CrmEmulator.PlugIns;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmEmulator.Async;

/// <summary>A job as its row says it.</summary>
internal sealed record JobRow(Guid Id, int OperationType, int State, string Data, DateTime? PostponeUntil, int RetryCount, DateTime CreatedOn);

/// <summary>Reads and writes rows of asyncoperation, as the platform, without pipeline.</summary>
internal sealed class JobTable(ExecutionHost host)
{
    public const string Table = "asyncoperation";
    public const int SystemEvent = 1;
    public const int Workflow = 10;
    public const int Ready = 0;
    public const int Suspended = 1;
    public const int Locked = 2;
    public const int Completed = 3;

    private static readonly ColumnSet Columns = new("operationtype", "statecode", "data", "postponeuntil", "retrycount", "createdon");

    /// <summary>The row of an asynchronous step's job.</summary>
    public static Entity RowOf(RegisteredStep step, PlugInContext context)
    {
        var row = new Entity(Table)
        {
            ["name"] = step.Definition.Name,
            ["operationtype"] = new OptionSetValue(SystemEvent),
            ["data"] = StoredContext.Write(context),
        };
        if (step.IsFromSolution)
        {
            row["owningextensionid"] = context.OwningExtension;
        }

        return row;
    }

    /// <summary>Completes the row by its context and writes it.</summary>
    public Guid Create(Entity row, PlugInContext context, OperationTransaction transaction)
    {
        row["messagename"] = context.MessageName;
        row["primaryentitytype"] = context.PrimaryEntityName;
        if (context.PrimaryEntityId != Guid.Empty && context.MessageName != "Delete")
        {
            row["regardingobjectid"] = new EntityReference(context.PrimaryEntityName, context.PrimaryEntityId);
        }

        row["correlationid"] = context.CorrelationId;
        row["correlationupdatedtime"] = context.CorrelationUpdatedOn;
        row["depth"] = context.Depth;
        row["retrycount"] = 0;
        row["ownerid"] = new EntityReference("systemuser", context.UserId);
        return (Guid)CoreOperations.Execute(new CreateRequest { Target = row }, host.SystemScope(transaction)).Results["id"];
    }

    public JobRow? Read(Guid id, OperationTransaction transaction) =>
        CoreOperations.Snapshot(Table, id, Columns, host.SystemScope(transaction)) is { } row ? Of(row) : null;

    public void Set(Guid id, OperationTransaction transaction, int state, int status, params (string Name, object? Value)[] columns)
    {
        var row = new Entity(Table, id) { ["statecode"] = new OptionSetValue(state), ["statuscode"] = new OptionSetValue(status) };
        foreach (var (name, value) in columns)
        {
            row[name] = value;
        }

        CoreOperations.Execute(new UpdateRequest { Target = row }, host.SystemScope(transaction));
    }

    public void Delete(Guid id, OperationTransaction transaction) =>
        CoreOperations.Execute(new DeleteRequest { Target = new EntityReference(Table, id) }, host.SystemScope(transaction));

    /// <summary>All jobs that have not ended, oldest first.</summary>
    public IReadOnlyList<JobRow> Unfinished(OperationTransaction transaction)
    {
        var query = new QueryExpression(Table) { ColumnSet = Columns, PageInfo = new PagingInfo { PageNumber = 1, Count = 5000 } };
        query.Criteria.AddCondition("statecode", ConditionOperator.NotEqual, Completed);
        query.Criteria.AddCondition("operationtype", ConditionOperator.In, SystemEvent, Workflow);
        query.AddOrder("createdon", OrderType.Ascending);
        var jobs = new List<JobRow>();
        while (true)
        {
            var page = (EntityCollection)CoreOperations.Execute(new RetrieveMultipleRequest { Query = query }, host.SystemScope(transaction)).Results["EntityCollection"];
            jobs.AddRange(page.Entities.Select(Of));
            if (!page.MoreRecords)
            {
                return jobs;
            }

            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = page.PagingCookie;
        }
    }

    private static JobRow Of(Entity row) => new(
        row.Id,
        row.GetAttributeValue<OptionSetValue>("operationtype")?.Value ?? 0,
        row.GetAttributeValue<OptionSetValue>("statecode")?.Value ?? 0,
        row.GetAttributeValue<string>("data") ?? string.Empty,
        row.GetAttributeValue<DateTime?>("postponeuntil"),
        row.GetAttributeValue<int>("retrycount"),
        row.GetAttributeValue<DateTime>("createdon"));
}
