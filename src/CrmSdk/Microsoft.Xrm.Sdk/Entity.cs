using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Client;

namespace Microsoft.Xrm.Sdk
{
    /// <summary>One row, with whatever columns were asked for or set.</summary>
    [DataContract(Name = "Entity", Namespace = Wire.Contracts)]
    [KnownType(nameof(KnownValues))]
    public class Entity : IExtensibleDataObject
    {
        private string logicalName;
        private Guid id;
        private AttributeCollection attributes;
        private EntityState? entityState;
        private FormattedValueCollection formattedValues;
        private RelatedEntityCollection relatedEntities;
        private KeyAttributeCollection keyAttributes;

        public Entity()
            : this(null)
        {
        }

        public Entity(string entityName)
        {
            logicalName = entityName;
        }

        public Entity(string entityName, Guid id)
            : this(entityName)
        {
            this.id = id;
        }

        public Entity(string entityName, KeyAttributeCollection keyAttributes)
            : this(entityName)
        {
            this.keyAttributes = keyAttributes;
        }

        public Entity(string entityName, string keyName, object keyValue)
            : this(entityName)
        {
            KeyAttributes.Add(keyName, keyValue);
        }

        [DataMember]
        public string LogicalName
        {
            get { return logicalName; }
            set { logicalName = value; }
        }

        [DataMember]
        public virtual Guid Id
        {
            get { return id; }
            set { id = value; }
        }

        [DataMember]
        public AttributeCollection Attributes
        {
            get { return attributes ?? (attributes = new AttributeCollection()); }
            set { attributes = value; }
        }

        [DataMember]
        public EntityState? EntityState
        {
            get { return entityState; }
            set { entityState = value; }
        }

        [DataMember]
        public FormattedValueCollection FormattedValues
        {
            get { return formattedValues ?? (formattedValues = new FormattedValueCollection()); }
            internal set { formattedValues = value; }
        }

        [DataMember]
        public RelatedEntityCollection RelatedEntities
        {
            get { return relatedEntities ?? (relatedEntities = new RelatedEntityCollection()); }
            internal set { relatedEntities = value; }
        }

        [DataMember]
        public string RowVersion { get; set; }

        [DataMember]
        public KeyAttributeCollection KeyAttributes
        {
            get { return keyAttributes ?? (keyAttributes = new KeyAttributeCollection()); }
            set { keyAttributes = value; }
        }

        public ExtensionDataObject ExtensionData { get; set; }

        public object this[string attributeName]
        {
            get { return Attributes[attributeName]; }
            set { Attributes[attributeName] = value; }
        }

        public bool Contains(string attributeName)
        {
            return Attributes.Contains(attributeName);
        }

        /// <summary>Gives the value, or the type's default when the column is missing or null; a value of another type is an <see cref="InvalidCastException"/>.</summary>
        public virtual T GetAttributeValue<T>(string attributeLogicalName)
        {
            RequireName(attributeLogicalName, nameof(attributeLogicalName));
            object value;
            if (!Attributes.TryGetValue(attributeLogicalName, out value) || value == null)
            {
                return default(T);
            }

            return (T)value;
        }

        /// <summary>Gives the same row as an early-bound type; both share columns, keys and related rows.</summary>
        /// <exception cref="NotSupportedException">The row has no logical name, or the type stands for another table or for none.</exception>
        public T ToEntity<T>()
            where T : Entity
        {
            if (typeof(T) == typeof(Entity))
            {
                var copy = new Entity();
                CopyTo(copy);
                return (T)copy;
            }

            if (string.IsNullOrWhiteSpace(logicalName))
            {
                throw new NotSupportedException("LogicalName must be set before calling ToEntity()");
            }

            var attribute = (EntityLogicalNameAttribute)typeof(T).GetCustomAttributes(typeof(EntityLogicalNameAttribute), true).FirstOrDefault();
            if (attribute == null || string.IsNullOrWhiteSpace(attribute.LogicalName))
            {
                throw new NotSupportedException("Cannot convert to type that is does not have EntityLogicalNameAttribute");
            }

            if (attribute.LogicalName != logicalName)
            {
                throw new NotSupportedException(string.Format(CultureInfo.InvariantCulture, "Cannot convert entity {0} to {1}", logicalName, attribute.LogicalName));
            }

            var typed = (T)Activator.CreateInstance(typeof(T));
            CopyTo(typed);
            return typed;
        }

