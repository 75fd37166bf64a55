using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Organization
{
    public enum EndpointAccessType
    {
        Default = 0,
        Internet = 1,
        Intranet = 2,
    }

    public enum EndpointType
    {
        OrganizationService = 0,
        OrganizationDataService = 1,
        WebApplication = 2,
    }

    public enum OrganizationState
    {
        Enabled = 0,
        Disabled = 1,
    }

    [CollectionDataContract(Name = "EndpointCollection", Namespace = "http://schemas.microsoft.com/xrm/2014/Contracts")]
    public sealed class EndpointCollection : DataCollection<EndpointType, string>
    {
    }

    /// <summary>What an organisation is called and where it is reached.</summary>
    [DataContract(Name = "OrganizationDetail", Namespace = "http://schemas.microsoft.com/xrm/2014/Contracts")]
    public class OrganizationDetail : IExtensibleDataObject
    {
        private EndpointCollection endpoints;

        [DataMember]
        public Guid OrganizationId { get; set; }

        [DataMember]
        public string FriendlyName { get; set; }

        [DataMember]
        public string OrganizationVersion { get; set; }

        [DataMember]
        public string UrlName { get; set; }

        [DataMember]
        public string UniqueName { get; set; }

        [DataMember]
        public EndpointCollection Endpoints
        {
            get { return endpoints ?? (endpoints = new EndpointCollection()); }
            internal set { endpoints = value; }
        }

        [DataMember]
        public OrganizationState State { get; set; }

        public ExtensionDataObject ExtensionData { get; set; }
    }
}
