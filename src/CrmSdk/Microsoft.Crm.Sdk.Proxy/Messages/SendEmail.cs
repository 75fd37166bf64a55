using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages
{
    [DataContract(Namespace = Wire.Contracts)]
    public sealed class SendEmailRequest : OrganizationRequest
    {
        public SendEmailRequest()
        {
            RequestName = "SendEmail";
        }

        public Guid EmailId
        {
            get { return Parameters.Contains("EmailId") ? (Guid)Parameters["EmailId"] : default(Guid); }
            set { Parameters["EmailId"] = value; }
        }

        public bool IssueSend
        {
            get { return Parameters.Contains("IssueSend") ? (bool)Parameters["IssueSend"] : default(bool); }
            set { Parameters["IssueSend"] = value; }
        }

        public string TrackingToken
        {
            get { return Parameters.Contains("TrackingToken") ? (string)Parameters["TrackingToken"] : default(string); }
            set { Parameters["TrackingToken"] = value; }
        }
    }

    [DataContract(Namespace = Wire.Contracts)]
    public sealed class SendEmailResponse : OrganizationResponse
    {
        public SendEmailResponse()
        {
            ResponseName = "SendEmail";
        }

        public string Subject
        {
            get { return Results.Contains("Subject") ? (string)Results["Subject"] : default(string); }
        }
    }
}
