using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages
{
    [DataContract(Namespace = Wire.Contracts)]
    public sealed class QualifyLeadRequest : OrganizationRequest
    {
        public QualifyLeadRequest()
        {
            RequestName = "QualifyLead";
        }

        public bool CreateAccount
        {
            get { return Parameters.Contains("CreateAccount") ? (bool)Parameters["CreateAccount"] : default(bool); }
            set { Parameters["CreateAccount"] = value; }
        }

        public bool CreateContact
        {
            get { return Parameters.Contains("CreateContact") ? (bool)Parameters["CreateContact"] : default(bool); }
            set { Parameters["CreateContact"] = value; }
        }

        public bool CreateOpportunity
        {
            get { return Parameters.Contains("CreateOpportunity") ? (bool)Parameters["CreateOpportunity"] : default(bool); }
            set { Parameters["CreateOpportunity"] = value; }
        }

        public EntityReference LeadId
        {
            get { return Parameters.Contains("LeadId") ? (EntityReference)Parameters["LeadId"] : default(EntityReference); }
            set { Parameters["LeadId"] = value; }
        }

        public EntityReference OpportunityCurrencyId
        {
            get { return Parameters.Contains("OpportunityCurrencyId") ? (EntityReference)Parameters["OpportunityCurrencyId"] : default(EntityReference); }
            set { Parameters["OpportunityCurrencyId"] = value; }
        }

        public EntityReference OpportunityCustomerId
        {
            get { return Parameters.Contains("OpportunityCustomerId") ? (EntityReference)Parameters["OpportunityCustomerId"] : default(EntityReference); }
            set { Parameters["OpportunityCustomerId"] = value; }
        }

        public EntityReference ProcessInstanceId
        {
            get { return Parameters.Contains("ProcessInstanceId") ? (EntityReference)Parameters["ProcessInstanceId"] : default(EntityReference); }
            set { Parameters["ProcessInstanceId"] = value; }
        }

        public EntityReference SourceCampaignId
        {
            get { return Parameters.Contains("SourceCampaignId") ? (EntityReference)Parameters["SourceCampaignId"] : default(EntityReference); }
            set { Parameters["SourceCampaignId"] = value; }
        }

        public OptionSetValue Status
        {
            get { return Parameters.Contains("Status") ? (OptionSetValue)Parameters["Status"] : default(OptionSetValue); }
            set { Parameters["Status"] = value; }
        }
    }

    [DataContract(Namespace = Wire.Contracts)]
    public sealed class QualifyLeadResponse : OrganizationResponse
    {
        public QualifyLeadResponse()
        {
            ResponseName = "QualifyLead";
        }

        public EntityReferenceCollection CreatedEntities
        {
            get { return Results.Contains("CreatedEntities") ? (EntityReferenceCollection)Results["CreatedEntities"] : default(EntityReferenceCollection); }
        }
    }
}
