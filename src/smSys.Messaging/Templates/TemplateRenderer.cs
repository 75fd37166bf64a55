using System.Collections.Generic;
using System.Linq;
using System.Text;
using smSys.Messaging.Text;

namespace smSys.Messaging.Templates;

/// <summary>Puts values into a template. Values are text: braces in them mean nothing.</summary>
public static class TemplateRenderer
{
    /// <summary>The text for one recipient. Never fails: what is missing is listed.</summary>
    public static RenderedTemplate Render(Template template, ITemplateValues values, RenderOptions? options = null)
    {
        var run = new Run(values, options ?? new RenderOptions());
        run.Write(template.Nodes);
        var text = run.Text;
        var skips = run.Missing.Count > 0 && run.Options.Missing == MissingValuePolicy.Skip;
        return new RenderedTemplate(text, run.Missing, !skips && !VisibleText.IsEmpty(text));
    }

    private sealed class Run
    {
        private static readonly MissingValue[] _none = [];
        private readonly ITemplateValues _values;
        private readonly StringBuilder _text = new(256);
        private List<MissingValue>? _missing;
        private bool _nothingCame;

        internal Run(ITemplateValues values, RenderOptions options)
        {
            _values = values;
            Options = options;
        }

        internal RenderOptions Options { get; }

        internal IReadOnlyList<MissingValue> Missing => _missing ?? (IReadOnlyList<MissingValue>)_none;

        internal string Text => _text.ToString();

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
            var isAfterSpace = _text.Length == 0 || _text[_text.Length - 1] is ' ' or '\n';
            var skip = _nothingCame && isAfterSpace && text[0] == ' ' ? 1 : 0;
            _text.Append(text, skip, text.Length - skip);
            _nothingCame = _nothingCame && skip == text.Length;
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
            _text.Append(text);
            _nothingCame = text.Length == 0;
        }
    }
}
