using System;
using System.Collections.Generic;
using System.Globalization;

namespace smSys.Providers.Wire;

/// <summary>
/// A value of an answer, JSON or XML alike: a name, a text, children. Names are compared without case and, in XML, without
/// namespace, because providers differ from their own documents in both.
/// </summary>
public sealed class WireNode
{
    private readonly List<WireNode> _children = [];

    internal WireNode(string name, bool isNull)
    {
        Name = name;
        IsNull = isNull;
    }

    /// <summary>Property or element name; of an array's element whatever the format gives.</summary>
    public string Name { get; }

    /// <summary>JSON null, or XML nil.</summary>
    public bool IsNull { get; }

    /// <summary>The text of a leaf; of a parent the text between its children.</summary>
    public string Text { get; internal set; } = string.Empty;

    /// <summary>Properties, elements or array items, in order.</summary>
    public IReadOnlyList<WireNode> Children => _children;

    /// <summary>The first child of that name; null when there is none or it is null.</summary>
    public WireNode? this[string name]
    {
        get
        {
            foreach (WireNode child in _children)
            {
                if (string.Equals(child.Name, name, StringComparison.OrdinalIgnoreCase))
                {
                    return child.IsNull ? null : child;
                }
            }

            return null;
        }
    }

    /// <summary>The trimmed text of a child; null when it is missing, null or blank.</summary>
    public string? TextOf(string name)
    {
        string? text = this[name]?.Text.Trim();
        return string.IsNullOrEmpty(text) ? null : text;
    }

    /// <summary>A child as a number; null when it is none.</summary>
    public decimal? NumberOf(string name) =>
        decimal.TryParse(TextOf(name), NumberStyles.Number, CultureInfo.InvariantCulture, out decimal number) ? number : null;

    /// <summary>A child as a truth value: true, 1; anything else is false.</summary>
    public bool IsTrue(string name)
    {
        string? text = TextOf(name);
        return string.Equals(text, "true", StringComparison.OrdinalIgnoreCase) || string.Equals(text, "1", StringComparison.Ordinal);
    }

    /// <summary>All nodes below this one with that name, in document order.</summary>
    public IEnumerable<WireNode> All(string name)
    {
        foreach (WireNode child in _children)
        {
            if (string.Equals(child.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                yield return child;
            }

            foreach (WireNode below in child.All(name))
            {
                yield return below;
            }
        }
    }

    internal void Add(WireNode child) => _children.Add(child);
}
