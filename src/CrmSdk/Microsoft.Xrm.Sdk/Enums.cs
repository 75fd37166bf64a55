using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk
{
    [DataContract(Name = "EntityState", Namespace = Wire.Contracts)]
    public enum EntityState
    {
        [EnumMember]
        Unchanged = 0,
        [EnumMember]
        Created = 1,
        [EnumMember]
        Changed = 2,
    }

    [DataContract(Name = "EntityRole", Namespace = Wire.Contracts)]
    public enum EntityRole
    {
        [EnumMember]
        Referencing = 0,
        [EnumMember]
        Referenced = 1,
    }

    [DataContract(Name = "ConcurrencyBehavior", Namespace = Wire.Contracts)]
    public enum ConcurrencyBehavior
    {
        [EnumMember]
        Default = 0,
        [EnumMember]
        IfRowVersionMatches = 1,
        [EnumMember]
        AlwaysOverwrite = 2,
    }

    [DataContract(Name = "OperationStatus", Namespace = Wire.Contracts)]
    public enum OperationStatus
    {
        [EnumMember]
        Failed = 0,
        [EnumMember]
        Canceled = 1,
        [EnumMember]
        Retry = 2,
        [EnumMember]
        Suspended = 3,
        [EnumMember]
        Succeeded = 4,
    }
}
