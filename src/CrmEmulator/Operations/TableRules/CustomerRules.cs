using CrmEmulator.Faults;
using CrmEmulator.Storage;
using Microsoft.Xrm.Sdk;

namespace CrmEmulator.Operations.TableRules;

/// <summary>The customer of a row is also kept as its account or its contact.</summary>
internal class CustomerRule : TableRule
{
    public override void BeforeCreate(RowValues values, Guid id, OperationScope scope) => SetCustomer(values);

    public override void BeforeUpdate(RowValues values, Guid id, OperationScope scope) => SetCustomer(values);

    private static void SetCustomer(RowValues values)
    {
        if (values.Has("customerid"))
        {
            var customer = values.Get<EntityReference>("customerid");
            values["accountid"] = customer?.LogicalName == "account" ? customer : null;
            values["contactid"] = customer?.LogicalName == "contact" ? customer : null;
        }
    }
}

/// <summary>A case has a customer and a number.</summary>
internal sealed class IncidentRule : CustomerRule
{
    private const string Letters = "ABCDEFGHJKLMNPQRSTVWXYZ0123456789";

    public override void BeforeCreate(RowValues values, Guid id, OperationScope scope)
    {
        if (values.Get<EntityReference>("customerid") is null)
        {
            throw Fault.Of(FaultCodes.UnManagedIdsMissing, "You should specify a parent contact or account.");
        }

        base.BeforeCreate(values, id, scope);
        if (values.Get<string>("ticketnumber") is null)
        {
            values["ticketnumber"] = $"CAS-{Numbers.Next("case", scope):D5}-{Suffix(id)}";
        }

        if (values.Get<EntityReference>("contactid") is { } contact)
        {
            values.Default("primarycontactid", contact);
        }
    }

    public override void BeforeUpdate(RowValues values, Guid id, OperationScope scope)
    {
        base.BeforeUpdate(values, id, scope);
        if (values.Option(values.Table.State) == 1 && !HasResolution(id, scope))
        {
            throw Fault.Argument("This message can not be used to set the state of incident to Resolved. In order to set state of incident to Resolved, use the CloseIncidentRequest message instead.");
        }
    }

    private static bool HasResolution(Guid incident, OperationScope scope)
    {
        var statement = scope.Transaction.Connection.Prepare("SELECT 1 FROM incidentresolution WHERE incidentid=? AND statecode=1");
        statement.Bind(1, incident);
        var found = statement.Step();
        statement.Reset();
        return found;
    }

    /// <summary>Six letters and digits, taken from the id so that a repeat gives the same number.</summary>
    private static string Suffix(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes);
        Span<char> letters = stackalloc char[6];
        for (var index = 0; index < letters.Length; index++)
        {
            letters[index] = Letters[bytes[index] % Letters.Length];
        }

        return letters.ToString();
    }
}
