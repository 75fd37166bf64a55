using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages
{
    [DataContract(Namespace = Wire.Contracts)]
    public sealed class IsValidStateTransitionRequest : OrganizationRequest
    {
        public IsValidStateTransitionRequest()
        {
            RequestName = "IsValidStateTransition";
        }

        public EntityReference Entity
        {
            get { return Parameters.Contains("Entity") ? (EntityReference)Parameters["Entity"] : default(EntityReference); }
            set { Parameters["Entity"] = value; }
        }

        public string NewState
        {
            get { return Parameters.Contains("NewState") ? (string)Parameters["NewState"] : default(string); }
            set { Parameters["NewState"] = value; }
        }

        public int NewStatus
        {
            get { return Parameters.Contains("NewStatus") ? (int)Parameters["NewStatus"] : default(int); }
            set { Parameters["NewStatus"] = value; }
        }
    }

    [DataContract(Namespace = Wire.Contracts)]
    public sealed class IsValidStateTransitionResponse : OrganizationResponse
    {
        public IsValidStateTransitionResponse()
        {
            ResponseName = "IsValidStateTransition";
        }

        public bool IsValid
        {
            get { return Results.Contains("IsValid") ? (bool)Results["IsValid"] : default(bool); }
        }
    }
}
