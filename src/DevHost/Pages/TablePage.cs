using System.Globalization;
using System.ServiceModel;
using CrmEmulator.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace DevHost.Pages;

/// <summary>The newest rows of a table, with the columns that hold anything.</summary>
public static class TablePage
{
    private const int Rows = 50;
    private const int LongestText = 160;

    /// <summary>The page, or a sentence that there is no such table.</summary>
    public static IResult Show(LocalSystem system, string name)
    {
        if (system.Organization.Metadata.FindTable(name) is not { } table)
        {
            return new Page("No such table").Paragraph($"The organisation has no table {name}.").Link("/", "All tables").Answer(404);
        }

        var query = new QueryExpression(table.LogicalName) { ColumnSet = new ColumnSet(true), TopCount = Rows };
        if (table.FindColumn("createdon") is not null)
        {
            query.AddOrder("createdon", OrderType.Descending);
        }

        DataCollection<Entity> rows;
        try
        {
            rows = system.Service.RetrieveMultiple(query).Entities;
        }
        catch (FaultException<OrganizationServiceFault> refused)
        {
            return new Page(table.LogicalName).Note(refused.Detail.Message).Link("/", "All tables").Answer(403);
        }

        var columns = table.Columns.Where(c => rows.Any(r => Holds(r, c))).OrderBy(c => Place(c, table)).ToList();
        return new Page($"{table.Labels.In(Labels.English)} ({table.LogicalName})")
            .Paragraph(rows.Count == Rows ? $"The newest {Rows} rows." : $"{rows.Count} rows.")
            .Link("/", "All tables")
            .Table([.. columns.Select(c => c.LogicalName)], rows.Select(row => (IReadOnlyList<Cell>)[.. columns.Select(c => CellOf(row, c))]))
            .Answer();
    }

    private static bool Holds(Entity row, ColumnDefinition column) =>
        row.Contains(column.LogicalName) && row[column.LogicalName] is not EntityCollection { Entities.Count: 0 };

    /// <summary>The name first, then where the row stands, what the solution knows of it, and what the platform keeps.</summary>
    private static int Place(ColumnDefinition column, TableDefinition table) => column switch
    {
        _ when column == table.PrimaryName => 0,
        { LogicalName: "statuscode" } => 1,
        { IsCustom: true } => 2,
        _ => 3,
    };

    private static Cell CellOf(Entity row, ColumnDefinition column)
    {
        var text = row.FormattedValues.TryGetValue(column.LogicalName, out var formatted) ? formatted : TextOf(row.Contains(column.LogicalName) ? row[column.LogicalName] : null);
        return new Cell(text.Length <= LongestText ? text : text[..LongestText] + "…", IsNumber: column.Kind is ColumnKind.Integer or ColumnKind.Decimal or ColumnKind.Money);
    }

    private static string TextOf(object? value) => value switch
    {
        null => string.Empty,
        EntityReference reference => reference.Name ?? $"{reference.LogicalName} {reference.Id}",
        EntityCollection parties => string.Join("; ", parties.Entities.Select(p => TextOf(p.GetAttributeValue<EntityReference>("partyid") ?? p.GetAttributeValue<object>("addressused")))),
        OptionSetValue option => option.Value.ToString(CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? string.Empty,
    };
}
