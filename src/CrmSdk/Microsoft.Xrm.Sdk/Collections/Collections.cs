using System;
using System.Collections.Generic;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Query;

namespace Microsoft.Xrm.Sdk
{
    [CollectionDataContract(Name = "AttributeCollection", Namespace = Wire.Contracts)]
    [KnownType(nameof(KnownValues))]
    public sealed class AttributeCollection : DataCollection<string, object>
    {
        private static IEnumerable<Type> KnownValues()
        {
            return KnownTypes.OfValues();
        }
    }

    [CollectionDataContract(Name = "KeyAttributeCollection", Namespace = Wire.Contracts)]
    [KnownType(nameof(KnownValues))]
    public sealed class KeyAttributeCollection : DataCollection<string, object>
    {
        private static IEnumerable<Type> KnownValues()
        {
            return KnownTypes.OfValues();
        }
    }

    [CollectionDataContract(Name = "ParameterCollection", Namespace = Wire.Contracts)]
    [KnownType(nameof(KnownValues))]
    public class ParameterCollection : DataCollection<string, object>
    {
        private static IEnumerable<Type> KnownValues()
        {
            return KnownTypes.OfValues();
        }
    }

    [CollectionDataContract(Name = "ErrorDetailCollection", Namespace = Wire.Contracts)]
    [KnownType(nameof(KnownValues))]
    public sealed class ErrorDetailCollection : DataCollection<string, object>
    {
        private static IEnumerable<Type> KnownValues()
        {
            return KnownTypes.OfValues();
        }
    }

    [CollectionDataContract(Name = "FormattedValueCollection", Namespace = Wire.Contracts)]
    public sealed class FormattedValueCollection : DataCollection<string, string>
    {
    }

    [CollectionDataContract(Name = "EntityImageCollection", Namespace = Wire.Contracts)]
    public class EntityImageCollection : DataCollection<string, Entity>
    {
    }

    [CollectionDataContract(Name = "RelatedEntityCollection", Namespace = Wire.Contracts)]
    public sealed class RelatedEntityCollection : DataCollection<Relationship, EntityCollection>
    {
        private bool isReadOnly;

        public override bool IsReadOnly
        {
            get { return isReadOnly; }
        }

        internal void SetReadOnly(bool value)
        {
            isReadOnly = value;
        }
    }

    [CollectionDataContract(Name = "RelationshipQueryCollection", Namespace = Wire.Contracts)]
    public sealed class RelationshipQueryCollection : DataCollection<Relationship, QueryBase>
    {
    }

    [CollectionDataContract(Name = "EntityReferenceCollection", Namespace = Wire.Contracts)]
    public sealed class EntityReferenceCollection : DataCollection<EntityReference>
    {
        public EntityReferenceCollection()
        {
        }

        public EntityReferenceCollection(IList<EntityReference> list)
            : base(list)
        {
        }
    }

    [CollectionDataContract(Name = "OptionSetValueCollection", Namespace = Wire.Contracts)]
    public sealed class OptionSetValueCollection : DataCollection<OptionSetValue>
    {
        public OptionSetValueCollection()
        {
        }

        public OptionSetValueCollection(IList<OptionSetValue> list)
            : base(list)
        {
        }
    }

    [CollectionDataContract(Name = "OrganizationRequestCollection", Namespace = Wire.Contracts)]
    [KnownType(nameof(KnownValues))]
    public sealed class OrganizationRequestCollection : DataCollection<OrganizationRequest>
    {
        private static IEnumerable<Type> KnownValues()
        {
            return KnownTypes.OfValues();
        }
    }

    [CollectionDataContract(Name = "OrganizationResponseCollection", Namespace = Wire.Contracts)]
    [KnownType(nameof(KnownValues))]
    public sealed class OrganizationResponseCollection : DataCollection<OrganizationResponse>
    {
        private static IEnumerable<Type> KnownValues()
        {
            return KnownTypes.OfValues();
        }
    }

    [CollectionDataContract(Name = "ExecuteMultipleResponseItemCollection", Namespace = "http://schemas.microsoft.com/xrm/2012/Contracts")]
    public sealed class ExecuteMultipleResponseItemCollection : DataCollection<ExecuteMultipleResponseItem>
    {
    }

    [CollectionDataContract(Name = "LocalizedLabelCollection", Namespace = Wire.Contracts)]
    public sealed class LocalizedLabelCollection : DataCollection<LocalizedLabel>
    {
        public LocalizedLabelCollection()
        {
        }

        public LocalizedLabelCollection(IList<LocalizedLabel> list)
            : base(list)
        {
        }
    }
}
