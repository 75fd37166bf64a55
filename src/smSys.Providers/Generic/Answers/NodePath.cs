using System;
using System.Collections.Generic;
using System.Linq;
using smSys.Providers.Wire;

namespace smSys.Providers.Generic.Answers;

/// <summary>A path into a JSON or XML answer. Names are compared without case and without namespace, as everywhere in answers.</summary>
internal sealed class NodePath
{
    private readonly IReadOnlyList<PathStep> _steps;

    /// <param name="isJson">JSON, else XML.</param>
    /// <param name="fromRow">It begins at the row, not at the answer's root.</param>
    /// <param name="steps">From there.</param>
    public NodePath(bool isJson, bool fromRow, IReadOnlyList<PathStep> steps)
    {
        IsJson = isJson;
        FromRow = fromRow;
        _steps = steps;
    }

    public bool IsJson { get; }

    public bool FromRow { get; }

    /// <summary>It may lead to several nodes that stand side by side, and one can tell whether what holds them is there.</summary>
    public bool NamesContainer => _steps.Count > 0 && _steps[_steps.Count - 1].Move is PathMove.Child or PathMove.Items
        && _steps.All(step => step.Move != PathMove.Below) && (IsJson || _steps.Count > 1);

    /// <summary>It ends in [*].</summary>
    public bool EndsInItems => _steps.Count > 0 && _steps[_steps.Count - 1].Move == PathMove.Items;

    /// <summary>The nodes it leads to.</summary>
    public IReadOnlyList<WireNode> Find(WireNode? root, WireNode? row) => Walk(root, row, _steps.Count);

    /// <summary>What holds the nodes it leads to: the array, or the parent element. Null when that is not there.</summary>
    public WireNode? Container(WireNode? root, WireNode? row)
    {
        IReadOnlyList<WireNode> found = NamesContainer ? Walk(root, row, _steps.Count - 1) : [];
        WireNode? container = found.Count > 0 ? found[0] : null;
        return container is not null && EndsInItems && !IsArray(container) ? null : container;
    }

    private IReadOnlyList<WireNode> Walk(WireNode? root, WireNode? row, int steps)
    {
        WireNode? start = FromRow ? row : root;
        IEnumerable<WireNode> found = start is null ? [] : [start];
        for (int i = 0; i < steps; i++)
        {
            PathStep step = _steps[i];
            bool names = i == 0 && !FromRow && !IsJson;
            found = found.SelectMany(node => Step(node, step, names)).ToList();
        }

        return found.ToList();
    }

    private static IEnumerable<WireNode> Step(WireNode node, PathStep step, bool namesItself)
    {
        switch (step.Move)
        {
            case PathMove.Item:
                return node.Children.Skip(step.Position).Take(1);
            case PathMove.Items:
                return IsArray(node) ? node.Children : [];
            case PathMove.Below:
                return namesItself && IsNamed(node, step.Name) ? node.All(step.Name).Concat([node]) : node.All(step.Name);
            default:
                IEnumerable<WireNode> candidates = namesItself ? [node] : node.Children;
                IEnumerable<WireNode> named = candidates.Where(child => IsNamed(child, step.Name));
                return step.Position > 0 ? named.Skip(step.Position - 1).Take(1) : named;
        }
    }

    private static bool IsNamed(WireNode node, string name) => !node.IsNull && string.Equals(node.Name, name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The reader names every item of a JSON array "item"; a text is no array.</summary>
    private static bool IsArray(WireNode node) =>
        !node.IsNull && node.Text.Trim().Length == 0 && node.Children.All(child => string.Equals(child.Name, "item", StringComparison.Ordinal));
}
