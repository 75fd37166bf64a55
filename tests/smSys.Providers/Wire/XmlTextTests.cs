using System.Xml.Linq;
using smSys.Providers.Wire;

namespace smSys.Providers.Tests.Wire;

public sealed class XmlTextTests
{
    [Fact]
    public void Elements_are_found_by_local_name()
    {
        WireNode root = XmlText.Read("\uFEFF<s:E xmlns:s='urn:s'><B xmlns='urn:b'><n i:nil='true' xmlns:i='http://www.w3.org/2001/XMLSchema-instance'/><t><![CDATA[<پاسخ>]]> &amp;</t></B></s:E>")!;

        Assert.Equal("<پاسخ> &", root["b"]!["T"]!.Text);
        Assert.Null(root["B"]!["n"]);
    }

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>")]
    [InlineData("<a><b></a>")]
    [InlineData("not XML")]
    [InlineData("")]
    public void Document_types_and_broken_XML_are_nothing(string xml) => Assert.Null(XmlText.Read(xml));

    [Fact]
    public void Depth_and_count_are_limited()
    {
        Assert.Null(XmlText.Read(string.Concat(Enumerable.Repeat("<a>", 100)) + string.Concat(Enumerable.Repeat("</a>", 100))));
        Assert.Null(XmlText.Read("<a>" + string.Concat(Enumerable.Repeat("<b/>", 30_000)) + "</a>"));
    }

    [Fact]
    public void An_envelope_keeps_every_character_that_XML_can_hold()
    {
        string text = "«می‌روم» <b> & \"x\"\r\n\t😀";

        string xml = new SoapEnvelope("op", "urn:x").Value("t", text + "\u0001\ud800").Open("l").Value("i", "1").Finish();

        XElement operation = XDocument.Parse(xml).Descendants(XName.Get("op", "urn:x")).Single();
        Assert.Equal(text, operation.Element(XName.Get("t", "urn:x"))!.Value);
        Assert.Equal("1", operation.Element(XName.Get("l", "urn:x"))!.Value);
    }

    [Fact]
    public void More_attributes_or_a_longer_value_than_any_honest_answer_has_are_not_read()
    {
        string attributes = string.Concat(Enumerable.Range(0, 20_001).Select(i => " a" + i + "='1'"));

        Assert.Null(XmlText.Read("<a" + attributes + "/>"));
        Assert.Null(XmlText.Read("<a>" + new string('x', 256 * 1024 + 1) + "</a>"));
        Assert.Equal(256 * 1024, XmlText.Read("<a>" + new string('x', 256 * 1024) + "</a>")!.Text.Length);
        Assert.NotNull(XmlText.Read("<a>" + string.Concat(Enumerable.Repeat("<i t='int'>1</i>", 10_000)) + "</a>"));
    }
}
