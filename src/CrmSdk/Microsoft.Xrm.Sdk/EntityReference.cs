using System;
using System.Linq;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk
{
    /// <summary>Points at a row by id or by alternate key. Two are equal when table, id and keys are; name and row version do not count.</summary>
    [DataContract(Name = "EntityReference", Namespace = Wire.Contracts)]
    public sealed class EntityReference : IExtensibleDataObject
    {
        private KeyAttributeCollection keyAttributes;

        public EntityReference()
        {
        }

        public EntityReference(string logicalName)
        {
            LogicalName = logicalName;
        }

        public EntityReference(string logicalName, Guid id)
            : this(logicalName)
        {
            Id = id;
        }

        public EntityReference(string logicalName, KeyAttributeCollection keyAttributeCollection)
            : this(logicalName)
        {
            keyAttributes = keyAttributeCollection;
        }

        public EntityReference(string logicalName, string keyName, object keyValue)
            : this(logicalName)
        {
            KeyAttributes.Add(keyName, keyValue);
        }

        [DataMember]
        public Guid Id { get; set; }

        [DataMember]
        public string LogicalName { get; set; }

        [DataMember]
        public string Name { get; set; }

        [DataMember]
        public KeyAttributeCollection KeyAttributes
        {
            get { return keyAttributes ?? (keyAttributes = new KeyAttributeCollection()); }
            set { keyAttributes = value; }
        }

        [DataMember]
        public string RowVersion { get; set; }

        public ExtensionDataObject ExtensionData { get; set; }

        public override bool Equals(object obj)
        {
            var other = obj as EntityReference;
            if (ReferenceEquals(this, other))
            {
                return true;
            }

            return other != null
                && Id == other.Id
                && string.Equals(LogicalName, other.LogicalName, StringComparison.Ordinal)
                && SameKeys(other);
        }

        public override int GetHashCode()
        {
            return (LogicalName == null ? 0 : LogicalName.GetHashCode()) ^ Id.GetHashCode();
        }

        private bool SameKeys(EntityReference other)
        {
            return KeyAttributes.Count == other.KeyAttributes.Count
                && KeyAttributes.All(key => other.KeyAttributes.Contains(key.Key) && Equals(key.Value, other.KeyAttributes[key.Key]));
        }
    }
}
