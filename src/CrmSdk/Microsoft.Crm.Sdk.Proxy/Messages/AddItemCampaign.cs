using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages
{
    [DataContract(Namespace = Wire.Contracts)]
    public sealed class AddItemCampaignRequest : OrganizationRequest
    {
        public AddItemCampaignRequest()
        {
            RequestName = "AddItemCampaign";
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

        public string EntityName
        {
            get { return Parameters.Contains("EntityName") ? (string)Parameters["EntityName"] : default(string); }
            set { Parameters["EntityName"] = value; }
        }
    }

    [DataContract(Namespace = Wire.Contracts)]
    public sealed class AddItemCampaignResponse : OrganizationResponse
    {
        public AddItemCampaignResponse()
        {
            ResponseName = "AddItemCampaign";
        }

        public Guid CampaignItemId
        {
            get { return Results.Contains("CampaignItemId") ? (Guid)Results["CampaignItemId"] : default(Guid); }
        }
    }
}
