using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages
{
    [DataContract(Namespace = Wire.Contracts)]
    public sealed class RetrieveAvailableLanguagesRequest : OrganizationRequest
    {
        public RetrieveAvailableLanguagesRequest()
        {
            RequestName = "RetrieveAvailableLanguages";
        }
    }

    [DataContract(Namespace = Wire.Contracts)]
    public sealed class RetrieveAvailableLanguagesResponse : OrganizationResponse
    {
        public RetrieveAvailableLanguagesResponse()
        {
            ResponseName = "RetrieveAvailableLanguages";
        }

        public int[] LocaleIds
        {
            get { return Results.Contains("LocaleIds") ? (int[])Results["LocaleIds"] : default(int[]); }
        }
    }
}
