using System;
using System.Collections.Generic;
using smSys.Messaging.Text.Folding;

namespace smSys.Messaging.Consent;

/// <summary>
/// The columns of an old list of opt-outs, by the names in its first line: number (phone, mobile, شماره, موبایل), state (وضعیت),
/// class (دسته), date (تاریخ), proof (text, متن, توضیح). Without such a line the first column is the number.
/// </summary>
public sealed class ConsentListHeader
{
    private static readonly Dictionary<string, string> _names = new(StringComparer.Ordinal)
    {
        ["number"] = "number", ["phone"] = "number", ["phonenumber"] = "number", ["mobile"] = "number", ["mobilephone"] = "number",
        ["شماره"] = "number", ["موبایل"] = "number", ["همراه"] = "number", ["تلفن"] = "number", ["شمارههمراه"] = "number",
        ["state"] = "state", ["status"] = "state", ["consent"] = "state", ["وضعیت"] = "state",
        ["class"] = "class", ["messageclass"] = "class", ["دسته"] = "class", ["نوع"] = "class",
        ["date"] = "date", ["on"] = "date", ["changedon"] = "date", ["تاریخ"] = "date",
        ["proof"] = "proof", ["text"] = "proof", ["note"] = "proof", ["متن"] = "proof", ["توضیح"] = "proof", ["مدرک"] = "proof",
    };

    private readonly Dictionary<string, int> _places;

    private ConsentListHeader(Dictionary<string, int> places) => _places = places;

    /// <summary>Reads the first line; null when it is none.</summary>
    public static ConsentListHeader? Read(IReadOnlyList<string> fields)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < fields.Count; i++)
        {
            if (_names.TryGetValue(TextFold.Fold(fields[i], FoldMode.LettersAndDigits), out var name) && !places.ContainsKey(name))
            {
                places.Add(name, i);
            }
        }

        return places.ContainsKey("number") ? new ConsentListHeader(places) : null;
    }

    /// <summary>The number alone, in the first column.</summary>
    public static ConsentListHeader NumberOnly { get; } = new(new Dictionary<string, int>(StringComparer.Ordinal) { ["number"] = 0 });

    /// <summary>A column of a line; empty when the list has no such column.</summary>
    public string Of(string name, IReadOnlyList<string> fields) =>
        _places.TryGetValue(name, out var place) && place < fields.Count ? fields[place].Trim() : string.Empty;
}
