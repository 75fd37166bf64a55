using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata
{
    [DataContract(Name = "StringFormatName", Namespace = Wire.Metadata)]
    public sealed class StringFormatName : ConstantsBase<string>
    {
        public static readonly StringFormatName Email = Add<StringFormatName>("Email");

        public static readonly StringFormatName Phone = Add<StringFormatName>("Phone");

        public static readonly StringFormatName PhoneticGuide = Add<StringFormatName>("PhoneticGuide");

        public static readonly StringFormatName Text = Add<StringFormatName>("Text");

        public static readonly StringFormatName TextArea = Add<StringFormatName>("TextArea");

        public static readonly StringFormatName TickerSymbol = Add<StringFormatName>("TickerSymbol");

        public static readonly StringFormatName Url = Add<StringFormatName>("Url");

        public static readonly StringFormatName VersionNumber = Add<StringFormatName>("VersionNumber");

        public static implicit operator StringFormatName(string value)
        {
            return value == null ? null : new StringFormatName { Value = value };
        }

        public static bool operator ==(StringFormatName left, StringFormatName right)
        {
            return ReferenceEquals(left, right) || !ReferenceEquals(left, null) && left.Equals(right);
        }

        public static bool operator !=(StringFormatName left, StringFormatName right)
        {
            return !(left == right);
        }

        public override bool Equals(object obj)
        {
            var other = obj as StringFormatName;
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
