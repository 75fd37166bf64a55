using System.Text;
using System.Xml;
using CrmEmulator.Metadata;

namespace CrmEmulator.WebApi;

/// <summary>$metadata: the tables as an OData schema.</summary>
internal static class CsdlDocument
{
    private const string Edm = "http://docs.oasis-open.org/odata/ns/edm";
    private const string Edmx = "http://docs.oasis-open.org/odata/ns/edmx";
    private const string Namespace = "Microsoft.Dynamics.CRM";

    public static string Write(MetadataCatalog catalog)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true }))
        {
            xml.WriteStartElement("edmx", "Edmx", Edmx);
            xml.WriteAttributeString("Version", "4.0");
            xml.WriteStartElement("DataServices", Edmx);
            xml.WriteStartElement("Schema", Edm);
            xml.WriteAttributeString("Namespace", Namespace);
            xml.WriteAttributeString("Alias", "mscrm");
            WriteBase(xml);
            var tables = catalog.Tables.Where(table => !table.IsIntersect).OrderBy(table => table.LogicalName, StringComparer.Ordinal).ToList();
            foreach (var table in tables)
            {
                WriteTable(xml, catalog, table);
            }

            WriteContainer(xml, catalog, tables);
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return text.ToString();
    }

    private static void WriteBase(XmlWriter xml)
    {
        xml.WriteStartElement("EntityType", Edm);
        xml.WriteAttributeString("Name", "crmbaseentity");
        xml.WriteAttributeString("Abstract", "true");
        xml.WriteEndElement();
    }

    private static void WriteTable(XmlWriter xml, MetadataCatalog catalog, TableDefinition table)
    {
        xml.WriteStartElement("EntityType", Edm);
        xml.WriteAttributeString("Name", table.LogicalName);
        xml.WriteAttributeString("BaseType", "mscrm.crmbaseentity");
        xml.WriteStartElement("Key", Edm);
        xml.WriteStartElement("PropertyRef", Edm);
        xml.WriteAttributeString("Name", table.PrimaryKey.LogicalName);
        xml.WriteEndElement();
        xml.WriteEndElement();
        foreach (var column in table.Columns.Where(column => column.ValidForRead && column.Kind != ColumnKind.PartyList))
        {
            xml.WriteStartElement("Property", Edm);
            xml.WriteAttributeString("Name", ColumnNames.Of(column));
            xml.WriteAttributeString("Type", TypeOf(column));
            if (column.IsText)
            {
                xml.WriteAttributeString("Unicode", "false");
            }

            xml.WriteEndElement();
        }

        foreach (var lookup in catalog.LookupsOf(table.LogicalName))
        {
            xml.WriteStartElement("NavigationProperty", Edm);
            xml.WriteAttributeString("Name", lookup.LookupNavigation);
            xml.WriteAttributeString("Type", "mscrm." + lookup.ReferencedTable);
            xml.WriteAttributeString("Nullable", "false");
            xml.WriteAttributeString("Partner", lookup.CollectionNavigation);
            xml.WriteStartElement("ReferentialConstraint", Edm);
            xml.WriteAttributeString("Property", $"_{lookup.ReferencingColumn}_value");
            xml.WriteAttributeString("ReferencedProperty", lookup.ReferencedColumn);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        foreach (var child in catalog.ChildrenOf(table.LogicalName))
        {
            WriteCollection(xml, child.CollectionNavigation, child.ReferencingTable, child.LookupNavigation);
        }

        if (table.IsActivity)
        {
            WriteCollection(xml, Navigation.PartiesOf(table), Navigation.PartyTable, "activityid_" + table.LogicalName);
        }

        foreach (var joined in catalog.ManyToManyRelationships.Where(one => one.FirstTable == table.LogicalName || one.SecondTable == table.LogicalName))
        {
            var isFirst = joined.FirstTable == table.LogicalName;
            WriteCollection(xml, isFirst ? joined.FirstNavigation : joined.SecondNavigation, isFirst ? joined.SecondTable : joined.FirstTable, isFirst ? joined.SecondNavigation : joined.FirstNavigation);
        }

        xml.WriteEndElement();
    }

    private static void WriteCollection(XmlWriter xml, string name, string target, string partner)
    {
        xml.WriteStartElement("NavigationProperty", Edm);
        xml.WriteAttributeString("Name", name);
        xml.WriteAttributeString("Type", $"Collection(mscrm.{target})");
        xml.WriteAttributeString("Partner", partner);
        xml.WriteEndElement();
    }

    private static void WriteContainer(XmlWriter xml, MetadataCatalog catalog, IReadOnlyList<TableDefinition> tables)
    {
        xml.WriteStartElement("EntityContainer", Edm);
        xml.WriteAttributeString("Name", "System");
        foreach (var table in tables)
        {
            xml.WriteStartElement("EntitySet", Edm);
            xml.WriteAttributeString("Name", table.SetName);
            xml.WriteAttributeString("EntityType", $"{Namespace}.{table.LogicalName}");
            foreach (var lookup in catalog.LookupsOf(table.LogicalName).Where(lookup => catalog.FindTable(lookup.ReferencedTable) is not null))
            {
                xml.WriteStartElement("NavigationPropertyBinding", Edm);
                xml.WriteAttributeString("Path", lookup.LookupNavigation);
                xml.WriteAttributeString("Target", catalog.Table(lookup.ReferencedTable).SetName);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static string TypeOf(ColumnDefinition column) => column.Kind switch
    {
        ColumnKind.Integer or ColumnKind.Choice or ColumnKind.State or ColumnKind.Status => "Edm.Int32",
        ColumnKind.BigInteger => "Edm.Int64",
        ColumnKind.Decimal or ColumnKind.Money => "Edm.Decimal",
        ColumnKind.Double => "Edm.Double",
        ColumnKind.Boolean => "Edm.Boolean",
        ColumnKind.DateTime => column.IsDateOnly ? "Edm.Date" : "Edm.DateTimeOffset",
        _ when column.IsGuid => "Edm.Guid",
        _ => "Edm.String",
    };
}
