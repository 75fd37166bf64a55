using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Query
{
    [DataContract(Name = "ColumnSet", Namespace = Wire.Contracts)]
    public sealed class ColumnSet : IExtensibleDataObject
    {
        private DataCollection<string> columns;

        public ColumnSet()
        {
        }

        public ColumnSet(bool allColumns)
        {
            AllColumns = allColumns;
        }

        public ColumnSet(params string[] columns)
        {
            AddColumns(columns);
        }

        [DataMember]
        public bool AllColumns { get; set; }

        [DataMember]
        public DataCollection<string> Columns
        {
            get { return columns ?? (columns = new DataCollection<string>()); }
            private set { columns = value; }
        }

        public ExtensionDataObject ExtensionData { get; set; }

        public void AddColumn(string column)
        {
            Columns.Add(column);
        }

        public void AddColumns(params string[] columns)
        {
            foreach (var column in columns)
            {
                Columns.Add(column);
            }
        }
    }

    [DataContract(Name = "OrderExpression", Namespace = Wire.Contracts)]
    public sealed class OrderExpression : IExtensibleDataObject
    {
        public OrderExpression()
        {
        }

        public OrderExpression(string attributeName, OrderType orderType)
        {
            AttributeName = attributeName;
            OrderType = orderType;
        }

        [DataMember]
        public string AttributeName { get; set; }

        [DataMember]
        public OrderType OrderType { get; set; }

        public ExtensionDataObject ExtensionData { get; set; }
    }

    [DataContract(Name = "PagingInfo", Namespace = Wire.Contracts)]
    public sealed class PagingInfo : IExtensibleDataObject
    {
        [DataMember]
        public int PageNumber { get; set; }

        [DataMember]
        public int Count { get; set; }

        [DataMember]
        public bool ReturnTotalRecordCount { get; set; }

        [DataMember]
        public string PagingCookie { get; set; }

        public ExtensionDataObject ExtensionData { get; set; }
    }

    [DataContract(Name = "LinkEntity", Namespace = Wire.Contracts)]
    public sealed class LinkEntity : IExtensibleDataObject
    {
        private FilterExpression linkCriteria;
        private DataCollection<LinkEntity> linkEntities;
        private DataCollection<OrderExpression> orders;
        private ColumnSet columns;

        public LinkEntity()
        {
        }

        public LinkEntity(string linkFromEntityName, string linkToEntityName, string linkFromAttributeName, string linkToAttributeName, JoinOperator joinOperator)
        {
            LinkFromEntityName = linkFromEntityName;
            LinkToEntityName = linkToEntityName;
            LinkFromAttributeName = linkFromAttributeName;
            LinkToAttributeName = linkToAttributeName;
            JoinOperator = joinOperator;
        }

        [DataMember]
        public string LinkFromAttributeName { get; set; }

        [DataMember]
        public string LinkFromEntityName { get; set; }

        [DataMember]
        public string LinkToEntityName { get; set; }

        [DataMember]
        public string LinkToAttributeName { get; set; }

        [DataMember]
        public JoinOperator JoinOperator { get; set; }

        [DataMember]
        public FilterExpression LinkCriteria
        {
            get { return linkCriteria ?? (linkCriteria = new FilterExpression()); }
            set { linkCriteria = value; }
        }

        [DataMember]
        public DataCollection<LinkEntity> LinkEntities
        {
            get { return linkEntities ?? (linkEntities = new DataCollection<LinkEntity>()); }
            private set { linkEntities = value; }
        }

        [DataMember]
        public ColumnSet Columns
        {
            get { return columns ?? (columns = new ColumnSet()); }
            set { columns = value; }
        }

        [DataMember]
        public string EntityAlias { get; set; }

        [DataMember]
        public DataCollection<OrderExpression> Orders
        {
            get { return orders ?? (orders = new DataCollection<OrderExpression>()); }
            private set { orders = value; }
        }

        public ExtensionDataObject ExtensionData { get; set; }

        public LinkEntity AddLink(string linkToEntityName, string linkFromAttributeName, string linkToAttributeName)
        {
            return AddLink(linkToEntityName, linkFromAttributeName, linkToAttributeName, JoinOperator.Inner);
        }

        public LinkEntity AddLink(string linkToEntityName, string linkFromAttributeName, string linkToAttributeName, JoinOperator joinOperator)
        {
            var link = new LinkEntity(LinkToEntityName, linkToEntityName, linkFromAttributeName, linkToAttributeName, joinOperator);
            LinkEntities.Add(link);
            return link;
        }
    }
}
