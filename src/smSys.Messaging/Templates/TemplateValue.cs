using System;
using System.Globalization;

namespace smSys.Messaging.Templates;

/// <summary>A value for a template: text, number, date, or yes and no, and how CRM shows it.</summary>
public sealed class TemplateValue
{
    /// <summary>A value.</summary>
    /// <param name="raw">
    /// A string, an int, long, decimal or double, a bool, or a DateTime in the time zone in which it is to be read.
    /// </param>
    /// <param name="formatted">As CRM shows it to the user (the label of an option, money with its sign); null when it has no such form.</param>
    public TemplateValue(object raw, string? formatted = null)
    {
        Raw = raw ?? throw new ArgumentNullException(nameof(raw));
        Formatted = formatted;
    }

    /// <summary>The value itself.</summary>
    public object Raw { get; }

    /// <summary>As CRM shows it, or null.</summary>
    public string? Formatted { get; }

    /// <summary>As it is put into a text when no filter says otherwise.</summary>
    public string Text => Formatted ?? Plain;

    /// <summary>True when nothing can be seen of it.</summary>
    public bool IsEmpty => (Formatted is not null || Raw is not ValueType) && string.IsNullOrWhiteSpace(Text);

    internal decimal? Number => Raw switch
    {
        decimal number => number,
        int number => number,
        long number => number,
        double number when Math.Abs(number) < 1e27 => (decimal)number,
        _ => null,
    };

    internal string Plain => Raw switch
    {
        string text => text,
        DateTime time => time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => Raw.ToString() ?? string.Empty,
    };
}
