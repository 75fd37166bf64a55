using CrmEmulator.Metadata;
using Microsoft.Xrm.Sdk;

namespace CrmEmulator.Storage;

/// <summary>
/// Between CRM's values and SQLite's: ids as ordered bytes, dates as seconds, decimals as whole numbers of their
/// last digit (money of 1/10,000), so that sums and comparisons are exact.
/// </summary>
internal static class ValueCodec
{
    private static readonly decimal[] Scales = [1m, 10m, 100m, 1_000m, 10_000m, 100_000m, 1_000_000m, 10_000_000m, 100_000_000m, 1_000_000_000m, 10_000_000_000m];

    public static decimal ScaleOf(ColumnDefinition column) => Scales[column.Precision];

    /// <summary>Binds a value of the column's own type at the position; a lookup with several targets takes two positions.</summary>
    public static int Bind(Statement statement, int index, ColumnDefinition column, object? value)
    {
        if (value is null)
        {
            statement.BindNull(index);
            if (column.HasTypeColumn)
            {
                statement.BindNull(index + 1);
                return 2;
            }

            return 1;
        }

        switch (column.Kind)
        {
            case ColumnKind.Key or ColumnKind.UniqueId:
                statement.Bind(index, (Guid)value);
                return 1;
            case ColumnKind.Lookup or ColumnKind.Customer or ColumnKind.Owner:
                var reference = (EntityReference)value;
                statement.Bind(index, reference.Id);
                if (column.HasTypeColumn)
                {
                    statement.Bind(index + 1, reference.LogicalName);
                    return 2;
                }

                return 1;
            case ColumnKind.Text or ColumnKind.Memo or ColumnKind.TableName:
                statement.Bind(index, (string)value);
                return 1;
            case ColumnKind.Choices:
                statement.Bind(index, ChoicesText((OptionSetValueCollection)value));
                return 1;
            default:
                if (column.Kind == ColumnKind.Double)
                {
                    statement.Bind(index, (double)value);
                }
                else
                {
                    statement.Bind(index, ToLong(column, value));
                }

                return 1;
        }
    }

    /// <summary>The whole number that stands for a number, choice, yes/no or date.</summary>
    public static long ToLong(ColumnDefinition column, object value) => value switch
    {
        OptionSetValue option => option.Value,
        int number => number,
        long number => number,
        bool flag => flag ? 1 : 0,
        DateTime date => CrmDate.ToSeconds(date),
        Money money => Scaled(column, money.Value),
        decimal number => Scaled(column, number),
        _ => throw new InvalidOperationException($"A {value.GetType().Name} cannot be kept in {column.LogicalName}."),
    };

    /// <summary>Reads the value at the position; null when there is none.</summary>
    public static object? Read(Statement statement, ref int index, ColumnDefinition column)
    {
        var at = index++;
        var type = column.HasTypeColumn ? index++ : -1;
        if (statement.IsNull(at))
        {
            return null;
        }

        return column.Kind switch
        {
            ColumnKind.Key or ColumnKind.UniqueId => statement.Guid(at),
            ColumnKind.Lookup or ColumnKind.Customer or ColumnKind.Owner =>
                new EntityReference(type < 0 ? column.Targets[0] : statement.Text(type), statement.Guid(at)),
            ColumnKind.Text or ColumnKind.Memo or ColumnKind.TableName => statement.Text(at),
            ColumnKind.Choices => ChoicesOf(statement.Text(at)),
            ColumnKind.Choice or ColumnKind.State or ColumnKind.Status => new OptionSetValue((int)statement.Long(at)),
            ColumnKind.Integer => (int)statement.Long(at),
            ColumnKind.BigInteger => statement.Long(at),
            ColumnKind.Boolean => statement.Long(at) != 0,
            ColumnKind.Double => statement.Double(at),
            ColumnKind.DateTime => CrmDate.FromSeconds(statement.Long(at)),
            ColumnKind.Money => new Money(Unscaled(column, statement.Long(at))),
            ColumnKind.Decimal => Unscaled(column, statement.Long(at)),
            _ => throw new InvalidOperationException($"{column.LogicalName} has no storage."),
        };
    }

    public static decimal Unscaled(ColumnDefinition column, long value) => value / ScaleOf(column);

    public static bool Fits(ColumnDefinition column, decimal value) => Math.Abs(value) < long.MaxValue / ScaleOf(column);

    private static long Scaled(ColumnDefinition column, decimal value) =>
        (long)decimal.Round(value * ScaleOf(column), 0, MidpointRounding.AwayFromZero);

    private static string ChoicesText(OptionSetValueCollection choices) =>
        "," + string.Join(',', choices.Select(choice => choice.Value).Order()) + ",";

    private static OptionSetValueCollection ChoicesOf(string text) =>
        new([.. text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(value => new OptionSetValue(int.Parse(value)))]);
}
