using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages
{
    [DataContract(Namespace = Wire.Contracts)]
    public sealed class InstantiateTemplateRequest : OrganizationRequest
    {
        public InstantiateTemplateRequest()
        {
            RequestName = "InstantiateTemplate";
        }

        public Guid ObjectId
        {
            get { return Parameters.Contains("ObjectId") ? (Guid)Parameters["ObjectId"] : default(Guid); }
            set { Parameters["ObjectId"] = value; }
        }

        public string ObjectType
        {
            get { return Parameters.Contains("ObjectType") ? (string)Parameters["ObjectType"] : default(string); }
            set { Parameters["ObjectType"] = value; }
        }

        public Guid TemplateId
        {
            get { return Parameters.Contains("TemplateId") ? (Guid)Parameters["TemplateId"] : default(Guid); }
            set { Parameters["TemplateId"] = value; }
        }
    }

    [DataContract(Namespace = Wire.Contracts)]
    public sealed class InstantiateTemplateResponse : OrganizationResponse
    {
        public InstantiateTemplateResponse()
        {
            ResponseName = "InstantiateTemplate";
        }

        public EntityCollection EntityCollection
        {
            get { return Results.Contains("EntityCollection") ? (EntityCollection)Results["EntityCollection"] : default(EntityCollection); }
        }
    }
}
