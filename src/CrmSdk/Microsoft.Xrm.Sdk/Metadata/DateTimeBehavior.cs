using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata
{
    [DataContract(Name = "DateTimeBehavior", Namespace = Wire.Metadata)]
    public sealed class DateTimeBehavior : ConstantsBase<string>
    {
        public static readonly DateTimeBehavior UserLocal = Add<DateTimeBehavior>("UserLocal");

        public static readonly DateTimeBehavior DateOnly = Add<DateTimeBehavior>("DateOnly");

        public static readonly DateTimeBehavior TimeZoneIndependent = Add<DateTimeBehavior>("TimeZoneIndependent");

        public static implicit operator DateTimeBehavior(string value)
        {
            return value == null ? null : new DateTimeBehavior { Value = value };
        }

        public static bool operator ==(DateTimeBehavior left, DateTimeBehavior right)
        {
            return ReferenceEquals(left, right) || !ReferenceEquals(left, null) && left.Equals(right);
        }

        public static bool operator !=(DateTimeBehavior left, DateTimeBehavior right)
        {
            return !(left == right);
        }

        public override bool Equals(object obj)
        {
            var other = obj as DateTimeBehavior;
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
