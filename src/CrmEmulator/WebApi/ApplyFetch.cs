using System.Xml.Linq;
using CrmEmulator.Metadata;

namespace CrmEmulator.WebApi;

/// <summary>$apply=aggregate(…) or groupby((…),aggregate(…)) as an aggregating FetchXML.</summary>
internal static class ApplyFetch
{
    /// <exception cref="ApiException">Something the emulator does not know stands in it.</exception>
    public static string Of(TableDefinition table, string apply)
    {
        var entity = new XElement("entity", new XAttribute("name", table.LogicalName));
        var reader = new ODataText(apply);
        switch (reader.Word())
        {
            case "aggregate":
                Aggregates(reader, table, entity);
                break;
            case "groupby":
                reader.Sign("(");
                reader.Sign("(");
                do
                {
                    var name = reader.Word();
                    entity.Add(new XElement("attribute", new XAttribute("name", ColumnNames.Require(table, name).LogicalName), new XAttribute("groupby", "true"), new XAttribute("alias", name)));
                }
                while (reader.TrySign(","));
                reader.Sign(")");
                if (reader.TrySign(",") && reader.Word() == "aggregate")
                {
                    Aggregates(reader, table, entity);
                }

                reader.Sign(")");
                break;
            default:
                throw ApiException.NotSupported("The emulator supports $apply with aggregate and groupby only.");
        }

        return new XElement("fetch", new XAttribute("aggregate", "true"), entity).ToString(SaveOptions.DisableFormatting);
    }

    private static void Aggregates(ODataText reader, TableDefinition table, XElement entity)
    {
        reader.Sign("(");
        do
        {
            var name = reader.Word();
            string function;
            if (name == "$count")
            {
                name = table.PrimaryKey.LogicalName;
                function = "count";
            }
            else
            {
                if (!reader.TryWord("with"))
                {
                    throw reader.Unexpected("'with' was expected");
                }

                function = reader.Word() switch
                {
                    "sum" => "sum",
                    "average" => "avg",
                    "min" => "min",
                    "max" => "max",
                    "countdistinct" => "countcolumn",
                    var other => throw ApiException.NotSupported($"The emulator knows no aggregate '{other}'."),
                };
            }

            if (!reader.TryWord("as"))
            {
                throw reader.Unexpected("'as' was expected");
            }

            entity.Add(new XElement(
                "attribute",
                new XAttribute("name", ColumnNames.Require(table, name).LogicalName),
                new XAttribute("aggregate", function),
                function == "countcolumn" ? new XAttribute("distinct", "true") : null,
                new XAttribute("alias", reader.Word())));
        }
        while (reader.TrySign(","));
        reader.Sign(")");
    }
}
