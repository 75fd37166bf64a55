using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages
{
    [DataContract(Namespace = Wire.Contracts)]
    public sealed class AddItemCampaignActivityRequest : OrganizationRequest
    {
        public AddItemCampaignActivityRequest()
        {
            RequestName = "AddItemCampaignActivity";
        }

        public Guid CampaignActivityId
        {
            get { return Parameters.Contains("CampaignActivityId") ? (Guid)Parameters["CampaignActivityId"] : default(Guid); }
            set { Parameters["CampaignActivityId"] = value; }
        }

        public string EntityName
        {
            get { return Parameters.Contains("EntityName") ? (string)Parameters["EntityName"] : default(string); }
            set { Parameters["EntityName"] = value; }
        }

        public Guid ItemId
        {
            get { return Parameters.Contains("ItemId") ? (Guid)Parameters["ItemId"] : default(Guid); }
            set { Parameters["ItemId"] = value; }
        }
    }

    [DataContract(Namespace = Wire.Contracts)]
    public sealed class AddItemCampaignActivityResponse : OrganizationResponse
    {
        public AddItemCampaignActivityResponse()
        {
            ResponseName = "AddItemCampaignActivity";
        }

        public Guid CampaignActivityItemId
        {
            get { return Results.Contains("CampaignActivityItemId") ? (Guid)Results["CampaignActivityItemId"] : default(Guid); }
        }
    }
}
