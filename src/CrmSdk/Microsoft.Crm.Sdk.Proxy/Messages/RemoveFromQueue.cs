using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages
{
    [DataContract(Namespace = Wire.Contracts)]
    public sealed class RemoveFromQueueRequest : OrganizationRequest
    {
        public RemoveFromQueueRequest()
        {
            RequestName = "RemoveFromQueue";
        }

        public Guid QueueItemId
        {
            get { return Parameters.Contains("QueueItemId") ? (Guid)Parameters["QueueItemId"] : default(Guid); }
            set { Parameters["QueueItemId"] = value; }
        }
    }

    [DataContract(Namespace = Wire.Contracts)]
    public sealed class RemoveFromQueueResponse : OrganizationResponse
    {
        public RemoveFromQueueResponse()
        {
            ResponseName = "RemoveFromQueue";
        }
    }
}
