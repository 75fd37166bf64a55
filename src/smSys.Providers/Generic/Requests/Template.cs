using System;
using System.Collections.Generic;
using System.Text;

namespace smSys.Providers.Generic.Requests;

/// <summary>A piece of a template: literal text, or a placeholder with the place where it stands.</summary>
internal sealed record TemplatePiece(string Literal, Placeholder? Placeholder, Place Place);

/// <summary>A text with placeholders, each of which knows where it stands.</summary>
internal sealed class Template
{
    private readonly IReadOnlyList<TemplatePiece> _pieces;

    public Template(IReadOnlyList<TemplatePiece> pieces) => _pieces = pieces;

    /// <summary>Nothing at all.</summary>
    public bool IsEmpty => _pieces.Count == 0;

    /// <summary>The placeholder occurs.</summary>
    public bool Uses(string name)
    {
        foreach (TemplatePiece piece in _pieces)
        {
            if (piece.Placeholder?.Is(name) == true)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The text with every placeholder's value encoded for its place. Values are not looked through for placeholders.</summary>
    public string Fill(Func<Placeholder, string> value)
    {
        var text = new StringBuilder();
        foreach (TemplatePiece piece in _pieces)
        {
            if (piece.Placeholder is null)
            {
                text.Append(piece.Literal);
            }
            else
            {
                string filled = value(piece.Placeholder);
                filled = piece.Placeholder.AsPercent ? PlaceEncoding.Encode(filled, Place.Query) : filled;
                PlaceEncoding.Append(text, filled, piece.Placeholder.IsPart ? Place.Plain : piece.Place);
            }
        }

        return text.ToString();
    }
}
