using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages
{
    /// <summary>Who may do what with a row.</summary>
    [DataContract(Name = "PrincipalAccess", Namespace = Wire.Contracts)]
    public sealed class PrincipalAccess : IExtensibleDataObject
    {
        [DataMember]
        public AccessRights AccessMask { get; set; }

        [DataMember]
        public EntityReference Principal { get; set; }

        public ExtensionDataObject ExtensionData { get; set; }
    }

    /// <summary>A privilege and how far it reaches.</summary>
    [DataContract(Name = "RolePrivilege", Namespace = Wire.Contracts)]
    public sealed class RolePrivilege : IExtensibleDataObject
    {
        public RolePrivilege()
        {
        }

        public RolePrivilege(int depth, Guid privilegeId)
            : this(depth, privilegeId, Guid.Empty)
        {
        }

        public RolePrivilege(int depth, Guid privilegeId, Guid businessId)
            : this((PrivilegeDepth)depth, privilegeId, businessId)
        {
        }

        public RolePrivilege(PrivilegeDepth depth, Guid privilegeId, Guid businessId)
        {
            Depth = depth;
            PrivilegeId = privilegeId;
            BusinessUnitId = businessId;
        }

        [DataMember]
        public PrivilegeDepth Depth { get; set; }

        [DataMember]
        public Guid PrivilegeId { get; set; }

        [DataMember]
        public Guid BusinessUnitId { get; set; }

        public ExtensionDataObject ExtensionData { get; set; }
    }

    [CollectionDataContract(Name = "InputArgument", Namespace = Wire.Contracts)]
    [KnownType(typeof(Entity))]
    [KnownType(typeof(EntityReference))]
    [KnownType(typeof(OptionSetValue))]
    [KnownType(typeof(Money))]
    public sealed class InputArgument : DataCollection<string, object>
    {
    }

    /// <summary>What a workflow is started with.</summary>
    [DataContract(Name = "InputArgumentCollection", Namespace = Wire.Contracts)]
    public sealed class InputArgumentCollection : IExtensibleDataObject
    {
        private InputArgument arguments;

        [DataMember]
        public InputArgument Arguments
        {
            get { return arguments ?? (arguments = new InputArgument()); }
            set { arguments = value; }
        }

        public int Count
        {
            get { return Arguments.Count; }
        }

        public ExtensionDataObject ExtensionData { get; set; }

        public object this[string key]
        {
            get { return Arguments[key]; }
            set { Arguments[key] = value; }
        }

        public void Add(string key, object value)
        {
            Arguments.Add(key, value);
        }

        public bool ContainsKey(string key)
        {
            return Arguments.ContainsKey(key);
        }
    }
}
