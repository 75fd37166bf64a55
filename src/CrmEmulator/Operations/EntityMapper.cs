using System.Globalization;
using CrmEmulator.Metadata;
using CrmEmulator.Storage;
using Microsoft.Xrm.Sdk;

namespace CrmEmulator.Operations;

/// <summary>Puts stored values into entities, with the formatted values a user sees.</summary>
internal sealed class EntityMapper(OperationScope scope)
{
    private readonly int language = scope.Language;
    private readonly TimeSpan offset = scope.Organization.Options.UserTimeOffset;
    private Dictionary<Guid, string?>? names;

    /// <summary>Puts a column's value under its own name.</summary>
    public void Put(Entity entity, ColumnDefinition column, object value)
    {
        Format(entity, column.LogicalName, column, value);
        entity.Attributes[column.LogicalName] = value;
    }

    /// <summary>Puts a value of a linked table or an alias.</summary>
    public void PutAliased(Entity entity, string key, TableDefinition table, ColumnDefinition column, object value)
    {
        Format(entity, key, column, value);
        entity.Attributes[key] = new AliasedValue(table.LogicalName, column.LogicalName, value);
    }

    public string? NameOf(EntityReference reference)
    {
        names ??= [];
        if (!names.TryGetValue(reference.Id, out var name))
        {
            names[reference.Id] = name = scope.Catalog.FindTable(reference.LogicalName) is { } table ? Rows.Name(scope.Transaction, table, reference.Id) : null;
        }

        return name;
    }

    /// <summary>What a user reads for the value; null when it needs no words.</summary>
    public string? Text(ColumnDefinition column, object value)
    {
        switch (value)
        {
            case OptionSetValue option:
                return (column.OptionSet?.Find(option.Value)?.Labels ?? TableOf(column, option.Value)?.Labels)?.In(language);
            case bool flag:
                return column.OptionSet?.Find(flag ? 1 : 0)?.Labels.In(language) ?? (flag ? "Yes" : "No");
            case EntityReference reference:
                return reference.Name ??= NameOf(reference);
            case DateTime date:
                return column.IsDateOnly ? date.ToString("M/d/yyyy", CultureInfo.InvariantCulture) : (date + offset).ToString("M/d/yyyy h:mm tt", CultureInfo.InvariantCulture);
            case Money money:
                return scope.Organization.Options.CurrencySymbol + money.Value.ToString("#,##0.00", CultureInfo.InvariantCulture);
            case int number:
                return number.ToString("#,##0", CultureInfo.InvariantCulture);
            case decimal number:
                return number.ToString("N" + column.Precision, CultureInfo.InvariantCulture);
            case double number:
                return number.ToString("N2", CultureInfo.InvariantCulture);
            case OptionSetValueCollection options:
                return string.Join("; ", options.Select(option => column.OptionSet?.Find(option.Value)?.Labels.In(language)));
            case string text when column.Kind == ColumnKind.TableName:
                return scope.Catalog.FindTable(text)?.Labels.In(language);
            default:
                return null;
        }
    }

    /// <summary>Columns open to tables of other solutions hold a table's code.</summary>
    private TableDefinition? TableOf(ColumnDefinition column, int code) =>
        column.TakesAnyOption ? scope.Catalog.FindTableByCode(code) : null;

    private void Format(Entity entity, string key, ColumnDefinition column, object value)
    {
        if (column.Kind is not (ColumnKind.Text or ColumnKind.Memo or ColumnKind.Key or ColumnKind.UniqueId or ColumnKind.BigInteger) && Text(column, value) is { } text)
        {
            entity.FormattedValues[key] = text;
        }
    }
}
