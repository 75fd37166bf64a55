using System.Text;

namespace SolutionTool.Generating;

/// <summary>Lines of generated code with braces and indentation; ends lines with LF.</summary>
public sealed class CodeText
{
    private readonly StringBuilder _text = new();
    private int _depth;

    public CodeText Line(string line = "")
    {
        _text.Append(line.Length == 0 ? "" : new string(' ', _depth * 4) + line).Append('\n');
        return this;
    }

    /// <summary>A line of documentation; what XML would misread is escaped.</summary>
    public CodeText Summary(string text) =>
        Line($"/// <summary>{text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)}</summary>");

    public CodeText Open(string line)
    {
        Line(line);
        Line("{");
        _depth++;
        return this;
    }

    public CodeText Close(string end = "}")
    {
        _depth--;
        return Line(end);
    }

    public override string ToString() => _text.ToString();
}
