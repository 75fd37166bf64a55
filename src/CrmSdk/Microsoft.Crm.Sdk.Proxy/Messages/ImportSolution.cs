using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages
{
    [DataContract(Namespace = Wire.Contracts)]
    public sealed class ImportSolutionRequest : OrganizationRequest
    {
        public ImportSolutionRequest()
        {
            RequestName = "ImportSolution";
        }

        public bool ConvertToManaged
        {
            get { return Parameters.Contains("ConvertToManaged") ? (bool)Parameters["ConvertToManaged"] : default(bool); }
            set { Parameters["ConvertToManaged"] = value; }
        }

        public byte[] CustomizationFile
        {
            get { return Parameters.Contains("CustomizationFile") ? (byte[])Parameters["CustomizationFile"] : default(byte[]); }
            set { Parameters["CustomizationFile"] = value; }
        }

        public bool HoldingSolution
        {
            get { return Parameters.Contains("HoldingSolution") ? (bool)Parameters["HoldingSolution"] : default(bool); }
            set { Parameters["HoldingSolution"] = value; }
        }

        public Guid ImportJobId
        {
            get { return Parameters.Contains("ImportJobId") ? (Guid)Parameters["ImportJobId"] : default(Guid); }
            set { Parameters["ImportJobId"] = value; }
        }

        public bool OverwriteUnmanagedCustomizations
        {
            get { return Parameters.Contains("OverwriteUnmanagedCustomizations") ? (bool)Parameters["OverwriteUnmanagedCustomizations"] : default(bool); }
            set { Parameters["OverwriteUnmanagedCustomizations"] = value; }
        }

        public bool PublishWorkflows
        {
            get { return Parameters.Contains("PublishWorkflows") ? (bool)Parameters["PublishWorkflows"] : default(bool); }
            set { Parameters["PublishWorkflows"] = value; }
        }

        public bool SkipProductUpdateDependencies
        {
            get { return Parameters.Contains("SkipProductUpdateDependencies") ? (bool)Parameters["SkipProductUpdateDependencies"] : default(bool); }
            set { Parameters["SkipProductUpdateDependencies"] = value; }
        }
    }

    [DataContract(Namespace = Wire.Contracts)]
    public sealed class ImportSolutionResponse : OrganizationResponse
    {
        public ImportSolutionResponse()
        {
            ResponseName = "ImportSolution";
        }
    }
}
