using System;
using System.Collections.Generic;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk
{
    /// <summary>A choice, by its number; equal by number.</summary>
    [DataContract(Name = "OptionSetValue", Namespace = Wire.Contracts)]
    public sealed class OptionSetValue : IExtensibleDataObject
    {
        public OptionSetValue()
        {
        }

        public OptionSetValue(int value)
        {
            Value = value;
        }

        [DataMember]
        public int Value { get; set; }

        public ExtensionDataObject ExtensionData { get; set; }

        public override bool Equals(object obj)
        {
            var other = obj as OptionSetValue;
            return other != null && other.Value == Value;
        }

        public override int GetHashCode()
        {
            return Value.GetHashCode();
        }
    }

    /// <summary>An amount in the row's currency; equal by amount.</summary>
    [DataContract(Name = "Money", Namespace = Wire.Contracts)]
    public sealed class Money : IExtensibleDataObject
    {
        public Money()
        {
        }

        public Money(decimal value)
        {
            Value = value;
        }

        [DataMember]
        public decimal Value { get; set; }

        public ExtensionDataObject ExtensionData { get; set; }

        public override bool Equals(object obj)
        {
            var other = obj as Money;
            return other != null && other.Value == Value;
        }

        public override int GetHashCode()
        {
            return Value.GetHashCode();
        }
    }

    /// <summary>A value that came from a linked table or an aggregate, with the column it came from.</summary>
    [DataContract(Name = "AliasedValue", Namespace = Wire.Contracts)]
    [KnownType(nameof(KnownValues))]
    public sealed class AliasedValue : IExtensibleDataObject
    {
        public AliasedValue()
        {
        }

        public AliasedValue(string entityLogicalName, string attributeLogicalName, object value)
        {
            EntityLogicalName = entityLogicalName;
            AttributeLogicalName = attributeLogicalName;
            Value = value;
        }

        [DataMember]
        public string AttributeLogicalName { get; internal set; }

        [DataMember]
        public string EntityLogicalName { get; internal set; }

        [DataMember]
        public object Value { get; internal set; }

        public ExtensionDataObject ExtensionData { get; set; }

        private static IEnumerable<Type> KnownValues()
        {
            return KnownTypes.OfValues();
        }
    }

    /// <summary>A relationship by schema name, with the role of the row it is seen from; equal by both.</summary>
    [DataContract(Name = "Relationship", Namespace = Wire.Contracts)]
    public sealed class Relationship : IExtensibleDataObject
    {
        public Relationship()
        {
        }

        public Relationship(string schemaName)
        {
            SchemaName = schemaName;
        }

        [DataMember]
        public string SchemaName { get; set; }

        [DataMember]
        public EntityRole? PrimaryEntityRole { get; set; }

        public ExtensionDataObject ExtensionData { get; set; }

        public override bool Equals(object obj)
        {
            var other = obj as Relationship;
            return other != null && other.SchemaName == SchemaName && other.PrimaryEntityRole == PrimaryEntityRole;
        }

        public override int GetHashCode()
        {
            return (SchemaName ?? string.Empty).GetHashCode() ^ PrimaryEntityRole.GetHashCode();
        }

        public override string ToString()
        {
            return SchemaName + (PrimaryEntityRole == null ? string.Empty : "," + PrimaryEntityRole.Value);
        }
    }

    [DataContract(Name = "ManagedProperty{0}", Namespace = Wire.Contracts)]
    public abstract class ManagedProperty<T> : IExtensibleDataObject
    {
        protected ManagedProperty()
        {
            CanBeChanged = true;
        }

        protected ManagedProperty(string managedPropertyLogicalName)
            : this()
        {
            ManagedPropertyLogicalName = managedPropertyLogicalName;
        }

        [DataMember]
        public T Value { get; set; }

        [DataMember]
        public bool CanBeChanged { get; set; }

        [DataMember]
        public string ManagedPropertyLogicalName { get; internal set; }

        public ExtensionDataObject ExtensionData { get; set; }
    }

    [DataContract(Name = "BooleanManagedProperty", Namespace = Wire.Contracts)]
    public sealed class BooleanManagedProperty : ManagedProperty<bool>
    {
        public BooleanManagedProperty()
        {
        }

        public BooleanManagedProperty(bool value)
        {
            Value = value;
        }
    }
}
