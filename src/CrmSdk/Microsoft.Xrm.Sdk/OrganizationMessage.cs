using System;
using System.Collections.Generic;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk
{
    /// <summary>A message to the organization service; typed requests keep their properties in <see cref="Parameters"/>.</summary>
    [DataContract(Name = "OrganizationRequest", Namespace = Wire.Contracts)]
    [KnownType(nameof(KnownValues))]
    public class OrganizationRequest : IExtensibleDataObject
    {
        private ParameterCollection parameters;

        public OrganizationRequest()
        {
        }

        public OrganizationRequest(string requestName)
        {
            RequestName = requestName;
        }

        [DataMember]
        public string RequestName { get; set; }

        [DataMember]
        public Guid? RequestId { get; set; }

        [DataMember]
        public ParameterCollection Parameters
        {
            get { return parameters ?? (parameters = new ParameterCollection()); }
            set { parameters = value; }
        }

        public ExtensionDataObject ExtensionData { get; set; }

        public object this[string parameterName]
        {
            get { return Parameters[parameterName]; }
            set { Parameters[parameterName] = value; }
        }

        private static IEnumerable<Type> KnownValues()
        {
            return KnownTypes.OfValues();
        }
    }

    /// <summary>The answer to a message; typed responses read their properties from <see cref="Results"/>.</summary>
    [DataContract(Name = "OrganizationResponse", Namespace = Wire.Contracts)]
    [KnownType(nameof(KnownValues))]
    public class OrganizationResponse : IExtensibleDataObject
    {
        private ParameterCollection results;

        [DataMember]
        public string ResponseName { get; set; }

        [DataMember]
        public ParameterCollection Results
        {
            get { return results ?? (results = new ParameterCollection()); }
            set { results = value; }
        }

        public ExtensionDataObject ExtensionData { get; set; }

        public object this[string parameterName]
        {
            get { return Results[parameterName]; }
            set { Results[parameterName] = value; }
        }

        private static IEnumerable<Type> KnownValues()
        {
            return KnownTypes.OfValues();
        }
    }

    [DataContract(Name = "ExecuteMultipleSettings", Namespace = "http://schemas.microsoft.com/xrm/2012/Contracts")]
    public sealed class ExecuteMultipleSettings : IExtensibleDataObject
    {
        [DataMember]
        public bool ContinueOnError { get; set; }

        [DataMember]
        public bool ReturnResponses { get; set; }

        public ExtensionDataObject ExtensionData { get; set; }
    }

    [DataContract(Name = "ExecuteMultipleResponseItem", Namespace = "http://schemas.microsoft.com/xrm/2012/Contracts")]
    public sealed class ExecuteMultipleResponseItem : IExtensibleDataObject
    {
        [DataMember]
        public int RequestIndex { get; set; }

        [DataMember]
        public OrganizationResponse Response { get; set; }

        [DataMember]
        public OrganizationServiceFault Fault { get; set; }

        public ExtensionDataObject ExtensionData { get; set; }
    }
}
