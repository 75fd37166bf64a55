using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages
{
    [DataContract(Namespace = Wire.Contracts)]
    public sealed class InitializeFromRequest : OrganizationRequest
    {
        public InitializeFromRequest()
        {
            RequestName = "InitializeFrom";
        }

        public EntityReference EntityMoniker
        {
            get { return Parameters.Contains("EntityMoniker") ? (EntityReference)Parameters["EntityMoniker"] : default(EntityReference); }
            set { Parameters["EntityMoniker"] = value; }
        }

        public string TargetEntityName
        {
            get { return Parameters.Contains("TargetEntityName") ? (string)Parameters["TargetEntityName"] : default(string); }
            set { Parameters["TargetEntityName"] = value; }
        }

        public TargetFieldType TargetFieldType
        {
            get { return Parameters.Contains("TargetFieldType") ? (TargetFieldType)Parameters["TargetFieldType"] : default(TargetFieldType); }
            set { Parameters["TargetFieldType"] = value; }
        }
    }

    [DataContract(Namespace = Wire.Contracts)]
    public sealed class InitializeFromResponse : OrganizationResponse
    {
        public InitializeFromResponse()
        {
            ResponseName = "InitializeFrom";
        }

        public Entity Entity
        {
            get { return Results.Contains("Entity") ? (Entity)Results["Entity"] : default(Entity); }
        }
    }
}
