using System.Collections.Generic;

namespace smSys.Messaging.Templates;

/// <summary>A template that was read without a problem. Immutable; one serves any number of recipients.</summary>
public sealed class Template
{
    internal Template(string source, IReadOnlyList<TemplateNode> nodes)
    {
        Source = source;
        Nodes = nodes;
        var paths = new List<TemplatePath>();
        Collect(nodes, paths, new HashSet<TemplatePath>());
        RequiredPaths = paths;
    }

    /// <summary>As it was written.</summary>
    public string Source { get; }

    /// <summary>Its pieces in order.</summary>
    public IReadOnlyList<TemplateNode> Nodes { get; }

    /// <summary>Every path that rendering may ask for, each once, in the order of first use; to be compiled to queries.</summary>
    public IReadOnlyList<TemplatePath> RequiredPaths { get; }

    private static void Collect(IReadOnlyList<TemplateNode> nodes, List<TemplatePath> paths, HashSet<TemplatePath> seen)
    {
        foreach (var node in nodes)
        {
            var path = node switch
            {
                ValueNode value => value.Path,
                ConditionNode condition => condition.Condition.Path,
                _ => null,
            };
            if (path is not null && seen.Add(path))
            {
                paths.Add(path);
            }

            if (node is ConditionNode branches)
            {
                Collect(branches.Then, paths, seen);
                Collect(branches.Otherwise, paths, seen);
            }
        }
    }
}
