using System;
using System.Collections.Generic;

namespace smSys.Providers.Generic.Definitions;

/// <summary>What a value of a definition is.</summary>
internal enum DefinitionKind
{
    Object,
    Array,
    Text,
    Number,
    Truth,
    Null,
}

/// <summary>A value of a definition, with its kind and where it stands.</summary>
internal sealed class DefinitionNode
{
    private readonly List<DefinitionNode> _children = [];

    public DefinitionNode(string name, string path, DefinitionKind kind)
    {
        Name = name;
        Path = path;
        Kind = kind;
    }

    public string Name { get; }

    /// <summary>For example <c>send.headers.X-Api-Key</c>; of the whole definition empty.</summary>
    public string Path { get; }

    public DefinitionKind Kind { get; }

    /// <summary>A text unquoted, a number or truth value as written.</summary>
    public string Text { get; set; } = string.Empty;

    public IReadOnlyList<DefinitionNode> Children => _children;

    public DefinitionNode? this[string name]
    {
        get
        {
            foreach (DefinitionNode child in _children)
            {
                if (string.Equals(child.Name, name, StringComparison.Ordinal))
                {
                    return child;
                }
            }

            return null;
        }
    }

    public void Add(DefinitionNode child) => _children.Add(child);
}
