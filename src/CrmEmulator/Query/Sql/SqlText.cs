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

    public SqlText Values<T>(IEnumerable<T> values)
        where T : notnull
    {
        var first = true;
        text.Append('(');
        foreach (var value in values)
        {
            if (!first)
            {
                text.Append(',');
            }

            first = false;
            Value(value);
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
}
