using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages
{
    [DataContract(Namespace = Wire.Contracts)]
    public sealed class PublishXmlRequest : OrganizationRequest
    {
        public PublishXmlRequest()
        {
            RequestName = "PublishXml";
        }

        public string ParameterXml
        {
            get { return Parameters.Contains("ParameterXml") ? (string)Parameters["ParameterXml"] : default(string); }
            set { Parameters["ParameterXml"] = value; }
        }
    }

    [DataContract(Namespace = Wire.Contracts)]
    public sealed class PublishXmlResponse : OrganizationResponse
    {
        public PublishXmlResponse()
        {
            ResponseName = "PublishXml";
        }
    }
}
