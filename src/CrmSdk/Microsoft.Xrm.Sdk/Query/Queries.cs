using System;
using System.Collections.Generic;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Query
{
    [DataContract(Name = "QueryBase", Namespace = Wire.Contracts)]
    [KnownType(typeof(QueryExpression))]
    [KnownType(typeof(QueryByAttribute))]
    [KnownType(typeof(FetchExpression))]
    public abstract class QueryBase : IExtensibleDataObject
    {
        protected QueryBase()
        {
        }

        public ExtensionDataObject ExtensionData { get; set; }
    }

    [DataContract(Name = "FetchExpression", Namespace = Wire.Contracts)]
    public sealed class FetchExpression : QueryBase
    {
        public FetchExpression()
        {
        }

        public FetchExpression(string query)
        {
            Query = query;
        }

        [DataMember]
        public string Query { get; set; }
    }

    [DataContract(Name = "QueryByAttribute", Namespace = Wire.Contracts)]
    [KnownType(nameof(KnownValues))]
    public sealed class QueryByAttribute : QueryBase
    {
        private DataCollection<string> attributes;
        private DataCollection<object> values;
        private DataCollection<OrderExpression> orders;

        public QueryByAttribute()
        {
            ColumnSet = new ColumnSet();
            PageInfo = new PagingInfo();
        }

        /// <summary>Leaves columns and page unset, unlike the constructor without parameters; so does the original.</summary>
        public QueryByAttribute(string entityName)
        {
            EntityName = entityName;
        }

        [DataMember]
        public string EntityName { get; set; }

        [DataMember]
        public ColumnSet ColumnSet { get; set; }

        [DataMember]
        public DataCollection<string> Attributes
        {
            get { return attributes ?? (attributes = new DataCollection<string>()); }
            private set { attributes = value; }
        }

        [DataMember]
        public DataCollection<object> Values
        {
            get { return values ?? (values = new DataCollection<object>()); }
            private set { values = value; }
        }

        [DataMember]
        public PagingInfo PageInfo { get; set; }

        [DataMember]
        public DataCollection<OrderExpression> Orders
        {
            get { return orders ?? (orders = new DataCollection<OrderExpression>()); }
            private set { orders = value; }
        }

        [DataMember]
        public int? TopCount { get; set; }

        public void AddAttributeValue(string attributeName, object value)
        {
            Attributes.Add(attributeName);
            Values.Add(value);
        }

        public void AddOrder(string attributeName, OrderType orderType)
        {
            Orders.Add(new OrderExpression(attributeName, orderType));
        }

        private static IEnumerable<Type> KnownValues()
        {
            return KnownTypes.OfValues();
        }
    }

    [DataContract(Name = "QueryExpression", Namespace = Wire.Contracts)]
    public sealed class QueryExpression : QueryBase
    {
        private DataCollection<OrderExpression> orders;
        private DataCollection<LinkEntity> linkEntities;

        public QueryExpression()
            : this(null)
        {
        }

        public QueryExpression(string entityName)
        {
            EntityName = entityName;
            Criteria = new FilterExpression();
            PageInfo = new PagingInfo();
            ColumnSet = new ColumnSet();
        }

        [DataMember]
        public bool Distinct { get; set; }

        [DataMember]
        public bool NoLock { get; set; }

        [DataMember]
        public PagingInfo PageInfo { get; set; }

        [DataMember]
        public string QueryHints { get; set; }

        [DataMember]
        public DataCollection<LinkEntity> LinkEntities
        {
            get { return linkEntities ?? (linkEntities = new DataCollection<LinkEntity>()); }
            private set { linkEntities = value; }
        }

        [DataMember]
        public FilterExpression Criteria { get; set; }

        [DataMember]
        public DataCollection<OrderExpression> Orders
        {
            get { return orders ?? (orders = new DataCollection<OrderExpression>()); }
            private set { orders = value; }
        }

        [DataMember]
        public string EntityName { get; set; }

        [DataMember]
        public ColumnSet ColumnSet { get; set; }

        [DataMember]
        public int? TopCount { get; set; }

        public void AddOrder(string attributeName, OrderType orderType)
        {
            Orders.Add(new OrderExpression(attributeName, orderType));
        }

        public LinkEntity AddLink(string linkToEntityName, string linkFromAttributeName, string linkToAttributeName)
        {
            return AddLink(linkToEntityName, linkFromAttributeName, linkToAttributeName, JoinOperator.Inner);
        }

        public LinkEntity AddLink(string linkToEntityName, string linkFromAttributeName, string linkToAttributeName, JoinOperator joinOperator)
        {
            var link = new LinkEntity(EntityName, linkToEntityName, linkFromAttributeName, linkToAttributeName, joinOperator);
            LinkEntities.Add(link);
            return link;
        }
    }
}
