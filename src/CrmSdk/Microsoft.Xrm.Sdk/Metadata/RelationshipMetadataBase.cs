using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata
{
    [DataContract(Name = "RelationshipMetadataBase", Namespace = Wire.Metadata)]
    [KnownType(typeof(OneToManyRelationshipMetadata))]
    [KnownType(typeof(ManyToManyRelationshipMetadata))]
    public abstract class RelationshipMetadataBase : MetadataBase
    {
        protected RelationshipMetadataBase()
        {
        }

        protected RelationshipMetadataBase(RelationshipType relationshipType)
        {
            RelationshipType = relationshipType;
        }

        [DataMember]
        public string IntroducedVersion { get; internal set; }

        [DataMember]
        public bool? IsCustomRelationship { get; set; }

        [DataMember]
        public BooleanManagedProperty IsCustomizable { get; set; }

        [DataMember]
        public bool? IsManaged { get; internal set; }

        [DataMember]
        public bool? IsValidForAdvancedFind { get; set; }

        [DataMember]
        public RelationshipType RelationshipType { get; internal set; }

        [DataMember]
        public string SchemaName { get; set; }

        [DataMember]
        public SecurityTypes? SecurityTypes { get; set; }
    }
}
