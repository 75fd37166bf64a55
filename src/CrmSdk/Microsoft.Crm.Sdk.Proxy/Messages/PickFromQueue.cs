using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages
{
    [DataContract(Namespace = Wire.Contracts)]
    public sealed class PickFromQueueRequest : OrganizationRequest
    {
        public PickFromQueueRequest()
        {
            RequestName = "PickFromQueue";
        }

        public Guid QueueItemId
        {
            get { return Parameters.Contains("QueueItemId") ? (Guid)Parameters["QueueItemId"] : default(Guid); }
            set { Parameters["QueueItemId"] = value; }
        }

        public bool RemoveQueueItem
        {
            get { return Parameters.Contains("RemoveQueueItem") ? (bool)Parameters["RemoveQueueItem"] : default(bool); }
            set { Parameters["RemoveQueueItem"] = value; }
        }

        public Guid WorkerId
        {
            get { return Parameters.Contains("WorkerId") ? (Guid)Parameters["WorkerId"] : default(Guid); }
            set { Parameters["WorkerId"] = value; }
        }
    }

    [DataContract(Namespace = Wire.Contracts)]
    public sealed class PickFromQueueResponse : OrganizationResponse
    {
        public PickFromQueueResponse()
        {
            ResponseName = "PickFromQueue";
        }
    }
}
