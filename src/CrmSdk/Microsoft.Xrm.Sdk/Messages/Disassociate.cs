using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages
{
    [DataContract(Namespace = Wire.Contracts)]
    public sealed class DisassociateRequest : OrganizationRequest
    {
        public DisassociateRequest()
        {
            RequestName = "Disassociate";
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
    public sealed class DisassociateResponse : OrganizationResponse
    {
        public DisassociateResponse()
        {
            ResponseName = "Disassociate";
        }
    }
}
