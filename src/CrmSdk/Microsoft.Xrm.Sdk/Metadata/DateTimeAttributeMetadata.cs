using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata
{
    [DataContract(Name = "DateTimeAttributeMetadata", Namespace = Wire.Metadata)]
    public sealed class DateTimeAttributeMetadata : AttributeMetadata
    {
        public DateTimeAttributeMetadata()
            : base(AttributeTypeCode.DateTime, null)
        {
        }

        public DateTimeAttributeMetadata(DateTimeFormat? format)
            : base(AttributeTypeCode.DateTime, null)
        {
            Format = format;
        }

        public DateTimeAttributeMetadata(DateTimeFormat? format, string schemaName)
            : base(AttributeTypeCode.DateTime, schemaName)
        {
            Format = format;
        }

        [DataMember]
        public BooleanManagedProperty CanChangeDateTimeBehavior { get; set; }

        [DataMember]
        public DateTimeBehavior DateTimeBehavior { get; set; }

        [DataMember]
        public DateTimeFormat? Format { get; set; }

        [DataMember]
        public string FormulaDefinition { get; set; }

        [DataMember]
        public ImeMode? ImeMode { get; set; }

        [DataMember]
        public int? SourceTypeMask { get; internal set; }
    }
}
