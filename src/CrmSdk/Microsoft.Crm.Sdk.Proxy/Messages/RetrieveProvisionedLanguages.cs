using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages
{
    [DataContract(Namespace = Wire.Contracts)]
    public sealed class RetrieveProvisionedLanguagesRequest : OrganizationRequest
    {
        public RetrieveProvisionedLanguagesRequest()
        {
            RequestName = "RetrieveProvisionedLanguages";
        }
    }

    [DataContract(Namespace = Wire.Contracts)]
    public sealed class RetrieveProvisionedLanguagesResponse : OrganizationResponse
    {
        public RetrieveProvisionedLanguagesResponse()
        {
            ResponseName = "RetrieveProvisionedLanguages";
        }

        public int[] RetrieveProvisionedLanguages
        {
            get { return Results.Contains("RetrieveProvisionedLanguages") ? (int[])Results["RetrieveProvisionedLanguages"] : default(int[]); }
        }
    }
}
