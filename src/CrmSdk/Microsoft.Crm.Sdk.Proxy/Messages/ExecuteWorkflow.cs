using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages
{
    [DataContract(Namespace = Wire.Contracts)]
    public sealed class ExecuteWorkflowRequest : OrganizationRequest
    {
        public ExecuteWorkflowRequest()
        {
            RequestName = "ExecuteWorkflow";
        }

        public Guid EntityId
        {
            get { return Parameters.Contains("EntityId") ? (Guid)Parameters["EntityId"] : default(Guid); }
            set { Parameters["EntityId"] = value; }
        }

        public InputArgumentCollection InputArguments
        {
            get { return Parameters.Contains("InputArguments") ? (InputArgumentCollection)Parameters["InputArguments"] : default(InputArgumentCollection); }
            set { Parameters["InputArguments"] = value; }
        }

        public Guid WorkflowId
        {
            get { return Parameters.Contains("WorkflowId") ? (Guid)Parameters["WorkflowId"] : default(Guid); }
            set { Parameters["WorkflowId"] = value; }
        }
    }

    [DataContract(Namespace = Wire.Contracts)]
    public sealed class ExecuteWorkflowResponse : OrganizationResponse
    {
        public ExecuteWorkflowResponse()
        {
            ResponseName = "ExecuteWorkflow";
        }

        public Guid Id
        {
            get { return Results.Contains("Id") ? (Guid)Results["Id"] : default(Guid); }
        }
    }
}
