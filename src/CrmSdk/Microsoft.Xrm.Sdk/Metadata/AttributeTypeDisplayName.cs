using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata
{
    [DataContract(Name = "AttributeTypeDisplayName", Namespace = Wire.Metadata)]
    public sealed class AttributeTypeDisplayName : ConstantsBase<string>
    {
        public static readonly AttributeTypeDisplayName BigIntType = Add<AttributeTypeDisplayName>("BigIntType");

        public static readonly AttributeTypeDisplayName BooleanType = Add<AttributeTypeDisplayName>("BooleanType");

        public static readonly AttributeTypeDisplayName CalendarRulesType = Add<AttributeTypeDisplayName>("CalendarRulesType");

        public static readonly AttributeTypeDisplayName CustomerType = Add<AttributeTypeDisplayName>("CustomerType");

        public static readonly AttributeTypeDisplayName DateTimeType = Add<AttributeTypeDisplayName>("DateTimeType");

        public static readonly AttributeTypeDisplayName DecimalType = Add<AttributeTypeDisplayName>("DecimalType");

        public static readonly AttributeTypeDisplayName DoubleType = Add<AttributeTypeDisplayName>("DoubleType");

        public static readonly AttributeTypeDisplayName EntityNameType = Add<AttributeTypeDisplayName>("EntityNameType");

        public static readonly AttributeTypeDisplayName ImageType = Add<AttributeTypeDisplayName>("ImageType");

        public static readonly AttributeTypeDisplayName IntegerType = Add<AttributeTypeDisplayName>("IntegerType");

        public static readonly AttributeTypeDisplayName LookupType = Add<AttributeTypeDisplayName>("LookupType");

        public static readonly AttributeTypeDisplayName ManagedPropertyType = Add<AttributeTypeDisplayName>("ManagedPropertyType");

        public static readonly AttributeTypeDisplayName MemoType = Add<AttributeTypeDisplayName>("MemoType");

        public static readonly AttributeTypeDisplayName MoneyType = Add<AttributeTypeDisplayName>("MoneyType");

        public static readonly AttributeTypeDisplayName MultiSelectPicklistType = Add<AttributeTypeDisplayName>("MultiSelectPicklistType");

        public static readonly AttributeTypeDisplayName OwnerType = Add<AttributeTypeDisplayName>("OwnerType");

        public static readonly AttributeTypeDisplayName PartyListType = Add<AttributeTypeDisplayName>("PartyListType");

        public static readonly AttributeTypeDisplayName PicklistType = Add<AttributeTypeDisplayName>("PicklistType");

        public static readonly AttributeTypeDisplayName StateType = Add<AttributeTypeDisplayName>("StateType");

        public static readonly AttributeTypeDisplayName StatusType = Add<AttributeTypeDisplayName>("StatusType");

        public static readonly AttributeTypeDisplayName StringType = Add<AttributeTypeDisplayName>("StringType");

        public static readonly AttributeTypeDisplayName UniqueidentifierType = Add<AttributeTypeDisplayName>("UniqueidentifierType");

        public static readonly AttributeTypeDisplayName VirtualType = Add<AttributeTypeDisplayName>("VirtualType");

        public static implicit operator AttributeTypeDisplayName(string value)
        {
            return value == null ? null : new AttributeTypeDisplayName { Value = value };
        }

        public static bool operator ==(AttributeTypeDisplayName left, AttributeTypeDisplayName right)
        {
            return ReferenceEquals(left, right) || !ReferenceEquals(left, null) && left.Equals(right);
        }

        public static bool operator !=(AttributeTypeDisplayName left, AttributeTypeDisplayName right)
        {
            return !(left == right);
        }

        public override bool Equals(object obj)
        {
            var other = obj as AttributeTypeDisplayName;
            return !ReferenceEquals(other, null) && string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);
        }

        public override int GetHashCode()
        {
            return Value == null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(Value);
        }

        protected override bool ValueExistsInList(string value)
        {
            return ValidValues.Contains(value);
        }
    }
}
