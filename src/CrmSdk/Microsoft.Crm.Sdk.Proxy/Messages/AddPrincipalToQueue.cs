using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages
{
    [DataContract(Namespace = Wire.Contracts)]
    public sealed class AddPrincipalToQueueRequest : OrganizationRequest
    {
        public AddPrincipalToQueueRequest()
        {
            RequestName = "AddPrincipalToQueue";
        }

        public Entity Principal
        {
            get { return Parameters.Contains("Principal") ? (Entity)Parameters["Principal"] : default(Entity); }
            set { Parameters["Principal"] = value; }
        }

        public Guid QueueId
        {
            get { return Parameters.Contains("QueueId") ? (Guid)Parameters["QueueId"] : default(Guid); }
            set { Parameters["QueueId"] = value; }
        }
    }

    [DataContract(Namespace = Wire.Contracts)]
    public sealed class AddPrincipalToQueueResponse : OrganizationResponse
    {
        public AddPrincipalToQueueResponse()
        {
            ResponseName = "AddPrincipalToQueue";
        }
    }
}
