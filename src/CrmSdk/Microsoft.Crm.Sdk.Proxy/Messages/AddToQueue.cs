using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages
{
    [DataContract(Namespace = Wire.Contracts)]
    public sealed class AddToQueueRequest : OrganizationRequest
    {
        public AddToQueueRequest()
        {
            RequestName = "AddToQueue";
        }

        public Guid DestinationQueueId
        {
            get { return Parameters.Contains("DestinationQueueId") ? (Guid)Parameters["DestinationQueueId"] : default(Guid); }
            set { Parameters["DestinationQueueId"] = value; }
        }

        public Entity QueueItemProperties
        {
            get { return Parameters.Contains("QueueItemProperties") ? (Entity)Parameters["QueueItemProperties"] : default(Entity); }
            set { Parameters["QueueItemProperties"] = value; }
        }

        public Guid SourceQueueId
        {
            get { return Parameters.Contains("SourceQueueId") ? (Guid)Parameters["SourceQueueId"] : default(Guid); }
            set { Parameters["SourceQueueId"] = value; }
        }

        public EntityReference Target
        {
            get { return Parameters.Contains("Target") ? (EntityReference)Parameters["Target"] : default(EntityReference); }
            set { Parameters["Target"] = value; }
        }
    }

    [DataContract(Namespace = Wire.Contracts)]
    public sealed class AddToQueueResponse : OrganizationResponse
    {
        public AddToQueueResponse()
        {
            ResponseName = "AddToQueue";
        }

        public Guid QueueItemId
        {
            get { return Results.Contains("QueueItemId") ? (Guid)Results["QueueItemId"] : default(Guid); }
        }
    }
}
