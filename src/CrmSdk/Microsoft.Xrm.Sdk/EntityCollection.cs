using System;
using System.Collections.Generic;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk
{
    /// <summary>A page of rows with the cookie that fetches the next one.</summary>
    [DataContract(Name = "EntityCollection", Namespace = Wire.Contracts)]
    [KnownType(nameof(KnownValues))]
    public sealed class EntityCollection : IExtensibleDataObject
    {
        private DataCollection<Entity> entities;

        public EntityCollection()
        {
            TotalRecordCount = -1;
        }

        public EntityCollection(IList<Entity> list)
            : this()
        {
            entities = new DataCollection<Entity>(list);
        }

        [DataMember]
        public DataCollection<Entity> Entities
        {
            get { return entities ?? (entities = new DataCollection<Entity>()); }
            private set { entities = value; }
        }

        [DataMember]
        public bool MoreRecords { get; set; }

        [DataMember]
        public string PagingCookie { get; set; }

        [DataMember]
        public string MinActiveRowVersion { get; set; }

        [DataMember]
        public int TotalRecordCount { get; set; }

        [DataMember]
        public bool TotalRecordCountLimitExceeded { get; set; }

        [DataMember]
        public string EntityName { get; set; }

        public ExtensionDataObject ExtensionData { get; set; }

        public Entity this[int index]
        {
            get { return Entities[index]; }
            set { Entities[index] = value; }
        }

        private static IEnumerable<Type> KnownValues()
        {
            return KnownTypes.OfValues();
        }
    }
}
