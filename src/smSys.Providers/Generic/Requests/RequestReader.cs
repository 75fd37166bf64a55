using System;
using System.Collections.Generic;
using smSys.Providers.Generic.Definitions;

namespace smSys.Providers.Generic.Requests;

/// <summary>Reads the request part of an operation: url, method, headers, contentType, body, each, between, separator.</summary>
internal sealed class RequestReader
{
    /// <summary>The fields that this reads.</summary>
    public static readonly string[] Fields = ["url", "method", "headers", "contentType", "body", "each", "between", "separator"];

    private static readonly Uri SampleAddress = new("https://panel.example.ir/");

    private static readonly string[] OurOwnHeaders =
        ["Content-Type", "Content-Length", "Host", "Connection", "Transfer-Encoding", "Expect", "TE", "Trailer", "Upgrade", "Proxy-Authorization", "Cookie"];

    private readonly DefinitionProblems _problems;

    public RequestReader(DefinitionProblems problems) => _problems = problems;

    /// <param name="operation">The operation's object.</param>
    /// <param name="commonHeaders">Headers of all operations; the operation's own of the same name win.</param>
    /// <param name="known">Placeholders of the operation.</param>
    /// <param name="sends">It hands messages over.</param>
    public RequestTemplate Read(DefinitionNode operation, DefinitionNode? commonHeaders, IReadOnlyList<string> known, bool sends)
    {
        var templates = new TemplateReader(known, _problems);
        DefinitionNode? body = operation["body"];
        string method = DefinitionFields.Text(operation, "method", _problems) ?? (sends || body is not null ? "POST" : "GET");
        bool isGet = string.Equals(method, "GET", StringComparison.OrdinalIgnoreCase);
        if (!isGet && !string.Equals(method, "POST", StringComparison.OrdinalIgnoreCase))
        {
            _problems.Add(operation.Path + ".method", "only GET and POST are known.");
        }

        JudgeBody(operation, body, isGet, sends);
        string contentType = DefinitionFields.Text(operation, "contentType", _problems)
            ?? (body is null or { Kind: DefinitionKind.Object or DefinitionKind.Array } ? "application/json; charset=utf-8" : string.Empty);
        string wrong = "say what the body is, for example application/json.";
        BodyLanguage? language = body is null ? BodyLanguage.Plain : contentType.Length == 0 ? null : BodyLanguages.Of(contentType, out wrong);
        if (language is null)
        {
            _problems.Add(operation.Path + ".contentType", wrong);
        }

        Template? each = null;
        Template? filled = null;
        string between = DefinitionFields.Text(operation, "between", _problems) ?? BodyLanguages.Between(language ?? BodyLanguage.Plain);
        if (body is not null && language is not null)
        {
            each = operation["each"] is DefinitionNode part ? templates.ReadBody(part, language.Value) : null;
            filled = templates.ReadBody(body, language.Value);
            string one = each?.Fill(TemplateReader.Sample) ?? string.Empty;
            templates.Try(body, filled, one + between + one, language.Value);
        }

        if (operation["each"] is DefinitionNode unused && filled?.Uses("each") != true)
        {
            _problems.Add(unused.Path, "nothing in the body says {each}, so this part would never be sent.");
        }
        else if (filled?.Uses("each") == true && each is null)
        {
            _problems.Add(operation.Path + ".body", "it says {each}, but there is no field \"each\" that says what to repeat.");
        }

        return new RequestTemplate
        {
            Operation = operation.Name,
            IsGet = isGet,
            Url = Url(operation, templates),
            Headers = Headers(operation, commonHeaders, templates),
            ContentType = contentType,
            Body = filled,
            Each = each,
            Between = between,
            Separator = DefinitionFields.Text(operation, "separator", _problems) ?? ",",
        };
    }

    private void JudgeBody(DefinitionNode operation, DefinitionNode? body, bool isGet, bool sends)
    {
        if (isGet && body is not null)
        {
            _problems.Add(operation.Path + ".body", "a GET has no body; use POST or leave the body out.");
        }
        else if (!isGet && sends && (body is null or { Kind: DefinitionKind.Text, Text.Length: 0 }))
        {
            _problems.Add(operation.Path + ".body", "a POST that sends needs a body, because the platform itself repeats one without when the connection breaks.");
        }
    }

    private Template Url(DefinitionNode operation, TemplateReader templates)
    {
        string url = DefinitionFields.Text(operation, "url", _problems) ?? string.Empty;
        string path = operation.Path + ".url";
        Template template = templates.Read(path, url, new UrlPlaces());
        if (url.Length == 0)
        {
            _problems.Add(path, "say which address is called, for example /api/send.");
        }
        else if (url.IndexOf('#') >= 0 || url.IndexOf(' ') >= 0 || RequestTemplate.Combine(SampleAddress, template.Fill(_ => "1")) is null)
        {
            _problems.Add(path, "this is no address; write it without blanks and without #, for example /api/send or https://host/api/send.");
        }

        return template;
    }

    private List<KeyValuePair<string, Template>> Headers(DefinitionNode operation, DefinitionNode? common, TemplateReader templates)
    {
        var headers = new List<KeyValuePair<string, Template>>();
        DefinitionNode? own = DefinitionFields.Object(operation, "headers", _problems);
        foreach (DefinitionNode? source in new[] { common, own })
        {
            foreach (DefinitionNode header in source?.Children ?? [])
            {
                headers.RemoveAll(known => string.Equals(known.Key, header.Name, StringComparison.OrdinalIgnoreCase));
                headers.Add(new KeyValuePair<string, Template>(header.Name, templates.Read(header.Path, header.Text, new OnePlace(Place.Header))));
                JudgeHeader(header);
            }
        }

        return headers;
    }

    private void JudgeHeader(DefinitionNode header)
    {
        foreach (string taken in OurOwnHeaders)
        {
            if (string.Equals(taken, header.Name, StringComparison.OrdinalIgnoreCase))
            {
                _problems.Add(header.Path, taken == "Content-Type" ? "write it into contentType beside the body." : "this header is written by the platform; leave it out.");
            }
        }

        bool token = header.Name.Length > 0;
        foreach (char c in header.Name)
        {
            token &= c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_' or '.';
        }

        if (!token)
        {
            _problems.Add(header.Path, "a header's name holds letters, digits, -, _ and . only.");
        }

        if (header.Kind is not (DefinitionKind.Text or DefinitionKind.Number))
        {
            _problems.Add(header.Path, "a header's value is a text.");
        }

        foreach (char c in header.Text)
        {
            if (c is < ' ' or > '~')
            {
                _problems.Add(header.Path, "a header holds plain ASCII only, in one line.");
                break;
            }
        }
    }
}
