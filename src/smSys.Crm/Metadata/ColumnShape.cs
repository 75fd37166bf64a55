using System;
using System.Globalization;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Metadata;
using smSys.Messaging.Text.Folding;
using smSys.Messaging.Times;

namespace smSys.Crm.Metadata;

/// <summary>What a column holds, and how its values are read and written.</summary>
public sealed class ColumnShape
{
    private readonly AttributeMetadata _metadata;

    /// <summary>From what the organisation says about it.</summary>
    public ColumnShape(AttributeMetadata metadata) => _metadata = metadata;

    /// <summary>The label of an option, or of yes and no (1 and 0), in a language; null when the organisation has none in it.</summary>
    /// <param name="value">The option's number.</param>
    /// <param name="language">1065, 1033.</param>
    public string? LabelOf(int value, int language) => OptionOf(value)?.Label?.LocalizedLabels
        .FirstOrDefault(label => label.LanguageCode == language && !string.IsNullOrEmpty(label.Label))?.Label;

    /// <summary>A stored time as the recipient reads it: a day stays the day it is, a moment is shown by the clock in Iran.</summary>
    public DateTime Shown(DateTime stored)
    {
        if (_metadata is not DateTimeAttributeMetadata column)
        {
            return ZoneTable.Tehran.ToLocal(stored);
        }

        var isZoned = column.DateTimeBehavior?.Value is null or "UserLocal";
        var shown = isZoned ? ZoneTable.Tehran.ToLocal(stored) : stored;
        return column.Format == DateTimeFormat.DateOnly ? shown.Date : shown;
    }

    /// <summary>
    /// What somebody wrote in a condition, as the column holds it: a number, yes or no as 1 and 0 or by their labels, an option by
    /// number or by its label in any language, a date as yyyy-MM-dd. What it cannot hold stays text, which matches nothing.
    /// </summary>
    public object Operand(string written)
    {
        switch (_metadata)
        {
            case BooleanAttributeMetadata when written is "0" or "1":
                return written == "1";
            case BooleanAttributeMetadata when Option(written) is { } value:
                return value != 0;
            case EnumAttributeMetadata when Option(written) is { } value:
                return value;
            case IntegerAttributeMetadata when int.TryParse(written, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole):
                return whole;
            case DecimalAttributeMetadata or MoneyAttributeMetadata
                when decimal.TryParse(written, NumberStyles.Number, CultureInfo.InvariantCulture, out var number):
                return number;
            case DoubleAttributeMetadata when double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var real):
                return real;
            case DateTimeAttributeMetadata
                when DateTime.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var time):
                return time;
            case LookupAttributeMetadata or UniqueIdentifierAttributeMetadata when Guid.TryParse(written, out var id):
                return id;
            default:
                return written;
        }
    }

    /// <summary>True when a condition can compare the column with what was written.</summary>
    public bool Takes(string written) =>
        _metadata is StringAttributeMetadata or MemoAttributeMetadata || Operand(written) is not string;

    private int? Option(string written)
    {
        var folded = TextFold.Fold(written);
        foreach (var option in Options())
        {
            var names = option.Label?.LocalizedLabels.Select(label => label.Label) ?? [];
            if (option.Value is { } value
                && (value.ToString(CultureInfo.InvariantCulture) == folded || names.Any(name => name is not null && TextFold.Fold(name) == folded)))
            {
                return value;
            }
        }

        return null;
    }

    private OptionMetadata? OptionOf(int value) => _metadata is BooleanAttributeMetadata { OptionSet: { } flags }
        ? value == 0 ? flags.FalseOption : flags.TrueOption
        : Options().FirstOrDefault(option => option.Value == value);

    private OptionMetadata[] Options() => _metadata switch
    {
        EnumAttributeMetadata choice => choice.OptionSet?.Options.ToArray() ?? [],
        BooleanAttributeMetadata { OptionSet: { } flags } => [.. new[] { flags.TrueOption, flags.FalseOption }.Where(option => option is not null)],
        _ => [],
    };
}
