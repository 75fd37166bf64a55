using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata
{
    [DataContract(Name = "AssociatedMenuConfiguration", Namespace = Wire.Metadata)]
    public sealed class AssociatedMenuConfiguration : IExtensibleDataObject
    {
        public AssociatedMenuConfiguration()
        {
        }

        [DataMember]
        public bool AvailableOffline { get; internal set; }

        [DataMember]
        public AssociatedMenuBehavior? Behavior { get; set; }

        public ExtensionDataObject ExtensionData { get; set; }

        [DataMember]
        public AssociatedMenuGroup? Group { get; set; }

        [DataMember]
        public string Icon { get; internal set; }

        [DataMember]
        public bool IsCustomizable { get; internal set; }

        [DataMember]
        public Label Label { get; set; }

        [DataMember]
        public string MenuId { get; internal set; }

        [DataMember]
        public int? Order { get; set; }

        [DataMember]
        public string QueryApi { get; internal set; }

        [DataMember]
        public Guid ViewId { get; internal set; }
    }
}
