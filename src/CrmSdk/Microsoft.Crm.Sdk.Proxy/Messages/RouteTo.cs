using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages
{
    [DataContract(Namespace = Wire.Contracts)]
    public sealed class RouteToRequest : OrganizationRequest
    {
        public RouteToRequest()
        {
            RequestName = "RouteTo";
        }

        public Guid QueueItemId
        {
            get { return Parameters.Contains("QueueItemId") ? (Guid)Parameters["QueueItemId"] : default(Guid); }
            set { Parameters["QueueItemId"] = value; }
        }

        public EntityReference Target
        {
            get { return Parameters.Contains("Target") ? (EntityReference)Parameters["Target"] : default(EntityReference); }
            set { Parameters["Target"] = value; }
        }
    }

    [DataContract(Namespace = Wire.Contracts)]
    public sealed class RouteToResponse : OrganizationResponse
    {
        public RouteToResponse()
        {
            ResponseName = "RouteTo";
        }
    }
}
