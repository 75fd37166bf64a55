using System.Runtime.Serialization;

namespace Microsoft.Crm.Sdk.Messages
{
    [DataContract(Name = "PropagationOwnershipOptions", Namespace = Wire.Contracts)]
    public enum PropagationOwnershipOptions
    {
        [EnumMember]
        None = 0,
        [EnumMember]
        Caller = 1,
        [EnumMember]
        ListMemberOwner = 2,
    }
}
