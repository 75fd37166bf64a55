using CrmEmulator.Faults;
using CrmEmulator.Storage;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmEmulator.Operations.TableRules;

/// <summary>The full name follows first and last name.</summary>
internal class PersonNameRule : TableRule
{
    public override void BeforeCreate(RowValues values, Guid id, OperationScope scope) => SetName(values, values);

    public override void BeforeUpdate(RowValues values, Guid id, OperationScope scope)
    {
        if (values.Has("firstname") || values.Has("lastname") || values.Has("middlename"))
        {
            var table = values.Table;
            var stored = Rows.Read(scope.Transaction, table, id, table.Column("firstname"), table.Column("middlename"), table.Column("lastname")) ?? throw Fault.RowMissing(table.LogicalName, id);
            SetName(values, stored);
        }
    }

    private static void SetName(RowValues values, RowValues stored)
    {
        string? Part(string column) => values.Has(column) ? values.Get<string>(column) : stored.Get<string>(column);
        var name = string.Join(' ', new[] { Part("firstname"), Part("middlename"), Part("lastname") }.Where(part => !string.IsNullOrEmpty(part)));
        values["fullname"] = name.Length == 0 ? null : name.Length > 160 ? name[..160] : name;
    }
}

/// <summary>A contact also knows whether its parent is an account or a contact.</summary>
internal sealed class ContactRule : PersonNameRule
{
    public override void BeforeCreate(RowValues values, Guid id, OperationScope scope)
    {
        base.BeforeCreate(values, id, scope);
        SetParent(values);
        CompositeAddressRule.SetAddress(values);
    }

    public override void BeforeUpdate(RowValues values, Guid id, OperationScope scope)
    {
        base.BeforeUpdate(values, id, scope);
        SetParent(values);
    }

    private static void SetParent(RowValues values)
    {
        if (values.Has("parentcustomerid"))
        {
            var parent = values.Get<EntityReference>("parentcustomerid");
            values["accountid"] = parent?.LogicalName == "account" ? parent : null;
            values["parentcontactid"] = parent?.LogicalName == "contact" ? parent : null;
        }
    }
}

/// <summary>The address in one text.</summary>
internal sealed class CompositeAddressRule : TableRule
{
    private static readonly string[] Parts = ["address1_line1", "address1_line2", "address1_line3", "address1_city", "address1_stateorprovince", "address1_postalcode", "address1_country"];

    public override void BeforeCreate(RowValues values, Guid id, OperationScope scope) => SetAddress(values);

    public static void SetAddress(RowValues values)
    {
        var lines = Parts.Select(values.Get<string>).Where(line => !string.IsNullOrEmpty(line)).ToList();
        if (lines.Count > 0)
        {
            values["address1_composite"] = string.Join("\r\n", lines);
        }
    }
}

/// <summary>A user belongs to a business unit, to its default team, and has a queue.</summary>
internal sealed class SystemUserRule : PersonNameRule
{
    public override void BeforeCreate(RowValues values, Guid id, OperationScope scope)
    {
        base.BeforeCreate(values, id, scope);
        values.Default("businessunitid", new EntityReference("businessunit", scope.Access.BusinessUnitId));
        values.SetIfKnown("organizationid", scope.Organization.OrganizationId);
    }

    public override void AfterCreate(RowValues values, Guid id, OperationScope scope)
    {
        DefaultTeams.Join(id, values.Get<EntityReference>("businessunitid")!.Id, scope);
        PrincipalQueues.Create(values.Table, id, values.Get<string>("fullname"), scope);
    }

    public override void BeforeUpdate(RowValues values, Guid id, OperationScope scope)
    {
        base.BeforeUpdate(values, id, scope);
        if (id == scope.Organization.SystemUserId && values.Get<bool>("isdisabled"))
        {
            throw Fault.Argument("The SYSTEM user cannot be disabled.");
        }
    }

    public override void AfterUpdate(RowValues values, Guid id, OperationScope scope)
    {
        if (values.Get<EntityReference>("businessunitid") is { } unit)
        {
            DefaultTeams.Leave(id, scope);
            DefaultTeams.Join(id, unit.Id, scope);
        }
    }

    public override void BeforeDelete(Guid id, OperationScope scope) =>
        throw Fault.Of(FaultCodes.MessageNotSupported, "The 'Delete' method does not support entities of type 'systemuser'; disable the user instead.");
}
