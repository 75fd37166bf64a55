using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Microsoft.Crm.Sdk.Messages
{
    [DataContract(Namespace = Wire.Contracts)]
    public sealed class BulkDeleteRequest : OrganizationRequest
    {
        public BulkDeleteRequest()
        {
            RequestName = "BulkDelete";
        }

        public Guid[] CCRecipients
        {
            get { return Parameters.Contains("CCRecipients") ? (Guid[])Parameters["CCRecipients"] : default(Guid[]); }
            set { Parameters["CCRecipients"] = value; }
        }

        public string JobName
        {
            get { return Parameters.Contains("JobName") ? (string)Parameters["JobName"] : default(string); }
            set { Parameters["JobName"] = value; }
        }

        public QueryExpression[] QuerySet
        {
            get { return Parameters.Contains("QuerySet") ? (QueryExpression[])Parameters["QuerySet"] : default(QueryExpression[]); }
            set { Parameters["QuerySet"] = value; }
        }

        public string RecurrencePattern
        {
            get { return Parameters.Contains("RecurrencePattern") ? (string)Parameters["RecurrencePattern"] : default(string); }
            set { Parameters["RecurrencePattern"] = value; }
        }

        public bool RunNow
        {
            get { return Parameters.Contains("RunNow") ? (bool)Parameters["RunNow"] : default(bool); }
            set { Parameters["RunNow"] = value; }
        }

        public bool SendEmailNotification
        {
            get { return Parameters.Contains("SendEmailNotification") ? (bool)Parameters["SendEmailNotification"] : default(bool); }
            set { Parameters["SendEmailNotification"] = value; }
        }

        public Guid? SourceImportId
        {
            get { return Parameters.Contains("SourceImportId") ? (Guid?)Parameters["SourceImportId"] : default(Guid?); }
            set { Parameters["SourceImportId"] = value; }
        }

        public DateTime StartDateTime
        {
            get { return Parameters.Contains("StartDateTime") ? (DateTime)Parameters["StartDateTime"] : default(DateTime); }
            set { Parameters["StartDateTime"] = value; }
        }

        public Guid[] ToRecipients
        {
            get { return Parameters.Contains("ToRecipients") ? (Guid[])Parameters["ToRecipients"] : default(Guid[]); }
            set { Parameters["ToRecipients"] = value; }
        }
    }

    [DataContract(Namespace = Wire.Contracts)]
    public sealed class BulkDeleteResponse : OrganizationResponse
    {
        public BulkDeleteResponse()
        {
            ResponseName = "BulkDelete";
        }

        public Guid JobId
        {
            get { return Results.Contains("JobId") ? (Guid)Results["JobId"] : default(Guid); }
        }
    }
}
