using System.Text;
using CrmEmulator.Faults;
using CrmEmulator.Storage;
using Microsoft.Xrm.Sdk;

namespace CrmEmulator.Operations.TableRules;

/// <summary>A marketing list holds accounts, contacts or leads, by members or by a query.</summary>
internal sealed class ListRule : TableRule
{
    public override void BeforeCreate(RowValues values, Guid id, OperationScope scope)
    {
        if (values.Has("createdfromcode") && values.Option(values.Table.Column("createdfromcode")) is { } code)
        {
            values.Default("membertype", code);
        }
        else if (values.Get<int>("membertype") is var type && type != 0)
        {
            values["createdfromcode"] = new OptionSetValue(type);
        }

        if (values.Get<int>("membertype") is not (0 or 1 or 2 or 4))
        {
            throw Fault.Argument("A marketing list has members of type account (1), contact (2) or lead (4).");
        }

        values["membercount"] = 0;
    }

    public override void BeforeUpdate(RowValues values, Guid id, OperationScope scope)
    {
        if (values.Has("type") || values.Has("membertype"))
        {
            values.Remove(values.Table.Column("type"));
            values.Remove(values.Table.Column("membertype"));
        }
    }
}

/// <summary>A note knows the table it is about and the size of its file.</summary>
internal sealed class AnnotationRule : TableRule
{
    public override void BeforeCreate(RowValues values, Guid id, OperationScope scope) => Complete(values);

    public override void BeforeUpdate(RowValues values, Guid id, OperationScope scope) => Complete(values);

    private static void Complete(RowValues values)
    {
        if (values.Get<EntityReference>("objectid") is { } about)
        {
            values["objecttypecode"] = about.LogicalName;
        }

        if (values.Get<string>("documentbody") is { } body)
        {
            var buffer = new byte[Encoding.ASCII.GetByteCount(body)];
            if (!Convert.TryFromBase64String(body, buffer, out var size))
            {
                throw Fault.Argument("The documentbody of a note must be Base64.");
            }

            values["filesize"] = size;
            values["isdocument"] = true;
        }
    }
}

/// <summary>A queue item carries the title and kind of what is queued; a thing is in one queue at a time.</summary>
internal sealed class QueueItemRule : TableRule
{
    public override void BeforeCreate(RowValues values, Guid id, OperationScope scope)
    {
        if (values.Get<EntityReference>("objectid") is not { } item)
        {
            return;
        }

        var table = scope.Catalog.Table(item.LogicalName);
        if (!table.IsQueueEnabled)
        {
            throw Fault.Argument($"Rows of '{table.LogicalName}' cannot be put into a queue.");
        }

        values["title"] = Rows.Name(scope.Transaction, table, item.Id);
        values["objecttypecode"] = new OptionSetValue(table.ObjectTypeCode);
        values["enteredon"] = scope.UtcNow;
        if (values.Has("workerid"))
        {
            values["workeridmodifiedon"] = scope.UtcNow;
        }
    }

    public override void BeforeUpdate(RowValues values, Guid id, OperationScope scope)
    {
        if (values.Has("queueid"))
        {
            values["enteredon"] = scope.UtcNow;
        }

        if (values.Has("workerid"))
        {
            values["workeridmodifiedon"] = scope.UtcNow;
        }
    }
}
