using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata
{
    [DataContract(Name = "AttributeRequiredLevelManagedProperty", Namespace = Wire.Metadata)]
    public sealed class AttributeRequiredLevelManagedProperty : ManagedProperty<AttributeRequiredLevel>
    {
        public AttributeRequiredLevelManagedProperty(AttributeRequiredLevel value)
        {
            Value = value;
        }
    }
}
