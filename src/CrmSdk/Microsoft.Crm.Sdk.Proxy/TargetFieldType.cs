using System.Runtime.Serialization;

namespace Microsoft.Crm.Sdk.Messages
{
    [DataContract(Name = "TargetFieldType", Namespace = Wire.Contracts)]
    public enum TargetFieldType
    {
        [EnumMember]
        All = 0,
        [EnumMember]
        ValidForCreate = 1,
        [EnumMember]
        ValidForUpdate = 2,
        [EnumMember]
        ValidForRead = 3,
    }
}
