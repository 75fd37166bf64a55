using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.Serialization;
using System.Xml;
using Microsoft.Xrm.Sdk.Query;

namespace Microsoft.Xrm.Sdk
{
    /// <summary>What a column, a parameter or a condition may hold when it crosses the service's boundary.</summary>
    internal static class KnownTypes
    {
        private static readonly Type[] Values =
        {
            typeof(Entity),
            typeof(EntityReference),
            typeof(EntityCollection),
            typeof(EntityReferenceCollection),
            typeof(EntityImageCollection),
            typeof(AttributeCollection),
            typeof(KeyAttributeCollection),
            typeof(ParameterCollection),
            typeof(FormattedValueCollection),
            typeof(RelatedEntityCollection),
            typeof(OptionSetValue),
            typeof(OptionSetValueCollection),
            typeof(Money),
            typeof(AliasedValue),
            typeof(BooleanManagedProperty),
            typeof(Relationship),
            typeof(RelationshipQueryCollection),
            typeof(Label),
            typeof(LocalizedLabel),
            typeof(ColumnSet),
            typeof(QueryBase),
            typeof(QueryExpression),
            typeof(QueryByAttribute),
            typeof(FetchExpression),
            typeof(FilterExpression),
            typeof(ConditionExpression),
            typeof(LinkEntity),
            typeof(OrderExpression),
            typeof(PagingInfo),
            typeof(ConditionOperator),
            typeof(EntityState),
            typeof(EntityRole),
            typeof(ConcurrencyBehavior),
            typeof(OrganizationRequest),
            typeof(OrganizationResponse),
            typeof(OrganizationRequestCollection),
            typeof(OrganizationResponseCollection),
            typeof(ExecuteMultipleSettings),
            typeof(ExecuteMultipleResponseItem),
            typeof(ExecuteMultipleResponseItemCollection),
            typeof(OrganizationServiceFault),
            typeof(ErrorDetailCollection),
            typeof(Organization.OrganizationDetail),
            typeof(Organization.EndpointAccessType),
            typeof(Guid[]),
            typeof(string[]),
            typeof(int[]),
            typeof(long[]),
            typeof(bool[]),
            typeof(decimal[]),
            typeof(double[]),
            typeof(DateTime[]),
            typeof(byte[]),
            typeof(Guid?),
            typeof(TimeSpan),
            typeof(Entity[]),
            typeof(EntityReference[]),
            typeof(OptionSetValue[]),
        };

        public static IEnumerable<Type> OfValues()
        {
            return Values;
        }
    }

    /// <summary>Names early-bound and message types on the wire, where the declared type is a looser one.</summary>
    public sealed class KnownTypesResolver : DataContractResolver
    {
        private readonly ConcurrentDictionary<string, Tuple<XmlDictionaryString, XmlDictionaryString>> names =
            new ConcurrentDictionary<string, Tuple<XmlDictionaryString, XmlDictionaryString>>();

        private readonly ConcurrentDictionary<Tuple<string, string>, Type> types = new ConcurrentDictionary<Tuple<string, string>, Type>();

        public KnownTypesResolver()
        {
            foreach (var type in KnownTypes.OfValues().Where(type => !type.IsArray && !type.IsGenericType))
            {
                Register(type);
            }
        }

        public IDictionary<string, Tuple<XmlDictionaryString, XmlDictionaryString>> ResolvedTypes
        {
            get { return names; }
        }

        public override Type ResolveName(string typeName, string typeNamespace, Type declaredType, DataContractResolver knownTypeResolver)
        {
            Type type;
            return types.TryGetValue(Tuple.Create(typeNamespace, typeName), out type)
                ? type
                : knownTypeResolver.ResolveName(typeName, typeNamespace, declaredType, null);
        }

        public override bool TryResolveType(Type type, Type declaredType, DataContractResolver knownTypeResolver, out XmlDictionaryString typeName, out XmlDictionaryString typeNamespace)
        {
            var known = type;
            if (type != typeof(Entity) && typeof(Entity).IsAssignableFrom(type))
            {
                known = typeof(Entity);
            }

            Tuple<XmlDictionaryString, XmlDictionaryString> name;
            if (names.TryGetValue(known.FullName, out name) || Register(known) && names.TryGetValue(known.FullName, out name))
            {
                typeName = name.Item1;
                typeNamespace = name.Item2;
                return true;
            }

            return knownTypeResolver.TryResolveType(type, declaredType, null, out typeName, out typeNamespace);
        }

        private bool Register(Type type)
        {
            var contract = type.GetCustomAttributes(typeof(DataContractAttribute), false).Cast<DataContractAttribute>().FirstOrDefault();
            var collection = type.GetCustomAttributes(typeof(CollectionDataContractAttribute), false).Cast<CollectionDataContractAttribute>().FirstOrDefault();
            if (type.IsGenericType || contract == null && collection == null)
            {
                return false;
            }

            var name = (contract == null ? collection.Name : contract.Name) ?? type.Name;
            var ns = (contract == null ? collection.Namespace : contract.Namespace) ?? "http://schemas.datacontract.org/2004/07/" + type.Namespace;
            var dictionary = new XmlDictionary();
            names[type.FullName] = Tuple.Create(dictionary.Add(name), dictionary.Add(ns));
            types[Tuple.Create(ns, name)] = type;
            return true;
        }
    }
}
