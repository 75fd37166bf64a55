using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages
{
    [DataContract(Namespace = Wire.Contracts)]
    public sealed class CreateRequest : OrganizationRequest
    {
        public CreateRequest()
        {
            RequestName = "Create";
        }

        public Entity Target
        {
            get { return Parameters.Contains("Target") ? (Entity)Parameters["Target"] : default(Entity); }
            set { Parameters["Target"] = value; }
        }
    }

    [DataContract(Namespace = Wire.Contracts)]
    public sealed class CreateResponse : OrganizationResponse
    {
        public CreateResponse()
        {
            ResponseName = "Create";
        }

        public Guid id
        {
            get { return Results.Contains("id") ? (Guid)Results["id"] : default(Guid); }
        }
    }
}
