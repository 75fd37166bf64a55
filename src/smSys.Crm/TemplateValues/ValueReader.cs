using System;
using System.Linq;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Metadata;
using smSys.Messaging.Templates;

namespace smSys.Crm.TemplateValues;

/// <summary>
/// Reads values out of rows as a recipient reads them: labels of options in the template's language, moments by the clock in
/// Iran, days as they are.
/// </summary>
public sealed class ValueReader
{
    private readonly TableShapes _shapes;
    private readonly int _language;

    /// <summary>A reader.</summary>
    /// <param name="shapes">Asked only where a value is an option or a time.</param>
    /// <param name="language">Of labels: 1065, 1033; 0: that of the user who reads.</param>
    public ValueReader(TableShapes shapes, int language = 0)
    {
        _shapes = shapes;
        _language = language;
    }

    /// <summary>The value of a column of a row, or of a joined table (<c>alias.column</c>); null when it is empty.</summary>
    public TemplateValue? Read(Entity row, string source)
    {
        if (!row.Attributes.TryGetValue(source, out var held))
        {
            return null;
        }

        var aliased = held as AliasedValue;
        var raw = aliased is null ? held : aliased.Value;
        if (raw is string text)
        {
            return new TemplateValue(text);
        }

        return raw is DateTime time
            ? new TemplateValue(ShapeOf(row, aliased, source).Shown(time))
            : Shown(row, aliased, source, raw);
    }

    private TemplateValue? Shown(Entity row, AliasedValue? aliased, string source, object? raw)
    {
        var formatted = row.FormattedValues.TryGetValue(source, out var shown) ? shown : null;
        ColumnShape Shape() => ShapeOf(row, aliased, source);
        return raw switch
        {
            EntityReference reference => string.IsNullOrEmpty(reference.Name) ? null : new TemplateValue(reference.Name),
            OptionSetValue option => new TemplateValue(option.Value, Label(Shape, option.Value) ?? formatted),
            OptionSetValueCollection options => Labels(Shape, options, formatted),
            bool yes => new TemplateValue(yes, Label(Shape, yes ? 1 : 0) ?? formatted),
            Money money => new TemplateValue(money.Value, formatted),
            Guid id => new TemplateValue(id.ToString("D")),
            int or long or decimal or double => new TemplateValue(raw),
            _ => null,
        };
    }

    private ColumnShape ShapeOf(Entity row, AliasedValue? aliased, string source) =>
        _shapes.Of(aliased?.EntityLogicalName ?? row.LogicalName).Shapes[aliased?.AttributeLogicalName ?? source];

    private string? Label(Func<ColumnShape> shape, int value) => _language == 0 ? null : shape().LabelOf(value, _language);

    private TemplateValue? Labels(Func<ColumnShape> shape, OptionSetValueCollection options, string? formatted)
    {
        var labels = options.Select(option => Label(shape, option.Value)).ToArray();
        var text = labels.Length > 0 && labels.All(label => label is not null)
            ? string.Join(_language == 1065 ? "، " : ", ", labels)
            : formatted;
        return string.IsNullOrEmpty(text) ? null : new TemplateValue(text!);
    }
}
