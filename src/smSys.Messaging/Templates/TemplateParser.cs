using System;
using System.Collections.Generic;
using System.Text;

namespace smSys.Messaging.Templates;

/// <summary>
/// Reads templates. The notation:
/// <c>{{firstname}}</c> a column of the recipient · <c>{{parentcustomerid.name}}</c> over lookups ·
/// <c>{{jobtitle | همکار گرامی}}</c> or <c>{{jobtitle | default "همکار گرامی"}}</c> what stands for a missing value ·
/// <c>{{createdon | date "yyyy/MM/dd" jalali}}</c> filters, one after the other ·
/// <c>{{contract(newest by expireson where statecode = 0).expireson}}</c> one of several related rows ·
/// <c>{{if debt > 0}} … {{else}} … {{end}}</c> · <c>\{{</c>, <c>\}}</c>, <c>\{</c> and <c>\}</c> the signs themselves.
/// </summary>
public static class TemplateParser
{
    internal const int MostNesting = 10;

    /// <summary>A template, or every problem of the source with its place.</summary>
    public static TemplateParse Parse(string source)
    {
        if (source is null)
        {
            throw new ArgumentNullException(nameof(source));
        }

        var run = new Run(source);
        run.Read();
        return run.Problems.Count == 0
            ? new TemplateParse(new Template(source, run.Nodes), run.Problems)
            : new TemplateParse(null, run.Problems);
    }

    private sealed class Run
    {
        private readonly string _source;
        private readonly Stack<OpenCondition> _open = new();
        private readonly StringBuilder _literal = new();
        private List<TemplateNode> _target;
        private int _literalStart;

        internal Run(string source)
        {
            _source = source;
            _target = Nodes;
        }

        internal List<TemplateNode> Nodes { get; } = [];

        internal List<TemplateProblem> Problems { get; } = [];

        internal void Read()
        {
            var i = 0;
            while (i < _source.Length)
            {
                i = Step(i);
            }

            Flush(i);
            foreach (var open in _open)
            {
                Problems.Add(new TemplateProblem(TemplateProblemKind.IfUnclosed, open.Position, 2, "if"));
            }
        }

        private int Step(int i)
        {
            var c = _source[i];
            if (c == '\\' && i + 1 < _source.Length && _source[i + 1] is '{' or '}')
            {
                var length = i + 2 < _source.Length && _source[i + 2] == _source[i + 1] ? 2 : 1;
                _literal.Append(_source, i + 1, length);
                return i + 1 + length;
            }

            if (IsTwice('{', i))
            {
                return Block(i);
            }

            if (IsTwice('}', i))
            {
                Problems.Add(new TemplateProblem(TemplateProblemKind.StrayClose, i, 2, "}}"));
                return i + 2;
            }

            if (c == '{' && NameInSingleBraces(i) is { } name)
            {
                Problems.Add(new TemplateProblem(TemplateProblemKind.SingleBrace, i, name.Length + 2, "{" + name + "}", "{{" + name + "}}"));
                return i + name.Length + 2;
            }

            _literal.Append(c);
            return i + 1;
        }

        private int Block(int start)
        {
            Flush(start);
            var end = EndOf(start + 2);
            if (end < 0)
            {
                Problems.Add(new TemplateProblem(TemplateProblemKind.Unclosed, start, 2, "{{"));
                return _source.Length;
            }

            var reader = new TemplateReader(_source, start + 2, end);
            var parser = new BlockParser(reader);
            if (reader.TakeWord("if"))
            {
                Open(start, parser.Condition());
            }
            else if (reader.Rest is "else" or "end")
            {
                Close(start, reader.Rest);
            }
            else if (parser.Value(start) is { } value)
            {
                _target.Add(value);
            }

            if (parser.Problem is not null)
            {
                Problems.Add(parser.Problem);
            }

            _literalStart = end + 2;
            return end + 2;
        }

        // A condition that could not be read is opened all the same: its {{end}} is no second problem.
        private void Open(int start, TemplateCondition? condition)
        {
            if (_open.Count == MostNesting)
            {
                Problems.Add(new TemplateProblem(TemplateProblemKind.TooDeep, start, 2, "if"));
            }

            var open = new OpenCondition(start, condition, _target);
            _open.Push(open);
            _target = open.Then;
        }

        private void Close(int start, string word)
        {
            if (_open.Count == 0 || (word == "else" && _target != _open.Peek().Then))
            {
                Problems.Add(new TemplateProblem(TemplateProblemKind.WithoutIf, start, word.Length + 4, "{{" + word + "}}"));
                return;
            }

            if (word == "else")
            {
                _target = _open.Peek().Otherwise;
                return;
            }

            var open = _open.Pop();
            _target = open.Outer;
            if (open.Condition is not null)
            {
                _target.Add(new ConditionNode(open.Position, open.Condition, open.Then, open.Otherwise));
            }
        }

        private void Flush(int next)
        {
            if (_literal.Length > 0)
            {
                _target.Add(new LiteralNode(_literalStart, _literal.ToString()));
                _literal.Clear();
            }

            _literalStart = next;
        }

        // The first }} outside quotes; if a quote is never closed, the first }} at all, so that the quote is the problem named.
        private int EndOf(int from)
        {
            var closer = '\0';
            for (var i = from; i + 1 < _source.Length; i++)
            {
                if (closer == '\0' && IsTwice('}', i))
                {
                    return i;
                }

                if (IsTwice('{', i))
                {
                    break;
                }

                closer = closer == '\0' ? TemplateReader.CloserOf(_source[i]) : _source[i] == closer ? '\0' : closer;
            }

            var close = _source.IndexOf("}}", from, StringComparison.Ordinal);
            var nextOpen = _source.IndexOf("{{", from, StringComparison.Ordinal);
            return close >= 0 && (nextOpen < 0 || close < nextOpen) ? close : -1;
        }

        private string? NameInSingleBraces(int start)
        {
            var close = _source.IndexOf('}', start);
            var name = close < 0 ? string.Empty : _source.Substring(start + 1, close - start - 1);
            return name.Length is > 0 and <= 100 && TemplatePathLike(name) ? name : null;
        }

        private static bool TemplatePathLike(string name)
        {
            foreach (var c in name)
            {
                if (!(c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_' or '.' or (>= '0' and <= '9')))
                {
                    return false;
                }
            }

            return char.IsLetter(name[0]);
        }

        private bool IsTwice(char c, int i) => i + 1 < _source.Length && _source[i] == c && _source[i + 1] == c;
    }

    private sealed record OpenCondition(int Position, TemplateCondition? Condition, List<TemplateNode> Outer)
    {
        internal List<TemplateNode> Then { get; } = [];

        internal List<TemplateNode> Otherwise { get; } = [];
    }
}
