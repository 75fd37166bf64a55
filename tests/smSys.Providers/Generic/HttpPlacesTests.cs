using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using CsCheck;
using smSys.Messaging.Providers;
using smSys.Providers.Tests.Doubles;

namespace smSys.Providers.Tests.Generic;

/// <summary>Whatever a text holds, it stays in its place: everything else of the request is as if the text were harmless.</summary>
public sealed class HttpPlacesTests
{
    private const string Answer = "{\"status\":\"ok\",\"id\":1}";
    private const int Samples = 2_000;

    private static readonly Gen<string> Hostile = Gen.OneOf(
        Gen.String,
        OneOf(
            "\"", "\\", "\"}", "\\\"", "\",\"admin\":\"1", "]]>", "<!--", "-->", "</text><admin>1</admin><text>", "'/><x y='", "&amp;", "&lt;", "&", "=", "&to=09120000000", "%26", "%", "+", " ", "#", "?",
            "\r\nX-Admin: 1", "\n", "\r", "\t", "\0", "\u0001", "\u0085", "\u2028", "\uFEFF", "\uFFFE", "\uD800", "\uDC00", "😀", "می‌روم «کی؟» ي ك ۱۲۳", "{recipient}", "{each}", "{secret}", "{text", "}", "${x}", "..", "/../", "//", ";", ","))
        .Array[0, 6].Select(string.Concat);

    [Fact]
    public void In_a_JSON_object() => Check(
        Described.Smallest, heard => (string?)JsonNode.Parse(heard.Body)!["text"], Same, heard => Without(JsonNode.Parse(heard.Body)!.AsObject(), "text"), Hostile.Select(Utf8Of));

    [Theory]
    [InlineData("\ud83d")]
    [InlineData("\ude00\ud83d\"")]
    [InlineData("\\\ud83d\\")]
    public void Half_a_surrogate_pair_stays_between_its_quotes(string text)
    {
        smSys.Providers.Wire.WireNode body = smSys.Providers.Wire.JsonText.Read(System.Text.Encoding.UTF8.GetBytes(Send(Described.Smallest, text)!.Body))!;

        Assert.Equal(["to", "text", "ref"], body.Children.Select(child => child.Name));
        Assert.Equal(text, body["text"]!.Text);
    }

    [Fact]
    public void In_a_JSON_text() => Check(
        Body("application/json", "{\"a\":[\"x {text}\",\"y\"],\"to\":\"{recipient}\",\"ref\":{reference}}"),
        heard => ((string)JsonNode.Parse(heard.Body)!["a"]![0]!)[2..],
        Same,
        heard => Count(heard.Body) + "|" + JsonNode.Parse(heard.Body)!["to"] + JsonNode.Parse(heard.Body)!["ref"] + JsonNode.Parse(heard.Body)!["a"]![1],
        Hostile.Select(Utf8Of));

    [Fact]
    public void In_XML_text() => Check(
        Body("text/xml", "<?xml version='1.0'?><m xmlns:e='urn:x'><!-- <{ --><e:to n='1'>{recipient}</e:to><text>{text}</text></m>"),
        heard => XDocument.Parse(heard.Body, LoadOptions.PreserveWhitespace).Root!.Element("text")!.Value,
        XmlOf,
        heard => string.Join("|", XDocument.Parse(heard.Body).Descendants().Select(element => element.Name + (element.Name == "text" || element.Name == "m" ? string.Empty : element.Value))));

    [Fact]
    public void In_an_XML_attribute() => Check(
        Body("application/soap+xml; charset=utf-8", "<m><to q=\"{text}\" p='{text}'>{recipient}</to></m>"),
        heard => XDocument.Parse(heard.Body).Root!.Element("to")!.Attribute("q")!.Value,
        XmlOf,
        heard => string.Join("|", XDocument.Parse(heard.Body).Descendants().Select(element => element.Name + string.Join(",", element.Attributes().Select(attribute => attribute.Name)) + element.Value)));

    [Fact]
    public void In_a_form() => Check(
        Body("application/x-www-form-urlencoded", "to={recipient}&text={text}&ref={reference}"),
        heard => Form(heard.Body).Single(pair => pair.Key == "text").Value,
        Utf8Of,
        heard => string.Join("|", Form(heard.Body).Select(pair => pair.Key == "text" ? "text" : pair.Key + "=" + pair.Value)));

    [Fact]
    public void In_the_query_of_an_address() => Check(
        Described.Small(("send/url", "\"/send?t={text}&fixed=1\""), ("send/body/text", "\"fixed\"")),
        heard => Form(new Uri(heard.Address).Query[1..]).Single(pair => pair.Key == "t").Value,
        Utf8Of,
        heard => new Uri(heard.Address).GetLeftPart(UriPartial.Path) + new Uri(heard.Address).Fragment + string.Join("|", Form(new Uri(heard.Address).Query[1..]).Select(pair => pair.Key == "t" ? "t" : pair.Key + "=" + pair.Value)) + heard.Body);

    [Fact]
    public void In_a_header_percent_encoded() => Check(
        Described.Small(("send/headers", "{ \"X-Text\": \"v={text:percent};w=1\" }"), ("send/body/text", "\"fixed\"")),
        heard => Uri.UnescapeDataString(heard.Headers["X-Text"][2..^4]),
        Utf8Of,
        heard => string.Join("|", heard.Headers.Select(header => header.Key + (header.Key == "X-Text" ? header.Value[..2] + header.Value[^4..] : header.Value))) + heard.Body);

