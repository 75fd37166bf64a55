using System;
using System.Collections.Generic;
using smSys.Providers.Generic.Definitions;
using smSys.Providers.Wire;

namespace smSys.Providers.Generic.Requests;

/// <summary>Makes templates of a definition's texts, and says what is wrong with them.</summary>
internal sealed class TemplateReader
{
    private readonly IReadOnlyList<string> _known;
    private readonly DefinitionProblems _problems;

    /// <summary>For an operation that knows these placeholders.</summary>
    public TemplateReader(IReadOnlyList<string> known, DefinitionProblems problems)
    {
        _known = known;
        _problems = problems;
    }

    public Template Read(string path, string text, PlaceScanner scanner)
    {
        var pieces = new List<TemplatePiece>();
        foreach (TemplatePiece piece in TemplateTokens.Cut(text))
        {
            pieces.Add(piece.Placeholder is null ? piece : Placed(path, piece.Placeholder, scanner));
            if (piece.Placeholder is null)
            {
                scanner.Pass(piece.Literal);
            }
        }

        return new Template(pieces);
    }

    /// <summary>A body, or the part of one that is repeated: a text, lines of text, or, in JSON, the value itself.</summary>
    public Template ReadBody(DefinitionNode node, BodyLanguage language)
    {
        if (language == BodyLanguage.Json && node.Kind is not DefinitionKind.Text)
        {
            var json = new List<TemplatePiece>();
            Write(node, json);
            return new Template(json);
        }

        Template body = Read(node.Path, Lines(node), BodyLanguages.Scanner(language));
        if (language == BodyLanguage.Plain)
        {
            JudgePlain(node);
        }

        return body;
    }

    /// <summary>Fills a body with trial values and looks whether it can be read.</summary>
    public void Try(DefinitionNode node, Template body, string parts, BodyLanguage language)
    {
        string text = body.Fill(placeholder => placeholder.IsPart ? parts : Sample(placeholder));
        bool readable = language switch
        {
            BodyLanguage.Json => JsonText.Read(System.Text.Encoding.UTF8.GetBytes(text)) is not null,
            BodyLanguage.Xml => XmlText.Read(text) is not null,
            _ => true,
        };
        if (!readable && _problems.None)
        {
            _problems.Add(node.Path, "filled with trial values this is no well-formed " + (language == BodyLanguage.Json ? "JSON" : "XML") + ": " + Short(text));
        }
    }

    /// <summary>A value that shows whether a template is well formed.</summary>
    public static string Sample(Placeholder placeholder) => placeholder.AsArray ? "[\"1\"]"
        : placeholder.IsPlain || placeholder.Is("line") ? "1"
        : "Zز\"'<>&\\ 1";

    private TemplatePiece Placed(string path, Placeholder placeholder, PlaceScanner scanner)
    {
        Place? place = scanner.Here(out string problem);
        string? wrong = placeholder.Problem(_known) ?? (place is null ? problem : placeholder.Problem(place.Value));
        if (wrong is not null)
        {
            _problems.Add(path, wrong);
        }

        return new TemplatePiece(string.Empty, placeholder, place ?? Place.Plain);
    }

    private string Lines(DefinitionNode node)
    {
        if (node.Kind == DefinitionKind.Text)
        {
            return node.Text;
        }

        var lines = new List<string>();
        foreach (DefinitionNode line in node.Children)
        {
            lines.Add(line.Text);
            if (line.Kind != DefinitionKind.Text)
            {
                _problems.Add(line.Path, "every line of a body has to be a text.");
            }
        }

        if (node.Kind != DefinitionKind.Array)
        {
            _problems.Add(node.Path, "a body that is not JSON is a text, or an array of lines.");
        }

        return string.Join("\n", lines);
    }

    private void JudgePlain(DefinitionNode node)
    {
        IReadOnlyList<TemplatePiece> pieces = TemplateTokens.Cut(Lines(node));
        foreach (TemplatePiece piece in pieces)
        {
            if (pieces.Count > 1 && piece.Placeholder is { IsPlain: false })
            {
                _problems.Add(node.Path, "in a plain body " + piece.Placeholder + " has to stand alone, because nothing would tell where it ends.");
            }
        }
    }

    /// <summary>JSON given as JSON: every text in it is a template.</summary>
    private void Write(DefinitionNode node, List<TemplatePiece> json)
    {
        switch (node.Kind)
        {
            case DefinitionKind.Object or DefinitionKind.Array:
                bool named = node.Kind == DefinitionKind.Object;
                Literal(json, named ? "{" : "[");
                for (int i = 0; i < node.Children.Count; i++)
                {
                    Literal(json, (i == 0 ? string.Empty : ",") + (named ? "\"" + PlaceEncoding.Encode(node.Children[i].Name, Place.JsonString) + "\":" : string.Empty));
                    Write(node.Children[i], json);
                }

                Literal(json, named ? "}" : "]");
                break;
            case DefinitionKind.Text:
                WriteText(node, json);
                break;
            default:
                Literal(json, node.Kind == DefinitionKind.Null ? "null" : node.Text);
                break;
        }
    }

    private void WriteText(DefinitionNode node, List<TemplatePiece> json)
    {
        IReadOnlyList<TemplatePiece> pieces = TemplateTokens.Cut(node.Text);
        if (pieces.Count == 1 && pieces[0].Placeholder is { } whole && (whole.IsPart || whole.AsArray || whole.AsNumber))
        {
            json.Add(Placed(node.Path, whole, new OnePlace(Place.JsonValue)));
            return;
        }

        Literal(json, "\"");
        foreach (TemplatePiece piece in pieces)
        {
            json.Add(piece.Placeholder is null
                ? new TemplatePiece(PlaceEncoding.Encode(piece.Literal, Place.JsonString), null, Place.Plain)
                : Placed(node.Path, piece.Placeholder, new OnePlace(Place.JsonString)));
        }

        Literal(json, "\"");
    }

    private static void Literal(List<TemplatePiece> json, string text) => json.Add(new TemplatePiece(text, null, Place.Plain));

    private static string Short(string text) => text.Length <= 120 ? text : text.Substring(0, 120) + " …";
}
