using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages
{
    [DataContract(Namespace = Wire.Contracts)]
    public sealed class AssociateRequest : OrganizationRequest
    {
        public AssociateRequest()
        {
            RequestName = "Associate";
        }

        public EntityReferenceCollection RelatedEntities
        {
            get { return Parameters.Contains("RelatedEntities") ? (EntityReferenceCollection)Parameters["RelatedEntities"] : default(EntityReferenceCollection); }
            set { Parameters["RelatedEntities"] = value; }
        }

        public Relationship Relationship
        {
            get { return Parameters.Contains("Relationship") ? (Relationship)Parameters["Relationship"] : default(Relationship); }
            set { Parameters["Relationship"] = value; }
        }

        public EntityReference Target
        {
            get { return Parameters.Contains("Target") ? (EntityReference)Parameters["Target"] : default(EntityReference); }
            set { Parameters["Target"] = value; }
        }
    }

    [DataContract(Namespace = Wire.Contracts)]
    public sealed class AssociateResponse : OrganizationResponse
    {
        public AssociateResponse()
        {
            ResponseName = "Associate";
        }
    }
}
