using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages
{
    [DataContract(Namespace = Wire.Contracts)]
    public sealed class WhoAmIRequest : OrganizationRequest
    {
        public WhoAmIRequest()
        {
            RequestName = "WhoAmI";
        }
    }

    [DataContract(Namespace = Wire.Contracts)]
    public sealed class WhoAmIResponse : OrganizationResponse
    {
        public WhoAmIResponse()
        {
            ResponseName = "WhoAmI";
        }

        public Guid BusinessUnitId
        {
            get { return Results.Contains("BusinessUnitId") ? (Guid)Results["BusinessUnitId"] : default(Guid); }
        }

        public Guid OrganizationId
        {
            get { return Results.Contains("OrganizationId") ? (Guid)Results["OrganizationId"] : default(Guid); }
        }

        public Guid UserId
        {
            get { return Results.Contains("UserId") ? (Guid)Results["UserId"] : default(Guid); }
        }
    }
}
