using System.Globalization;
using System.ServiceModel;
using CrmEmulator;
using CrmEmulator.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace DevHost.Pages;

/// <summary>What there is to see: the organisation, its tables with their rows, the phone, the Web API.</summary>
public static class FirstPage
{
    /// <summary>The page.</summary>
    public static IResult Show(LocalSystem system) => new Page("smSys on this machine")
        .Note("A development tool: a Dynamics organisation emulated on this machine, with simulated providers. Nothing leaves it.")
        .Table(["Organisation", "Id", "Clock (UTC)"], [[
            new Cell(system.Organization.Name),
            new Cell(system.Organization.OrganizationId.ToString()),
            new Cell(system.Organization.Clock.UtcNow.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture))]])
        .Link("/main.aspx", "Apps, views and forms: sign in as one of the users, in English or Persian")
        .Link("/phone", "The simulated phone: send a text, read what arrived")
        .Link("/api/data/v9.0/", "Web API")
        .Link("/api/data/v9.0/$metadata", "Web API: $metadata")
        .Heading("smSys tables")
        .Table(["Table", "Name", "Rows", "Web API"], Tables(system, t => t.IsCustom))
        .Heading("Platform tables")
        .Table(["Table", "Name", "Rows", "Web API"], Tables(system, t => !t.IsCustom))
        .Answer();

    private static IEnumerable<IReadOnlyList<Cell>> Tables(LocalSystem system, Func<TableDefinition, bool> which) =>
        from table in system.Organization.Metadata.Tables
        where which(table) && !table.IsIntersect
        orderby table.LogicalName
        select (IReadOnlyList<Cell>)[
            new Cell(table.LogicalName, "/tables/" + table.LogicalName),
            new Cell(table.Labels.In(Labels.English)),
            new Cell(Count(system.Service, table), IsNumber: true),
            new Cell(table.SetName, $"/api/data/v9.0/{table.SetName}?$top=50")];

    private static string Count(IOrganizationService service, TableDefinition table)
    {
        var query = new QueryExpression(table.LogicalName) { ColumnSet = new ColumnSet(false), PageInfo = new PagingInfo { Count = 1, PageNumber = 1, ReturnTotalRecordCount = true } };
        EntityCollection found;
        try
        {
            found = service.RetrieveMultiple(query);
        }
        catch (FaultException<OrganizationServiceFault>)
        {
            return "closed";
        }

        return found.TotalRecordCountLimitExceeded ? "more than 5,000" : found.TotalRecordCount.ToString("N0", CultureInfo.InvariantCulture);
    }
}
