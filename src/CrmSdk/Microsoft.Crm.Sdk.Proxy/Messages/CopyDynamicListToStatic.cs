using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages
{
    [DataContract(Namespace = Wire.Contracts)]
    public sealed class CopyDynamicListToStaticRequest : OrganizationRequest
    {
        public CopyDynamicListToStaticRequest()
        {
            RequestName = "CopyDynamicListToStatic";
        }

        public Guid ListId
        {
            get { return Parameters.Contains("ListId") ? (Guid)Parameters["ListId"] : default(Guid); }
            set { Parameters["ListId"] = value; }
        }
    }

    [DataContract(Namespace = Wire.Contracts)]
    public sealed class CopyDynamicListToStaticResponse : OrganizationResponse
    {
        public CopyDynamicListToStaticResponse()
        {
            ResponseName = "CopyDynamicListToStatic";
        }

        public Guid StaticListId
        {
            get { return Results.Contains("StaticListId") ? (Guid)Results["StaticListId"] : default(Guid); }
        }
    }
}
