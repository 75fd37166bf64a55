using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages
{
    [DataContract(Namespace = Wire.Contracts)]
    public sealed class ExportSolutionRequest : OrganizationRequest
    {
        public ExportSolutionRequest()
        {
            RequestName = "ExportSolution";
        }

        public bool ExportAutoNumberingSettings
        {
            get { return Parameters.Contains("ExportAutoNumberingSettings") ? (bool)Parameters["ExportAutoNumberingSettings"] : default(bool); }
            set { Parameters["ExportAutoNumberingSettings"] = value; }
        }

        public bool ExportCalendarSettings
        {
            get { return Parameters.Contains("ExportCalendarSettings") ? (bool)Parameters["ExportCalendarSettings"] : default(bool); }
            set { Parameters["ExportCalendarSettings"] = value; }
        }

        public bool ExportCustomizationSettings
        {
            get { return Parameters.Contains("ExportCustomizationSettings") ? (bool)Parameters["ExportCustomizationSettings"] : default(bool); }
            set { Parameters["ExportCustomizationSettings"] = value; }
        }

        public bool ExportEmailTrackingSettings
        {
            get { return Parameters.Contains("ExportEmailTrackingSettings") ? (bool)Parameters["ExportEmailTrackingSettings"] : default(bool); }
            set { Parameters["ExportEmailTrackingSettings"] = value; }
        }

        public bool ExportExternalApplications
        {
            get { return Parameters.Contains("ExportExternalApplications") ? (bool)Parameters["ExportExternalApplications"] : default(bool); }
            set { Parameters["ExportExternalApplications"] = value; }
        }

        public bool ExportGeneralSettings
        {
            get { return Parameters.Contains("ExportGeneralSettings") ? (bool)Parameters["ExportGeneralSettings"] : default(bool); }
            set { Parameters["ExportGeneralSettings"] = value; }
        }

        public bool ExportIsvConfig
        {
            get { return Parameters.Contains("ExportIsvConfig") ? (bool)Parameters["ExportIsvConfig"] : default(bool); }
            set { Parameters["ExportIsvConfig"] = value; }
        }

        public bool ExportMarketingSettings
        {
            get { return Parameters.Contains("ExportMarketingSettings") ? (bool)Parameters["ExportMarketingSettings"] : default(bool); }
            set { Parameters["ExportMarketingSettings"] = value; }
        }

        public bool ExportOutlookSynchronizationSettings
        {
            get { return Parameters.Contains("ExportOutlookSynchronizationSettings") ? (bool)Parameters["ExportOutlookSynchronizationSettings"] : default(bool); }
            set { Parameters["ExportOutlookSynchronizationSettings"] = value; }
        }

        public bool ExportRelationshipRoles
        {
            get { return Parameters.Contains("ExportRelationshipRoles") ? (bool)Parameters["ExportRelationshipRoles"] : default(bool); }
            set { Parameters["ExportRelationshipRoles"] = value; }
        }

        public bool ExportSales
        {
            get { return Parameters.Contains("ExportSales") ? (bool)Parameters["ExportSales"] : default(bool); }
            set { Parameters["ExportSales"] = value; }
        }

        public bool Managed
        {
            get { return Parameters.Contains("Managed") ? (bool)Parameters["Managed"] : default(bool); }
            set { Parameters["Managed"] = value; }
        }

        public string SolutionName
        {
            get { return Parameters.Contains("SolutionName") ? (string)Parameters["SolutionName"] : default(string); }
            set { Parameters["SolutionName"] = value; }
        }

        public string TargetVersion
        {
            get { return Parameters.Contains("TargetVersion") ? (string)Parameters["TargetVersion"] : default(string); }
            set { Parameters["TargetVersion"] = value; }
        }
    }

    [DataContract(Namespace = Wire.Contracts)]
    public sealed class ExportSolutionResponse : OrganizationResponse
    {
        public ExportSolutionResponse()
        {
            ResponseName = "ExportSolution";
        }

        public byte[] ExportSolutionFile
        {
            get { return Results.Contains("ExportSolutionFile") ? (byte[])Results["ExportSolutionFile"] : default(byte[]); }
        }
    }
}
