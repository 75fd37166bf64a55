using CrmEmulator.Faults;
using CrmEmulator.Metadata;
using CrmEmulator.Operations;
using CrmEmulator.Query.Sql;
using CrmEmulator.Storage;
using Microsoft.Xrm.Sdk;

namespace CrmEmulator.Query;

/// <summary>One column of an aggregate query: a group or a sum.</summary>
internal sealed record AggregateOutput(QuerySource Source, QueryColumn Column, ColumnExpression Expression)
{
    public string Sql(OperationScope scope)
    {
        var value = Expression.Sql;
        if (Column.IsGroup)
        {
            return string.Join(',', GroupSql(scope));
        }

        if (Column.Aggregate is AggregateKind.Sum or AggregateKind.Average && !IsNumber)
        {
            throw Fault.Of(FaultCodes.FetchInvalid, $"The aggregate {Column.Aggregate} cannot be taken of '{Column.Name}', which is no number.");
        }

        var distinct = Column.IsDistinct ? "DISTINCT " : string.Empty;
        return Column.Aggregate switch
        {
            AggregateKind.Count => "count(*)",
            AggregateKind.CountColumn => $"count({distinct}{value})",
            AggregateKind.Sum => $"sum({distinct}{value})",
            AggregateKind.Average => $"sum({distinct}{value}),count({distinct}{value})",
            AggregateKind.Minimum => $"min({value})",
            _ => $"max({value})",
        };
    }

    public string OrderSql(OperationScope scope, bool raw) => Column.IsGroup
        ? Column.DateGroup == DateGroup.None ? Expression.OrderSql(scope, raw) : GroupSql(scope).First()
        : Column.Aggregate == AggregateKind.Average ? $"avg({Expression.Sql})" : Sql(scope);

    public IEnumerable<string> GroupSql(OperationScope scope)
    {
        if (Column.DateGroup == DateGroup.None)
        {
            yield return Expression.Sql;
            if (Expression.TypeSql is { } type)
            {
                yield return type;
            }

            yield break;
        }

        if (Expression.Column.Kind != ColumnKind.DateTime)
        {
            throw Fault.Of(FaultCodes.FetchInvalid, $"A dategrouping cannot be taken of '{Column.Name}', which is no date.");
        }

        var shift = Expression.Column.IsDateOnly ? 0 : (long)scope.Organization.Options.UserTimeOffset.TotalSeconds;
        var local = $"({Expression.Sql}+{shift})";
        yield return Column.DateGroup switch
        {
            DateGroup.Day => $"cast(strftime('%d',{local},'unixepoch') AS INTEGER)",
            DateGroup.Week => $"(cast(strftime('%j',{local},'unixepoch') AS INTEGER)+cast(strftime('%w',{local},'unixepoch','start of year') AS INTEGER)+6)/7",
            DateGroup.Month => $"cast(strftime('%m',{local},'unixepoch') AS INTEGER)",
            DateGroup.Quarter => $"(cast(strftime('%m',{local},'unixepoch') AS INTEGER)+2)/3",
            _ => $"cast(strftime('%Y',{local},'unixepoch') AS INTEGER)",
        };
    }

    public void Read(Statement statement, ref int index, Entity entity, EntityMapper mapper)
    {
        var key = Column.Alias!;
        var value = Value(statement, ref index);
        if (value is null)
        {
            return;
        }

        if (Column.IsGroup && Column.DateGroup == DateGroup.None)
        {
            mapper.PutAliased(entity, key, Source.Table, Expression.Column, value);
            return;
        }

        entity[key] = new AliasedValue(Source.Table.LogicalName, Expression.Column.LogicalName, value);
        if (mapper.Text(Expression.Column, value) is { } text)
        {
            entity.FormattedValues[key] = text;
        }
    }

    private bool IsNumber => Expression.Column.Kind is ColumnKind.Integer or ColumnKind.BigInteger or ColumnKind.Decimal or ColumnKind.Double or ColumnKind.Money;

    private object? Value(Statement statement, ref int index)
    {
        if (Column.IsGroup && Column.DateGroup == DateGroup.None)
        {
            return ValueCodec.Read(statement, ref index, Expression.Column);
        }

        var at = index++;
        var column = Expression.Column;
        if (Column.IsGroup || Column.Aggregate is AggregateKind.Count or AggregateKind.CountColumn)
        {
            return statement.IsNull(at) ? null : (int)statement.Long(at);
        }

        if (Column.Aggregate == AggregateKind.Average)
        {
            index++;
            return statement.IsNull(at) ? null : Average(column, statement, at);
        }

        if (statement.IsNull(at))
        {
            return null;
        }

        if (Column.Aggregate == AggregateKind.Sum)
        {
            return column.Kind switch
            {
                ColumnKind.Integer => (int)statement.Long(at),
                ColumnKind.BigInteger => statement.Long(at),
                ColumnKind.Double => statement.Double(at),
                ColumnKind.Money => new Money(ValueCodec.Unscaled(column, statement.Long(at))),
                _ => ValueCodec.Unscaled(column, statement.Long(at)),
            };
        }

        var single = column.HasTypeColumn ? column with { Targets = [column.Targets.Count > 0 ? column.Targets[0] : string.Empty] } : column;
        var position = at;
        return ValueCodec.Read(statement, ref position, single);
    }

    private static object Average(ColumnDefinition column, Statement statement, int at)
    {
        var count = statement.Long(at + 1);
        return column.Kind switch
        {
            ColumnKind.Double => statement.Double(at) / count,
            ColumnKind.Integer or ColumnKind.BigInteger => (int)(statement.Long(at) / count),
            ColumnKind.Money => new Money(decimal.Round(ValueCodec.Unscaled(column, statement.Long(at)) / count, 4)),
            _ => decimal.Round(ValueCodec.Unscaled(column, statement.Long(at)) / count, 10),
        };
    }
}
