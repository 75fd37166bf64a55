using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages
{
    [DataContract(Namespace = Wire.Contracts)]
    public sealed class RemoveItemCampaignRequest : OrganizationRequest
    {
        public RemoveItemCampaignRequest()
        {
            RequestName = "RemoveItemCampaign";
        }

        public Guid CampaignId
        {
            get { return Parameters.Contains("CampaignId") ? (Guid)Parameters["CampaignId"] : default(Guid); }
            set { Parameters["CampaignId"] = value; }
        }

        public Guid EntityId
        {
            get { return Parameters.Contains("EntityId") ? (Guid)Parameters["EntityId"] : default(Guid); }
            set { Parameters["EntityId"] = value; }
        }
    }

    [DataContract(Namespace = Wire.Contracts)]
    public sealed class RemoveItemCampaignResponse : OrganizationResponse
    {
        public RemoveItemCampaignResponse()
        {
            ResponseName = "RemoveItemCampaign";
        }
    }
}
