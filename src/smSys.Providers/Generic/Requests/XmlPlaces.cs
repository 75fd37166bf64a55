using System;
using System.Text;

namespace smSys.Providers.Generic.Requests;

/// <summary>XML: between tags, inside an attribute's quotes, or where no value may stand.</summary>
internal sealed class XmlPlaces : PlaceScanner
{
    private readonly StringBuilder _tag = new();
    private bool _inTag;
    private char _quote;
    private string? _until;

    public override void Pass(string literal)
    {
        foreach (char c in literal)
        {
            if (!_inTag)
            {
                _inTag = c == '<';
                _tag.Clear();
            }
            else if (_until is not null)
            {
                _tag.Append(c);
                Leave(EndsWith(_until));
            }
            else if (_quote != '\0')
            {
                _quote = c == _quote ? '\0' : _quote;
            }
            else
            {
                _tag.Append(c);
                _quote = c is '"' or '\'' ? c : '\0';
                _until = Opened(_tag.ToString());
                Leave(c == '>' && _until is null);
            }
        }
    }

    public override Place? Here(out string problem)
    {
        problem = !_inTag || _quote != '\0' ? string.Empty
            : _until is null ? "a placeholder inside a tag has to stand between the quotes of an attribute."
            : "a placeholder cannot stand in a comment, an instruction, a document type or a CDATA section; put it between two tags, where it is encoded.";
        return problem.Length > 0 ? null : _inTag ? Place.XmlAttribute : Place.XmlText;
    }

    /// <summary>What ends a section that is no tag.</summary>
    private static string? Opened(string tag) => tag switch
    {
        "!--" => "-->",
        "![CDATA[" => "]]>",
        "?" => "?>",
        "!D" => ">",
        _ => null,
    };

    private bool EndsWith(string end) =>
        _tag.Length >= end.Length && string.Equals(_tag.ToString(_tag.Length - end.Length, end.Length), end, StringComparison.Ordinal);

    private void Leave(bool left)
    {
        if (left)
        {
            _inTag = false;
            _until = null;
        }
    }
}
