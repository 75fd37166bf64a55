using System;
using System.Collections.Generic;
using System.Linq;
using smSys.Messaging.Text;

namespace smSys.Messaging.Templates;

/// <summary>Puts values into a template. Values are text: braces in them mean nothing.</summary>
public static class TemplateRenderer
{
    private static readonly RenderOptions _default = new();

    /// <summary>The text for one recipient. Never fails: what is missing is listed.</summary>
    public static RenderedTemplate Render(Template template, ITemplateValues values, RenderOptions? options = null)
    {
        var run = new Run(values, template.Nodes.Count, options ?? _default);
        run.Write(template.Nodes);
        var text = run.Text();
        var skips = run.Missing.Count > 0 && run.Options.Missing == MissingValuePolicy.Skip;
        return new RenderedTemplate(text, run.Missing, !skips && !VisibleText.IsEmpty(text));
    }

    private sealed class Run
    {
        private static readonly MissingValue[] _none = [];
        private readonly ITemplateValues _values;
        private string[] _pieces;
        private int _count;
        private char _last = '\n';
        private List<MissingValue>? _missing;
        private bool _nothingCame;

        internal Run(ITemplateValues values, int nodes, RenderOptions options)
        {
            _values = values;
            _pieces = new string[nodes];
            Options = options;
        }

        internal RenderOptions Options { get; }

        internal IReadOnlyList<MissingValue> Missing => _missing ?? (IReadOnlyList<MissingValue>)_none;

        // The pieces that were never written are null, which joins like nothing.
        internal string Text() => string.Concat(_pieces);

        internal void Write(IReadOnlyList<TemplateNode> nodes)
        {
            for (var i = 0; i < nodes.Count; i++)
            {
                switch (nodes[i])
                {
                    case LiteralNode literal:
                        Literal(literal.Text);
                        break;
                    case ValueNode value:
                        Value(value);
                        break;
                    case ConditionNode condition:
                        Write(Comparisons.Holds(condition.Condition, _values.Find(condition.Condition.Path)) ? condition.Then : condition.Otherwise);
                        break;
                }
            }
        }

        // Where nothing came between two spaces, or at the beginning, one space goes with it: "Dear {{jobtitle}} {{lastname}}".
        private void Literal(string text)
        {
            if (_nothingCame && text[0] == ' ' && _last is ' ' or '\n')
            {
                _nothingCame = text.Length == 1;
                Piece(text.Substring(1));
                return;
            }

            _nothingCame = false;
            Piece(text);
        }

        private void Value(ValueNode node)
        {
            var value = _values.Find(node.Path);
            if (value is not null && !value.IsEmpty)
            {
                string? text = null;
                for (var i = 0; i < node.Filters.Count; i++)
                {
                    text = TemplateFilters.Apply(node.Filters[i], value, text);
                }

                Append(text ?? value.Text);
                return;
            }

            var fallback = node.Filters.FirstOrDefault(filter => filter.Name == TemplateFilters.Default);
            if (fallback is not null)
            {
                Append(fallback.Arguments[0]);
                return;
            }

            (_missing ??= []).Add(new MissingValue(node.Path, node.Position));
            Append(Options.Missing == MissingValuePolicy.UseDefault ? Options.DefaultText : string.Empty);
        }

        private void Append(string text)
        {
            _nothingCame = text.Length == 0;
            Piece(text);
        }

        private void Piece(string text)
        {
            if (text.Length == 0)
            {
                return;
            }

            if (_count == _pieces.Length)
            {
                Array.Resize(ref _pieces, Math.Max(4, _count * 2));
            }

            _pieces[_count++] = text;
            _last = text[text.Length - 1];
        }
    }
}
