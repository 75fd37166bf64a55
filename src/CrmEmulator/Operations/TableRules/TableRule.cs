using System.Collections.Frozen;
using CrmEmulator.Metadata;
using CrmEmulator.Storage;

namespace CrmEmulator.Operations.TableRules;

/// <summary>What the platform does beyond the ordinary when rows of one table are written.</summary>
internal abstract class TableRule
{
    private static readonly FrozenDictionary<string, TableRule> Rules = new Dictionary<string, TableRule>
    {
        ["contact"] = new ContactRule(),
        ["lead"] = new PersonNameRule(),
        ["systemuser"] = new SystemUserRule(),
        ["team"] = new TeamRule(),
        ["businessunit"] = new BusinessUnitRule(),
        ["role"] = new RoleRule(),
        ["incident"] = new IncidentRule(),
        ["opportunity"] = new CustomerRule(),
        ["list"] = new ListRule(),
        ["annotation"] = new AnnotationRule(),
        ["queueitem"] = new QueueItemRule(),
        ["account"] = new CompositeAddressRule(),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static TableRule? For(TableDefinition table) => Rules.GetValueOrDefault(table.LogicalName);

    public virtual void BeforeCreate(RowValues values, Guid id, OperationScope scope)
    {
    }

    public virtual void AfterCreate(RowValues values, Guid id, OperationScope scope)
    {
    }

    public virtual void BeforeUpdate(RowValues values, Guid id, OperationScope scope)
    {
    }

    public virtual void AfterUpdate(RowValues values, Guid id, OperationScope scope)
    {
    }

    public virtual void BeforeDelete(Guid id, OperationScope scope)
    {
    }
}