    [Fact]
    public void In_a_plain_body() => Check(
        Described.Small(("send/contentType", "\"text/plain\""), ("send/body", "\"{text}\""), ("send/headers", "{ \"X-To\": \"{recipient}\" }")),
        heard => heard.Body,
        Utf8Of,
        heard => heard.Address + string.Join("|", heard.Headers));

    [Fact]
    public void In_the_repeated_part_and_in_arrays() => Hostile.Select(Utf8Of).Select(Hostile.Select(Utf8Of)).Sample(
        (one, two) =>
        {
            var handler = new ListeningHandler(200, "application/json", "{\"status\":\"ok\"}");
            string definition = Described.Small(
                ("sendMany", "{ \"url\": \"/many\", \"body\": { \"all\": \"{texts:array}\", \"m\": [ \"{each}\" ] }, \"each\": { \"i\": \"{index:number}\", \"t\": \"{text}\", \"to\": \"{recipient}\" }, \"id\": \"reference\", \"success\": { \"at\": \"$.status\", \"equals\": \"ok\" } }"),
                ("sendMany/headers", "{ \"X-Refs\": \"{references}\" }"));

            Described.Provider(definition, handler).Send([Some.Message(1, text: one), Some.Message(2, text: two)]);

            JsonNode body = JsonNode.Parse(handler.Requests.Single().Body)!;
            Assert.Equal([Utf8Of(one), Utf8Of(two)], body["all"]!.AsArray().Select(text => Utf8Of((string)text!)));
            Assert.Equal([Utf8Of(one), Utf8Of(two)], body["m"]!.AsArray().Select(item => Utf8Of((string)item!["t"]!)));
            Assert.Equal([0, 1], body["m"]!.AsArray().Select(item => (int)item!["i"]!));
            Assert.Equal("1,2", handler.Requests[0].Headers["X-Refs"]);
        },
        iter: Samples);

    [Fact]
    public void Secrets_keep_their_place_in_paths_headers_and_queries_or_nothing_goes_out() => Hostile.Sample(
        secret =>
        {
            var handler = new ListeningHandler(200, "application/json", Answer);
            string definition = Described.Small(("send/url", "\"/v1/{secret}/send.json?k={secret}\""), ("send/headers", "{ \"X-Key\": \"{secret}\", \"Authorization\": \"Basic {basic}\" }"));

            ProviderFault? fault = Described.Provider(definition, handler, secret: secret).Send([Some.Message()]).Single().Fault;

            foreach (ListeningHandler.Heard heard in handler.Requests)
            {
                string escaped = Uri.EscapeDataString(Utf8Of(secret));
                Assert.Equal("https://panel.example.test/v1/" + escaped + "/send.json?k=" + escaped, heard.Address);
                Assert.Equal(secret.Trim(), heard.Headers["X-Key"].Trim());
            }

            Assert.True(handler.Requests.Count == 1 ? fault is null : fault!.Code is "secret-form" or "address");
        },
        iter: Samples);

    private static void Check(string definition, Func<ListeningHandler.Heard, string?> value, Func<string, string> survives, Func<ListeningHandler.Heard, string> rest, Gen<string>? texts = null)
    {
        string harmless = rest(Send(definition, "harmless")!);
        (texts ?? Hostile).Sample(
            text =>
            {
                ListeningHandler.Heard? heard = Send(definition, text);
                Assert.True(heard is not null || text.Length == 0);
                if (heard is not null)
                {
                    Assert.Equal(survives(text), survives(value(heard)!));
                    Assert.Equal(harmless, rest(heard));
                }
            },
            iter: Samples);
    }

    private static ListeningHandler.Heard? Send(string definition, string text)
    {
        var handler = new ListeningHandler(200, "application/json", Answer);
        SendOutcome outcome = Described.Provider(definition, handler).Send([Some.Message(77, text: text)]).Single();
        Assert.Equal(handler.Requests.Count, outcome.Kind == SendOutcomeKind.Accepted ? 1 : 0);
        return handler.Requests.SingleOrDefault();
    }

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static string Body(string type, string body) =>
        Described.Small(("send/contentType", "\"" + type + "\""), ("send/body", JsonSerializer.Serialize(body)));

    private static string Same(string text) => Utf8Of(text);

    /// <summary>Half surrogate pairs become replacement characters on the wire.</summary>
    private static string Utf8Of(string text) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));

    /// <summary>XML leaves out what it cannot hold.</summary>
    private static string XmlOf(string text)
    {
        var held = new System.Text.StringBuilder();
        for (int i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                held.Append(text[i]).Append(text[++i]);
            }
            else if (System.Xml.XmlConvert.IsXmlChar(text[i]))
            {
                held.Append(text[i]);
            }
        }

        return held.ToString();
    }

    private static IEnumerable<KeyValuePair<string, string>> Form(string text) => text.Split('&').Select(pair => pair.Split('=', 2)).Select(pair =>
        KeyValuePair.Create(Uri.UnescapeDataString(pair[0].Replace('+', ' ')), Uri.UnescapeDataString(pair[1].Replace('+', ' '))));

    private static int Count(string json) => JsonNode.Parse(json)!.AsObject().Count;

    private static string Without(JsonObject json, string name)
    {
        json.Remove(name);
        return json.ToJsonString();
    }
}
