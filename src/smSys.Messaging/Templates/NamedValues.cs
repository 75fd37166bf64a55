using System;
using System.Collections.Generic;

namespace smSys.Messaging.Templates;

/// <summary>Values by the text of their path, for what is known without asking CRM: the places of a keyword, a case number, a preview.</summary>
public sealed class NamedValues : ITemplateValues
{
    private readonly Dictionary<string, TemplateValue> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly ITemplateValues? _others;

    /// <summary>No values of its own yet.</summary>
    /// <param name="others">Asked for what is not here.</param>
    public NamedValues(ITemplateValues? others = null) => _others = others;

    /// <summary>Adds or replaces a value; null removes it.</summary>
    public NamedValues With(string path, object? raw, string? formatted = null)
    {
        _values.Remove(path);
        if (raw is not null)
        {
            _values.Add(path, new TemplateValue(raw, formatted));
        }

        return this;
    }

    /// <inheritdoc/>
    public TemplateValue? Find(TemplatePath path) => _values.TryGetValue(path.Text, out var value) ? value : _others?.Find(path);
}
