using CrmEmulator.Metadata;
using CrmEmulator.Security;
using CrmEmulator.WebApi;
using Newtonsoft.Json.Linq;

namespace CrmEmulator.AppShell;

/// <summary>What pages need to know about a table, in the caller's words: columns, views, forms, charts.</summary>
internal static class TableJson
{
    public static JObject Write(TableDefinition table, ShellCaller caller) => new()
    {
        ["logicalName"] = table.LogicalName,
        ["setName"] = table.SetName,
        ["label"] = caller.Text(table.Labels),
        ["plural"] = caller.Text(table.PluralLabels),
        ["primaryId"] = table.PrimaryKey.LogicalName,
        ["primaryName"] = table.PrimaryName?.LogicalName,
        ["objectTypeCode"] = table.ObjectTypeCode,
        ["isActivity"] = table.IsActivity,
        ["hasNotes"] = table.HasNotes,
        ["hasOwner"] = table.Owner is not null,
        ["columns"] = new JObject(table.Columns.Select(column => new JProperty(column.LogicalName, ColumnJson.Write(table, column, caller)))),
        ["views"] = new JArray(TablePages.Views(caller.Catalog, table)
            .OrderByDescending(view => view.IsDefault).ThenBy(view => caller.Text(view.Labels), StringComparer.Ordinal)
            .Select(view => new JObject { ["id"] = view.Id, ["label"] = caller.Text(view.Labels), ["kind"] = view.Kind, ["isDefault"] = view.IsDefault })),
        ["forms"] = new JArray(TablePages.Forms(caller.Catalog, table)
            .Select(form => new JObject { ["id"] = form.Id, ["label"] = caller.Text(form.Labels), ["kind"] = form.Kind })),
        ["charts"] = new JArray(caller.Catalog.Content.Charts.Values.Where(chart => chart.Table == table.LogicalName)
            .Select(chart => new JObject { ["id"] = chart.Id, ["label"] = caller.Text(chart.Labels) })),
    };

    /// <summary>The navigation property by which a lookup is written for one of its targets.</summary>
    public static string NavigationOf(MetadataCatalog catalog, TableDefinition table, ColumnDefinition column, string target) =>
        catalog.LookupsOf(table.LogicalName).FirstOrDefault(one => one.ReferencingColumn == column.LogicalName && one.ReferencedTable == target)?.LookupNavigation
            ?? (column.Targets.Count == 1 || column.Kind == ColumnKind.Owner ? column.LogicalName : column.LogicalName + "_" + target);
}

/// <summary>One column as pages see it.</summary>
internal static class ColumnJson
{
    private static readonly Dictionary<string, int> PartyMasks = new()
    {
        ["from"] = 1, ["to"] = 2, ["cc"] = 3, ["bcc"] = 4, ["requiredattendees"] = 5, ["optionalattendees"] = 6, ["organizer"] = 7, ["resources"] = 10, ["customers"] = 11,
    };

    public static JObject Write(TableDefinition table, ColumnDefinition column, ShellCaller caller) => new()
    {
        ["label"] = caller.Text(column.Labels),
        ["kind"] = column.Kind.ToString(),
        ["property"] = ColumnNames.Of(column),
        ["maxLength"] = column.MaximumLength,
        ["precision"] = column.Precision,
        ["min"] = column.Minimum,
        ["max"] = column.Maximum,
        ["format"] = column.Format,
        ["required"] = column.RequiredLevel,
        ["isDateOnly"] = column.IsDateOnly,
        ["isSecured"] = column.IsSecured,
        ["default"] = column.DefaultValue,
        ["canRead"] = column.ValidForRead && caller.Access.MayUseColumn(table, column, PrivilegeAction.Read),
        ["canCreate"] = column.ValidForCreate && caller.Access.MayUseColumn(table, column, PrivilegeAction.Create),
        ["canUpdate"] = column.ValidForUpdate && caller.Access.MayUseColumn(table, column, PrivilegeAction.Write),
        ["partyMask"] = column.Kind == ColumnKind.PartyList && PartyMasks.TryGetValue(column.LogicalName, out var mask) ? mask : null,
        ["options"] = Options(column, caller),
        ["targets"] = column.IsLookup ? new JArray(Targets(column, caller).Select(target => Target(table, column, target, caller))) : null,
    };

    private static JArray? Options(ColumnDefinition column, ShellCaller caller)
    {
        if (column.OptionSet is { } set)
        {
            return new JArray(set.Options.Select(option => new JObject
            {
                ["value"] = option.Value,
                ["label"] = caller.Text(option.Labels),
                ["state"] = option.State,
                ["defaultStatus"] = option.DefaultStatus,
            }));
        }

        return column.Kind != ColumnKind.Boolean ? null : new JArray(Flag(0, "No", caller), Flag(1, "Yes", caller));
    }

    private static JObject Flag(int value, string word, ShellCaller caller) => new() { ["value"] = value, ["label"] = StandardWords.In(caller.Language, word) };

    private static IEnumerable<string> Targets(ColumnDefinition column, ShellCaller caller)
    {
        if (column.Targets.Count > 0)
        {
            return column.Targets;
        }

        return caller.Catalog.OneToManyRelationships.Where(one => one.ReferencingColumn == column.LogicalName).Select(one => one.ReferencedTable).Distinct();
    }

    private static JObject Target(TableDefinition table, ColumnDefinition column, string target, ShellCaller caller)
    {
        var other = caller.Catalog.FindTable(target);
        return new JObject
        {
            ["table"] = target,
            ["set"] = other?.SetName,
            ["label"] = other is null ? target : caller.Text(other.Labels),
            ["navigation"] = TableJson.NavigationOf(caller.Catalog, table, column, target),
        };
    }
}
