using CrmEmulator.Metadata;
using CrmEmulator.Security;
using CrmEmulator.Storage;
using Microsoft.Xrm.Sdk;

namespace CrmEmulator.Operations.Setup;

/// <summary>What is there in a new organisation: itself, a business unit, SYSTEM and an administrator, currency, roles, messages.</summary>
internal static class FirstRows
{
    public static void Write(OperationScope scope)
    {
        var organization = scope.Organization;
        var unit = Start(scope, "businessunit", organization.RootBusinessUnitId);
        unit["name"] = organization.Name;
        unit["organizationid"] = new EntityReference("organization", organization.OrganizationId);
        PlatformRow.Save(unit, scope);
        WriteUser(scope, organization.SystemUserId, "SYSTEM", string.Empty);
        var currency = Start(scope, "transactioncurrency", organization.BaseCurrencyId);
        currency["currencyname"] = organization.Options.CurrencyName;
        currency["isocurrencycode"] = organization.Options.CurrencyCode;
        currency["currencysymbol"] = organization.Options.CurrencySymbol;
        currency["currencyprecision"] = 0;
        currency["exchangerate"] = 1m;
        PlatformRow.Save(currency, scope);
        var row = Start(scope, "organization", organization.OrganizationId);
        row["name"] = organization.Name;
        row["basecurrencyid"] = new EntityReference("transactioncurrency", organization.BaseCurrencyId);
        row["basecurrencysymbol"] = organization.Options.CurrencySymbol;
        row["languagecode"] = organization.Options.Language;
        row["localeid"] = organization.Options.Language;
        PlatformRow.Save(row, scope);
        DefaultTeams.Create(organization.RootBusinessUnitId, organization.Name, scope);
        PrivilegeRows.EnsureAll(scope);
        WriteRoles(scope);
        WriteMessages(scope);
        WriteAdministrator(scope);
    }

    private static RowValues Start(OperationScope scope, string table, Guid id) => PlatformRow.Start(scope.Catalog.Table(table), id, scope);

    private static void WriteUser(OperationScope scope, Guid id, string first, string last)
    {
        var user = Start(scope, "systemuser", id);
        user["firstname"] = first;
        user["lastname"] = last.Length == 0 ? null : last;
        user["fullname"] = (first + " " + last).Trim();
        user["businessunitid"] = new EntityReference("businessunit", scope.Organization.RootBusinessUnitId);
        user["organizationid"] = scope.Organization.OrganizationId;
        PlatformRow.Save(user, scope);
    }

    /// <summary>Somebody to sign in as.</summary>
    private static void WriteAdministrator(OperationScope scope)
    {
        var id = scope.Organization.AdministratorId;
        WriteUser(scope, id, "Administrator", string.Empty);
        DefaultTeams.Join(id, scope.Organization.RootBusinessUnitId, scope);
        PrincipalQueues.Create(scope.Catalog.Table("systemuser"), id, "Administrator", scope);
        PlatformRow.Join(scope.Catalog.FindManyToMany("systemuserroles_association")!, id, scope.Organization.AdministratorRoleId, scope);
    }

    private static void WriteRoles(OperationScope scope)
    {
        var everything = PrivilegeRows.Standard(scope.Catalog, (_, _) => PrivilegeDepth.Global);
        RoleRows.Save(scope.Organization.AdministratorRoleId, "System Administrator", AccessLoader.AdministratorTemplate, everything, scope);
        var basic = PrivilegeRows.Standard(scope.Catalog, (table, action) =>
            table.Ownership == Ownership.User ? PrivilegeDepth.Basic
            : action is PrivilegeAction.Read ? PrivilegeDepth.Global
            : table.LogicalName is "systemuser" or "team" or "businessunit" or "transactioncurrency" && action == PrivilegeAction.AppendTo ? PrivilegeDepth.Global
            : PrivilegeDepth.None);
        RoleRows.Save(StableId.Of("role", "Basic User"), "Basic User", null, basic, scope);
    }

    private static void WriteMessages(OperationScope scope)
    {
        foreach (var (id, name) in SdkMessages.ById)
        {
            var message = Start(scope, "sdkmessage", id);
            message["name"] = name;
            PlatformRow.Save(message, scope);
        }
    }
}
