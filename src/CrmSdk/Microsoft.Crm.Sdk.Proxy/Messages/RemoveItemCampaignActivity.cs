using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages
{
    [DataContract(Namespace = Wire.Contracts)]
    public sealed class RemoveItemCampaignActivityRequest : OrganizationRequest
    {
        public RemoveItemCampaignActivityRequest()
        {
            RequestName = "RemoveItemCampaignActivity";
        }

        public Guid CampaignActivityId
        {
            get { return Parameters.Contains("CampaignActivityId") ? (Guid)Parameters["CampaignActivityId"] : default(Guid); }
            set { Parameters["CampaignActivityId"] = value; }
        }

        public Guid ItemId
        {
            get { return Parameters.Contains("ItemId") ? (Guid)Parameters["ItemId"] : default(Guid); }
            set { Parameters["ItemId"] = value; }
        }
    }

    [DataContract(Namespace = Wire.Contracts)]
    public sealed class RemoveItemCampaignActivityResponse : OrganizationResponse
    {
        public RemoveItemCampaignActivityResponse()
        {
            ResponseName = "RemoveItemCampaignActivity";
        }
    }
}
