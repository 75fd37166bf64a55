using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using CrmEmulator.Faults;
using CrmEmulator.Metadata;
using CrmEmulator.Query.Sql;

namespace CrmEmulator.Query;

/// <summary>
/// Where a page began and ended, in the platform's form: a cookie element with the page number and one element a sort
/// column with first and last. The next page is sought after the last values instead of counted from the start.
/// </summary>
internal sealed record PagingCookie(int Page, object?[] First, object?[] Last)
{
    private IReadOnlyList<string>? Names { get; init; }

    private IReadOnlyList<string?>? LastTexts { get; init; }

    /// <exception cref="System.ServiceModel.FaultException{T}">Not a cookie of ours.</exception>
    public static PagingCookie? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        try
        {
            var root = XElement.Parse(text);
            return new PagingCookie((int?)root.Attribute("page") ?? 1, [], [])
            {
                Names = [.. root.Elements().Select(element => element.Name.LocalName)],
                LastTexts = [.. root.Elements().Select(element => element.Attribute("lastnull") is not null ? null : (string?)element.Attribute("last"))],
            };
        }
        catch (XmlException)
        {
            throw Fault.Of(FaultCodes.QueryInvalidPaging, "The paging cookie is not well-formed XML.");
        }
    }

    public bool Matches(QueryOrders orders) =>
        Names is not null && Names.SequenceEqual(orders.Columns.Select(column => column.Column.LogicalName));

    public string Write(QueryOrders orders)
    {
        var root = new XElement("cookie", new XAttribute("page", Page));
        for (var index = 0; index < orders.Columns.Count; index++)
        {
            root.Add(new XElement(
                orders.Columns[index].Column.LogicalName,
                Mark("last", Last[index]),
                Mark("first", First[index])));
        }

        return root.ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>Writes «comes after the last row of the page before».</summary>
    public void WriteSeek(SqlText sql, QueryOrders orders)
    {
        sql.Add(" AND (");
        for (var depth = 0; depth < orders.Columns.Count; depth++)
        {
            sql.Add(depth == 0 ? "(" : " OR (");
            for (var index = 0; index < depth; index++)
            {
                WriteSame(sql, orders.Columns[index], Value(orders, index));
                sql.Add(" AND ");
            }

            WriteAfter(sql, orders.Columns[depth], Value(orders, depth), orders.IsDescending(depth));
            sql.Add(")");
        }

        sql.Add(")");
    }

    private static void WriteSame(SqlText sql, ColumnExpression column, object? value)
    {
        if (value is null)
        {
            sql.Add(column.Sql).Add(" IS NULL");
        }
        else
        {
            sql.Add(column.Sql).Add("=").Value(value);
        }
    }

    private static void WriteAfter(SqlText sql, ColumnExpression column, object? value, bool descending)
    {
        switch (value, descending)
        {
            case (null, false):
                sql.Add(column.Sql).Add(" IS NOT NULL");
                break;
            case (null, true):
                sql.Add("0");
                break;
            case (_, false):
                sql.Add(column.Sql).Add(">").Value(value);
                break;
            default:
                sql.Add("(").Add(column.Sql).Add("<").Value(value).Add(" OR ").Add(column.Sql).Add(" IS NULL)");
                break;
        }
    }

    private object? Value(QueryOrders orders, int index)
    {
        var column = orders.Columns[index].Column;
        var text = LastTexts![index];
        return text is null ? null
            : column.IsGuid ? Guid.Parse(text)
            : column.IsText ? text
            : column.Kind == ColumnKind.Double ? double.Parse(text, CultureInfo.InvariantCulture)
            : long.Parse(text, CultureInfo.InvariantCulture);
    }

    private static XAttribute Mark(string name, object? value) => value switch
    {
        null => new XAttribute(name + "null", "1"),
        Guid id => new XAttribute(name, id.ToString("B").ToUpperInvariant()),
        double number => new XAttribute(name, number.ToString("R", CultureInfo.InvariantCulture)),
        _ => new XAttribute(name, Convert.ToString(value, CultureInfo.InvariantCulture)!),
    };
}