        /// <summary>Points at this row by its id and row version; alternate keys do not go along.</summary>
        public EntityReference ToEntityReference()
        {
            return new EntityReference(logicalName, Id) { RowVersion = RowVersion };
        }

        protected virtual void SetAttributeValue(string attributeLogicalName, object value)
        {
            RequireName(attributeLogicalName, nameof(attributeLogicalName));
            this[attributeLogicalName] = value;
        }

        protected virtual string GetFormattedAttributeValue(string attributeLogicalName)
        {
            RequireName(attributeLogicalName, nameof(attributeLogicalName));
            string value;
            return FormattedValues.TryGetValue(attributeLogicalName, out value) ? value : null;
        }

        protected virtual TEntity GetRelatedEntity<TEntity>(string relationshipSchemaName, EntityRole? primaryEntityRole)
            where TEntity : Entity
        {
            var related = GetRelatedEntities<TEntity>(relationshipSchemaName, primaryEntityRole);
            return related == null ? null : related.FirstOrDefault();
        }

        protected virtual void SetRelatedEntity<TEntity>(string relationshipSchemaName, EntityRole? primaryEntityRole, TEntity entity)
            where TEntity : Entity
        {
            SetRelatedEntities(relationshipSchemaName, primaryEntityRole, entity == null ? null : new[] { entity });
        }

        protected virtual IEnumerable<TEntity> GetRelatedEntities<TEntity>(string relationshipSchemaName, EntityRole? primaryEntityRole)
            where TEntity : Entity
        {
            RequireName(relationshipSchemaName, nameof(relationshipSchemaName));
            EntityCollection related;
            var relationship = new Relationship(relationshipSchemaName) { PrimaryEntityRole = primaryEntityRole };
            return RelatedEntities.TryGetValue(relationship, out related) ? related.Entities.Cast<TEntity>() : null;
        }

        protected virtual void SetRelatedEntities<TEntity>(string relationshipSchemaName, EntityRole? primaryEntityRole, IEnumerable<TEntity> entities)
            where TEntity : Entity
        {
            RequireName(relationshipSchemaName, nameof(relationshipSchemaName));
            var relationship = new Relationship(relationshipSchemaName) { PrimaryEntityRole = primaryEntityRole };
            if (entities == null)
            {
                RelatedEntities.Remove(relationship);
                return;
            }

            var related = entities.Cast<Entity>().ToList();
            if (related.Any(one => string.IsNullOrWhiteSpace(one.LogicalName)))
            {
                throw new ArgumentException("A related entity has no LogicalName.", nameof(entities));
            }

            RelatedEntities[relationship] = new EntityCollection(related) { EntityName = related.First().LogicalName };
        }

        private void CopyTo(Entity target)
        {
            target.Id = Id;
            target.logicalName = logicalName;
            target.entityState = entityState;
            target.Attributes = Attributes;
            target.FormattedValues = FormattedValues;
            target.RelatedEntities = RelatedEntities;
            target.KeyAttributes = KeyAttributes;
            target.RowVersion = RowVersion;
            target.ExtensionData = ExtensionData;
        }

        private static void RequireName(string name, string parameter)
        {
            if (string.IsNullOrWhiteSpace(name))
            {
                throw new ArgumentNullException(parameter);
            }
        }

        private static IEnumerable<Type> KnownValues()
        {
            return KnownTypes.OfValues();
        }
    }
}
