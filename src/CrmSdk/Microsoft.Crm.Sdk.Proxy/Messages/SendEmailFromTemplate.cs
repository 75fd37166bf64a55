using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages
{
    [DataContract(Namespace = Wire.Contracts)]
    public sealed class SendEmailFromTemplateRequest : OrganizationRequest
    {
        public SendEmailFromTemplateRequest()
        {
            RequestName = "SendEmailFromTemplate";
        }

        public Guid RegardingId
        {
            get { return Parameters.Contains("RegardingId") ? (Guid)Parameters["RegardingId"] : default(Guid); }
            set { Parameters["RegardingId"] = value; }
        }

        public string RegardingType
        {
            get { return Parameters.Contains("RegardingType") ? (string)Parameters["RegardingType"] : default(string); }
            set { Parameters["RegardingType"] = value; }
        }

        public Entity Target
        {
            get { return Parameters.Contains("Target") ? (Entity)Parameters["Target"] : default(Entity); }
            set { Parameters["Target"] = value; }
        }

        public Guid TemplateId
        {
            get { return Parameters.Contains("TemplateId") ? (Guid)Parameters["TemplateId"] : default(Guid); }
            set { Parameters["TemplateId"] = value; }
        }
    }

    [DataContract(Namespace = Wire.Contracts)]
    public sealed class SendEmailFromTemplateResponse : OrganizationResponse
    {
        public SendEmailFromTemplateResponse()
        {
            ResponseName = "SendEmailFromTemplate";
        }

        public Guid Id
        {
            get { return Results.Contains("Id") ? (Guid)Results["Id"] : default(Guid); }
        }
    }
}
