using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Metadata;
using smSys.Crm.Sentences;
using smSys.Messaging.Periods;
using smSys.Messaging.Text.Folding;

namespace smSys.Crm.Metadata;

/// <summary>
/// Turns texts into what a column of a table holds: text (cut to its length), numbers in any digits, dates of either calendar,
/// yes and no, options by number or by their label in any language.
/// </summary>
public sealed class TypedColumns
{
    private readonly string _table;
    private readonly Dictionary<string, AttributeMetadata> _columns;

    /// <summary>The columns of a table that exists; one question.</summary>
    public TypedColumns(IOrganizationService service, string table)
    {
        _table = table;
        var request = new RetrieveEntityRequest { LogicalName = table, EntityFilters = EntityFilters.Attributes };
        _columns = ((RetrieveEntityResponse)service.Execute(request)).EntityMetadata.Attributes.ToDictionary(column => column.LogicalName, StringComparer.Ordinal);
    }

    /// <summary>The value of a column; null empties it.</summary>
    /// <exception cref="RefusalException">There is no such column, or the text is nothing it can hold.</exception>
    public object? Value(string column, string text)
    {
        var name = column.Trim().ToLowerInvariant();
        if (!_columns.TryGetValue(name, out var metadata))
        {
            throw new RefusalException(
                "column-name",
                "The table " + _table + " has no column " + name + "; correct it in the keyword's action.",
                "جدول " + _table + " فیلد " + name + " ندارد؛ آن را در اقدام کلیدواژه درست کنید.");
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        return Of(metadata, text.Trim()) ?? throw new RefusalException(
            "column-value",
            "\"" + (text.Length > 50 ? text.Substring(0, 50) : text) + "\" is no value for the column " + name + ".",
            "«" + (text.Length > 50 ? text.Substring(0, 50) : text) + "» برای فیلد " + name + " مقدار درستی نیست.");
    }

    private static object? Of(AttributeMetadata column, string text)
    {
        switch (column)
        {
            case StringAttributeMetadata words:
                return Cut(text, words.MaxLength);
            case MemoAttributeMetadata memo:
                return Cut(text, memo.MaxLength);
            case IntegerAttributeMetadata:
                return Number(text) is { } whole && decimal.Truncate(whole) == whole && Math.Abs(whole) <= int.MaxValue ? (int)whole : null;
            case DecimalAttributeMetadata:
                return Number(text);
            case DoubleAttributeMetadata:
                return Number(text) is { } real ? (double)real : null;
            case MoneyAttributeMetadata:
                return Number(text) is { } amount ? new Money(amount) : null;
            case DateTimeAttributeMetadata date:
                return Date(date, text);
            case BooleanAttributeMetadata choice:
                return Bool(choice, text);
            case EnumAttributeMetadata options and not StateAttributeMetadata and not StatusAttributeMetadata:
                return Option(options.OptionSet.Options, text) is { } value ? new OptionSetValue(value) : null;
            default:
                return null;
        }
    }

    private static string Cut(string text, int? most) => most is { } length && text.Length > length ? text.Substring(0, length) : text;

    private static decimal? Number(string text)
    {
        var plain = TextFold.Fold(text).Replace(",", string.Empty).Replace("٬", string.Empty).Replace('٫', '.').Replace(" ", string.Empty);
        return decimal.TryParse(plain, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    // A day without a time zone is the day itself; otherwise it begins at midnight in Iran.
    private static object? Date(DateTimeAttributeMetadata column, string text)
    {
        if (CalendarDay.Read(text) is not { } day)
        {
            return null;
        }

        return column.Format == DateTimeFormat.DateOnly
            ? DateTime.SpecifyKind(day, DateTimeKind.Utc)
            : DateTime.SpecifyKind(day - CalendarDay.Tehran, DateTimeKind.Utc);
    }

    private static object? Bool(BooleanAttributeMetadata column, string text)
    {
        var folded = TextFold.Fold(text, FoldMode.LettersAndDigits);
        if (folded is "1" or "true" or "yes" || folded == TextFold.Fold("بله") || Is(column.OptionSet?.TrueOption, folded))
        {
            return true;
        }

        return folded is "0" or "false" or "no" || folded == TextFold.Fold("خیر") || Is(column.OptionSet?.FalseOption, folded) ? false : null;
    }

    private static int? Option(IEnumerable<OptionMetadata> options, string text)
    {
        var folded = TextFold.Fold(text, FoldMode.LettersAndDigits);
        var known = options.ToArray();
        return known.FirstOrDefault(option => Is(option, folded))?.Value
            ?? (int.TryParse(folded, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && known.Any(option => option.Value == number) ? number : null);
    }

    private static bool Is(OptionMetadata? option, string folded) =>
        option?.Label is { } label
        && label.LocalizedLabels.Select(text => text.Label).Concat([label.UserLocalizedLabel?.Label])
            .Any(text => text is not null && string.Equals(TextFold.Fold(text, FoldMode.LettersAndDigits), folded, StringComparison.Ordinal));
}
