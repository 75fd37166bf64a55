using System.Text;
using CrmEmulator.Storage;

namespace CrmEmulator.Query.Sql;

/// <summary>SQL being written, with its parameters in order.</summary>
internal sealed class SqlText
{
    private readonly StringBuilder text = new();

    public List<object> Parameters { get; } = [];

    public SqlText Add(string part)
    {
        text.Append(part);
        return this;
    }

    /// <summary>Writes a placeholder for a Guid, long, double or string.</summary>
    public SqlText Value(object value)
    {
        Parameters.Add(value);
        text.Append('?');
        return this;
    }

    /// <summary>
    /// Writes a list to look in. A long one is filled up with its last value to one of a few lengths: each length is a statement of
    /// its own that stays prepared, and one with five hundred places takes 64 KB.
    /// </summary>
    public SqlText Values<T>(IEnumerable<T> values)
        where T : notnull
    {
        var list = values.ToList();
        text.Append('(');
        for (var place = 0; place < PlacesFor(list.Count); place++)
        {
            if (place > 0)
            {
                text.Append(',');
            }

            Value(list[Math.Min(place, list.Count - 1)]);
        }

        text.Append(')');
        return this;
    }

    public SqlText Add(SqlText part)
    {
        text.Append(part.text);
        Parameters.AddRange(part.Parameters);
        return this;
    }

    public Statement Prepare(StoreConnection connection)
    {
        var statement = connection.PrepareQuery(text.ToString());
        for (var index = 0; index < Parameters.Count; index++)
        {
            switch (Parameters[index])
            {
                case Guid id: statement.Bind(index + 1, id); break;
                case long number: statement.Bind(index + 1, number); break;
                case double number: statement.Bind(index + 1, number); break;
                case string value: statement.Bind(index + 1, value); break;
                default: throw new InvalidOperationException($"A {Parameters[index].GetType().Name} cannot be a parameter.");
            }
        }

        return statement;
    }

    public override string ToString() => text.ToString();

    // 8, 10, 12, 14, 16, 20, 24, 28, 32, 40 …: at most a quarter too many.
    private static int PlacesFor(int count)
    {
        var step = 1;
        while (count > step * 8)
        {
            step *= 2;
        }

        return (count + step - 1) / step * step;
    }
}
