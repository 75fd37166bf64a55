using System.Linq;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Metadata;

namespace Microsoft.Xrm.Sdk
{
    /// <summary>A text in several languages, and the one in the user's.</summary>
    [DataContract(Name = "Label", Namespace = Wire.Contracts)]
    public sealed class Label : IExtensibleDataObject
    {
        private LocalizedLabelCollection labels;

        public Label()
        {
        }

        public Label(string label, int languageCode)
            : this(new LocalizedLabel(label, languageCode), null)
        {
        }

        public Label(LocalizedLabel userLocalizedLabel, LocalizedLabel[] labels)
        {
            UserLocalizedLabel = userLocalizedLabel;
            if (labels != null)
            {
                LocalizedLabels.AddRange(labels);
            }

            if (userLocalizedLabel != null && !LocalizedLabels.Any(one => one.LanguageCode == userLocalizedLabel.LanguageCode))
            {
                LocalizedLabels.Add(userLocalizedLabel);
            }
        }

        [DataMember]
        public LocalizedLabelCollection LocalizedLabels
        {
            get { return labels ?? (labels = new LocalizedLabelCollection()); }
            private set { labels = value; }
        }

        [DataMember]
        public LocalizedLabel UserLocalizedLabel { get; set; }

        public ExtensionDataObject ExtensionData { get; set; }
    }

    [DataContract(Name = "LocalizedLabel", Namespace = Wire.Contracts)]
    public sealed class LocalizedLabel : MetadataBase
    {
        public LocalizedLabel()
        {
        }

        public LocalizedLabel(string label, int languageCode)
        {
            Label = label;
            LanguageCode = languageCode;
        }

        [DataMember]
        public string Label { get; set; }

        [DataMember]
        public int LanguageCode { get; set; }

        [DataMember]
        public bool? IsManaged { get; internal set; }
    }
}
