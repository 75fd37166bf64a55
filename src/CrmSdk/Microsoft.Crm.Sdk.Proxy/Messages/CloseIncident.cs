using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages
{
    [DataContract(Namespace = Wire.Contracts)]
    public sealed class CloseIncidentRequest : OrganizationRequest
    {
        public CloseIncidentRequest()
        {
            RequestName = "CloseIncident";
        }

        public Entity IncidentResolution
        {
            get { return Parameters.Contains("IncidentResolution") ? (Entity)Parameters["IncidentResolution"] : default(Entity); }
            set { Parameters["IncidentResolution"] = value; }
        }

        public OptionSetValue Status
        {
            get { return Parameters.Contains("Status") ? (OptionSetValue)Parameters["Status"] : default(OptionSetValue); }
            set { Parameters["Status"] = value; }
        }
    }

    [DataContract(Namespace = Wire.Contracts)]
    public sealed class CloseIncidentResponse : OrganizationResponse
    {
        public CloseIncidentResponse()
        {
            ResponseName = "CloseIncident";
        }
    }
}
