using CrmEmulator.Faults;
using CrmEmulator.Metadata;
using CrmEmulator.Storage;
using Microsoft.Xrm.Sdk;

namespace CrmEmulator.Operations;

/// <summary>Party lists: written and read as rows of activityparty, one kind of participation a list.</summary>
internal static class ActivityParties
{
    private const int Regarding = 8;
    private const int Owner = 9;

    private static readonly Dictionary<string, int> Masks = new(StringComparer.Ordinal)
    {
        ["from"] = 1,
        ["to"] = 2,
        ["cc"] = 3,
        ["bcc"] = 4,
        ["requiredattendees"] = 5,
        ["optionalattendees"] = 6,
        ["organizer"] = 7,
        ["resources"] = 10,
        ["customers"] = 11,
        ["partners"] = 12,
    };

    public static int MaskOf(ColumnDefinition column) =>
        Masks.TryGetValue(column.LogicalName, out var mask) ? mask : throw Fault.Argument($"The party list {column.LogicalName} is not known to this organisation.");

    public static void Write(RowValues values, Guid activity, OperationScope scope, bool isNew)
    {
        foreach (var list in values.Table.PartyLists)
        {
            if (values.Has(list))
            {
                Replace(MaskOf(list), values[list] as EntityCollection, activity, scope, isNew);
            }
        }

        WriteSingle(values, "ownerid", Owner, activity, scope, isNew);
        WriteSingle(values, "regardingobjectid", Regarding, activity, scope, isNew);
    }

    /// <summary>The parties of an activity for the given lists.</summary>
    public static void Read(Entity entity, IReadOnlyList<ColumnDefinition> lists, EntityMapper mapper, StoreTransaction transaction)
    {
        var statement = transaction.Connection.Prepare("SELECT activitypartyid, partyid, partyid__type, participationtypemask, addressused FROM activityparty WHERE activityid=? ORDER BY rowid");
        statement.Bind(1, entity.Id);
        var rows = new List<(int Mask, Entity Party)>();
        while (statement.Step())
        {
            var party = new Entity("activityparty", statement.Guid(0))
            {
                ["activitypartyid"] = statement.Guid(0),
                ["activityid"] = new EntityReference(entity.LogicalName, entity.Id),
                ["participationtypemask"] = new OptionSetValue((int)statement.Long(3)),
            };
            if (!statement.IsNull(1))
            {
                party["partyid"] = new EntityReference(statement.Text(2), statement.Guid(1));
            }

            if (!statement.IsNull(4))
            {
                party["addressused"] = statement.Text(4);
            }

            rows.Add(((int)statement.Long(3), party));
        }

        statement.Reset();
        foreach (var (_, party) in rows)
        {
            if (party.GetAttributeValue<EntityReference>("partyid") is { } reference)
            {
                reference.Name = mapper.NameOf(reference);
                party.FormattedValues["partyid"] = reference.Name ?? string.Empty;
            }
        }

        foreach (var list in lists)
        {
            var mask = MaskOf(list);
            entity[list.LogicalName] = new EntityCollection([.. rows.Where(row => row.Mask == mask).Select(row => row.Party)]) { EntityName = "activityparty" };
        }
    }

    private static void WriteSingle(RowValues values, string column, int mask, Guid activity, OperationScope scope, bool isNew)
    {
        if (!values.Has(column))
        {
            return;
        }

        var reference = values.Get<EntityReference>(column);
        if (!isNew)
        {
            Clear(mask, activity, scope);
        }

        if (reference is not null && scope.Catalog.Table("activityparty").Column("partyid").Targets.Contains(reference.LogicalName))
        {
            Insert(mask, reference, null, activity, scope);
        }
    }

    private static void Replace(int mask, EntityCollection? parties, Guid activity, OperationScope scope, bool isNew)
    {
        if (!isNew)
        {
            Clear(mask, activity, scope);
        }

        foreach (var party in parties?.Entities ?? Enumerable.Empty<Entity>())
        {
            if (party.LogicalName != "activityparty")
            {
                throw Fault.Argument($"Invalid party: expected an activityparty entity, got '{party.LogicalName}'.");
            }

            var address = party.GetAttributeValue<string>("addressused");
            var reference = party.GetAttributeValue<EntityReference>("partyid");
            if (reference is null && string.IsNullOrEmpty(address))
            {
                throw Fault.Argument("Invalid party: neither partyid nor addressused is set.");
            }

            Insert(mask, reference, address, activity, scope);
        }
    }

    private static void Insert(int mask, EntityReference? party, string? address, Guid activity, OperationScope scope)
    {
        var table = scope.Catalog.Table("activityparty");
        var row = new RowValues(table);
        row[table.PrimaryKey] = RowIds.Next(scope.UtcNow);
        row["activityid"] = new EntityReference("activitypointer", activity);
        row["participationtypemask"] = new OptionSetValue(mask);
        row["addressused"] = address;
        if (party is not null)
        {
            row["partyid"] = ValueCheck.Accept(table, table.Column("partyid"), party, scope);
            row["partyobjecttypecode"] = party.LogicalName;
        }

        Rows.Insert(scope.Transaction, row);
    }

    private static void Clear(int mask, Guid activity, OperationScope scope)
    {
        var statement = scope.Transaction.Connection.Prepare("DELETE FROM activityparty WHERE activityid=? AND participationtypemask=?");
        statement.Bind(1, activity);
        statement.Bind(2, (long)mask);
        statement.Run();
    }
}
