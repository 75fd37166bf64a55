using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk
{
    [DataContract(Name = "EntityKeyIndexStatus", Namespace = Wire.Metadata)]
    public enum EntityKeyIndexStatus
    {
        [EnumMember]
        Pending = 0,
        [EnumMember]
        InProgress = 1,
        [EnumMember]
        Active = 2,
        [EnumMember]
        Failed = 3,
    }
}
