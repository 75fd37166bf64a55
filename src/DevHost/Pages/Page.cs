using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;

namespace DevHost.Pages;

/// <summary>An HTML page that is written piece by piece; every text is encoded on its way in.</summary>
public sealed class Page
{
    private const string Style = """
        body{font:16px/1.6 "Segoe UI",Tahoma,Vazirmatn,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#1b1b1b;background:#fff}
        h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem}a{color:#0b5394}
        table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #ddd;padding:.3rem .6rem;text-align:start;vertical-align:top}
        th{background:#f3f5f7}td{min-width:6rem;max-width:24rem}td.number{text-align:end;font-variant-numeric:tabular-nums;min-width:3rem}
        .note{background:#fff7db;border:1px solid #e5cf7f;padding:.5rem .8rem;border-radius:.3rem}
        form{display:grid;gap:.6rem;max-width:34rem}input,textarea,button{font:inherit;padding:.4rem}button{justify-self:start}
        .wide{overflow-x:auto}
        """;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _html = new();

    /// <summary>Begins a page.</summary>
    public Page(string title)
    {
        _html.Append("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>")
            .Append(Encoder.Encode(title)).Append(" – smSys</title><style>").Append(Style).Append("</style></head><body><main><h1>")
            .Append(Encoder.Encode(title)).Append("</h1>");
    }

    /// <summary>A heading below the title.</summary>
    public Page Heading(string text) => Element("h2", text);

    /// <summary>A paragraph.</summary>
    public Page Paragraph(string text) => Element("p", text);

    /// <summary>A paragraph that should be seen.</summary>
    public Page Note(string text)
    {
        _html.Append("<p class=\"note\">").Append(Encoder.Encode(text)).Append("</p>");
        return this;
    }

    /// <summary>A paragraph that is a link.</summary>
    public Page Link(string address, string text)
    {
        _html.Append("<p><a href=\"").Append(Encoder.Encode(address)).Append("\">").Append(Encoder.Encode(text)).Append("</a></p>");
        return this;
    }

    /// <summary>A table; a cell that begins with a slash is a link to that address.</summary>
    public Page Table(IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<Cell>> rows)
    {
        _html.Append("<div class=\"wide\"><table><thead><tr>");
        foreach (var head in heads)
        {
            _html.Append("<th scope=\"col\">").Append(Encoder.Encode(head)).Append("</th>");
        }

        _html.Append("</tr></thead><tbody>");
        foreach (var row in rows)
        {
            _html.Append("<tr>");
            foreach (var cell in row)
            {
                Write(cell);
            }

            _html.Append("</tr>");
        }

        _html.Append("</tbody></table></div>");
        return this;
    }

    /// <summary>A form that posts its fields.</summary>
    public Page Form(string address, string button, params IReadOnlyList<Field> fields)
    {
        _html.Append("<form method=\"post\" action=\"").Append(Encoder.Encode(address)).Append("\">");
        foreach (var field in fields)
        {
            _html.Append("<label>").Append(Encoder.Encode(field.Label)).Append("<br>");
            _html.Append(field.IsLong
                ? $"<textarea name=\"{field.Name}\" rows=\"3\" cols=\"50\" dir=\"auto\" required>{Encoder.Encode(field.Value)}</textarea>"
                : $"<input name=\"{field.Name}\" value=\"{Encoder.Encode(field.Value)}\" dir=\"auto\" required>");
            _html.Append("</label>");
        }

        _html.Append("<button>").Append(Encoder.Encode(button)).Append("</button></form>");
        return this;
    }

    /// <summary>The finished page as an answer.</summary>
    public IResult Answer(int status = 200) => Results.Content(_html + "</main></body></html>", "text/html; charset=utf-8", Encoding.UTF8, status);

    private void Write(Cell cell)
    {
        _html.Append(cell.IsNumber ? "<td class=\"number\">" : "<td dir=\"auto\">");
        var text = Encoder.Encode(cell.Text);
        _html.Append(cell.Link is null ? text : $"<a href=\"{Encoder.Encode(cell.Link)}\">{text}</a>").Append("</td>");
    }

    private Page Element(string name, string text)
    {
        _html.Append('<').Append(name).Append('>').Append(Encoder.Encode(text)).Append("</").Append(name).Append('>');
        return this;
    }
}

/// <summary>A cell of a table.</summary>
public sealed record Cell(string Text, string? Link = null, bool IsNumber = false);

/// <summary>A field of a form.</summary>
public sealed record Field(string Name, string Label, string Value = "", bool IsLong = false);
