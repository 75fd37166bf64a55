using System.Runtime.Serialization;

namespace Microsoft.Crm.Sdk.Messages
{
    [DataContract(Name = "PrivilegeDepth", Namespace = Wire.Contracts)]
    public enum PrivilegeDepth
    {
        [EnumMember]
        Basic = 0,
        [EnumMember]
        Local = 1,
        [EnumMember]
        Deep = 2,
        [EnumMember]
        Global = 3,
    }
}
