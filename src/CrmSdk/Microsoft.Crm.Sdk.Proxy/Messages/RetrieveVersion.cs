using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages
{
    [DataContract(Namespace = Wire.Contracts)]
    public sealed class RetrieveVersionRequest : OrganizationRequest
    {
        public RetrieveVersionRequest()
        {
            RequestName = "RetrieveVersion";
        }
    }

    [DataContract(Namespace = Wire.Contracts)]
    public sealed class RetrieveVersionResponse : OrganizationResponse
    {
        public RetrieveVersionResponse()
        {
            ResponseName = "RetrieveVersion";
        }

        public string Version
        {
            get { return Results.Contains("Version") ? (string)Results["Version"] : default(string); }
        }
    }
}
