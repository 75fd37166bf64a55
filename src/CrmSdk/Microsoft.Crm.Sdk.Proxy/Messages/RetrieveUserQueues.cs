using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages
{
    [DataContract(Namespace = Wire.Contracts)]
    public sealed class RetrieveUserQueuesRequest : OrganizationRequest
    {
        public RetrieveUserQueuesRequest()
        {
            RequestName = "RetrieveUserQueues";
        }

        public bool IncludePublic
        {
            get { return Parameters.Contains("IncludePublic") ? (bool)Parameters["IncludePublic"] : default(bool); }
            set { Parameters["IncludePublic"] = value; }
        }

        public Guid UserId
        {
            get { return Parameters.Contains("UserId") ? (Guid)Parameters["UserId"] : default(Guid); }
            set { Parameters["UserId"] = value; }
        }
    }

    [DataContract(Namespace = Wire.Contracts)]
    public sealed class RetrieveUserQueuesResponse : OrganizationResponse
    {
        public RetrieveUserQueuesResponse()
        {
            ResponseName = "RetrieveUserQueues";
        }

        public EntityCollection EntityCollection
        {
            get { return Results.Contains("EntityCollection") ? (EntityCollection)Results["EntityCollection"] : default(EntityCollection); }
        }
    }
}
