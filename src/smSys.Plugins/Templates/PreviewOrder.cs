using System;
using System.Text;
using smSys.Crm.Sentences;
using smSys.Providers.Wire;

namespace smSys.Plugins.Templates;

/// <summary>
/// What somebody wants to see before it is sent: a template or a text, and the record it would go to. The input of a process of
/// kind Preview, in JSON: <c>{"template":"id", "text":"…", "table":"contact", "record":"id"}</c>; a text comes before the template's own.
/// </summary>
public sealed class PreviewOrder
{
    private PreviewOrder(Guid? template, string? text, string table, Guid record)
    {
        Template = template;
        Text = text;
        Table = table;
        Record = record;
    }

    /// <summary>Of the template; null when there is only a text.</summary>
    public Guid? Template { get; }

    /// <summary>As typed; null when only the template counts.</summary>
    public string? Text { get; }

    /// <summary>Of the recipient.</summary>
    public string Table { get; }

    /// <summary>Of the recipient.</summary>
    public Guid Record { get; }

    /// <summary>Reads the input.</summary>
    /// <exception cref="RefusalException">It is no such JSON, or names no record.</exception>
    public static PreviewOrder Read(string? input)
    {
        var root = JsonText.Read(Encoding.UTF8.GetBytes(input ?? string.Empty));
        var text = root?.TextOf("text");
        var template = Guid.TryParse(root?.TextOf("template"), out var id) ? id : (Guid?)null;
        var table = root?.TextOf("table")?.Trim().ToLowerInvariant();
        if (string.IsNullOrEmpty(table) || !Guid.TryParse(root?.TextOf("record"), out var record)
            || (template is null && string.IsNullOrWhiteSpace(text)))
        {
            throw new RefusalException(
                "preview-input",
                "A preview needs a template or a text, and the table and id of the record it is for.",
                "پیش‌نمایش به یک الگو یا متن، و جدول و شناسهٔ رکوردی که برای آن است نیاز دارد.");
        }

        return new PreviewOrder(template, string.IsNullOrWhiteSpace(text) ? null : text, table!, record);
    }
}
