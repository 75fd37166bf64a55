using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages
{
    [DataContract(Namespace = Wire.Contracts)]
    public sealed class PublishAllXmlRequest : OrganizationRequest
    {
        public PublishAllXmlRequest()
        {
            RequestName = "PublishAllXml";
        }
    }

    [DataContract(Namespace = Wire.Contracts)]
    public sealed class PublishAllXmlResponse : OrganizationResponse
    {
        public PublishAllXmlResponse()
        {
            ResponseName = "PublishAllXml";
        }
    }
}
