using System.Text;
using ProviderSimulators.Generic;
using smSys.Messaging.Providers;
using smSys.Providers.Generic.Definitions;
using smSys.Providers.Tests.Doubles;

namespace smSys.Providers.Tests.Generic;

/// <summary>
/// Mutated answers to descriptions of every language, and mutated descriptions: outcomes and sentences, never an exception.
/// The sample is seeded; the variable SMSYS_HOSTILE_ANSWERS sets another number.
/// </summary>
public sealed class HttpHostileTests
{
    private const string Text = """
        {
          "send": {
            "url": "/s", "contentType": "text/plain", "body": "{text}", "headers": { "X-To": "{recipient}" },
            "success": { "at": "body", "matches": "^OK" }, "id": "regex:ID:(\\d+)", "error": { "code": "regex:^E(\\d+)" }
          },
          "sendMany": {
            "url": "/m", "contentType": "application/x-www-form-urlencoded", "body": "to={recipients}&t={text}",
            "success": { "at": "body", "matches": "^OK" }, "rows": "regex:(?m)^\\d+=.+$",
            "row": { "recipient": "regex:^\\d+", "id": "regex:=(\\d+)$", "code": "regex:=E(\\d+)" }
          },
          "states": {
            "url": "/d?i={ids}", "limit": 10, "success": { "status": 200 }, "rows": "regex:\\d+:\\w+",
            "row": { "id": "regex:^\\d+", "state": "regex:\\w+$" }, "stateCodes": { "d": "Delivered" }
          }
        }
        """;

    private const string Xml = """
        {
          "success": { "at": "//Result/@status", "equals": "ok" },
          "error": { "code": "//Result/@code", "words": "//Result" },
          "send": { "url": "/s", "contentType": "text/xml", "body": "<a to='{recipient}'>{text}</a>", "id": "/Envelope/Body/Result/@id" },
          "sendMany": {
            "url": "/m", "contentType": "text/xml", "body": "<a><l>{each}</l></a>", "each": "<m to='{recipient}' r='{reference}'>{text}</m>",
            "rows": "/Envelope/Body/Result/item", "row": { "reference": "./@r", "id": "./id", "code": "./@code", "success": { "at": "./id", "exists": true } }
          },
          "states": {
            "url": "/d?i={ids}", "limit": 10, "rows": "//item", "row": { "id": "./id", "state": "./state/text()" }, "stateCodes": { "d": "Delivered" }
          }
        }
        """;

    private static readonly string[] Answers =
    [
        "OK ID:12345\n09123000110=555001\n09123000120=E8\n09123000130=555003\n12:d 13:x",
        "<?xml version='1.0'?><s:Envelope xmlns:s='urn:s'><s:Body><Result id='7' status='ok' code='3'><item r='5000000000000000001'><id>12</id><state>d</state></item><item code='9' r='5000000000000000002'/></Result></s:Body></s:Envelope>",
    ];

    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", "\"", ":", ",", "null", "true", "0", "-1", "<", ">", "</", "/>", "&amp;", "&#0;", "<![CDATA[", "]]>", "<!--", "<!DOCTYPE a>", "\uFEFF", "\u200c", "\\", "\\u0000", "\ud83d", "\n",
        "{text}", "{each}", "{secret}", "{recipient:98}", "{x", "$.", "@.", "[*]", "//", "/", "regex:", "(", ")+", "(a+)+$", "status", "reference", "body", "send", "row", "rows", "absent",
    ];

    private static int Count => int.TryParse(Environment.GetEnvironmentVariable("SMSYS_HOSTILE_ANSWERS"), out int wanted) ? wanted : 3_000;

    [Theory]
    [InlineData(Text, 0)]
    [InlineData(Xml, 1)]
    public void Hostile_answers_give_an_outcome(string definition, int answer)
    {
        Assert.Empty(HttpDefinition.Check(definition));
        for (int i = 0; i < Count; i++)
        {
            var random = new Random(i);
            string hostile = Mutate(Answers[answer], random);
            var handler = new ListeningHandler(random.Next(4) == 0 ? 500 : 200, random.Next(4) == 0 ? "text/html" : "text/plain", hostile);
            ISmsProvider provider = Described.Provider(definition, handler);

            Assert.Single(provider.Send([Some.Message()]));
            Assert.Equal(3, provider.Send([.. Some.Messages(3).Select(message => message with { Text = "سلام" })]).Count);
            Assert.True(provider.GetStates(["12", "13"]) is { Succeeded: true } or { Fault: not null });
            Assert.Equal(3, handler.Requests.Count);
        }
    }

    [Fact]
    public void Hostile_descriptions_give_sentences_and_call_nobody()
    {
        string[] seeds = [GenericSimulator.Definition, Described.Smallest, Text, Xml];
        for (int i = 0; i < Count; i++)
        {
            var random = new Random(i);
            string definition = Mutate(seeds[random.Next(seeds.Length)], random);
            var handler = new ListeningHandler(200, "application/json", Answers[random.Next(2)]);

            IReadOnlyList<string> problems = HttpDefinition.Check(definition);
            ISmsProvider provider = Described.Provider(definition, handler);
            Assert.Single(provider.Send([Some.Message()]));
            Assert.NotNull(provider.GetBalance());
            Assert.NotNull(provider.GetStates(["1"]));
            Assert.Single(provider.Ask([1]));

            Assert.All(problems, sentence => Assert.Contains(": ", sentence, StringComparison.Ordinal));
            Assert.True(problems.Count == 0 || handler.Requests.Count == 0);
        }
    }

    private static string Mutate(string seed, Random random)
    {
        var text = new StringBuilder(seed);
        for (int change = random.Next(1, 6); change > 0 && text.Length > 0; change--)
        {
            int at = random.Next(text.Length);
            switch (random.Next(5))
            {
                case 0:
                    text[at] = (char)random.Next(32, 127);
                    break;
                case 1:
                    text.Remove(at, Math.Min(random.Next(1, 30), text.Length - at));
                    break;
                case 2:
                    text.Insert(at, Pieces[random.Next(Pieces.Length)]);
                    break;
                case 3:
                    text.Insert(at, text.ToString(at, Math.Min(random.Next(1, 100), text.Length - at)));
                    break;
                default:
                    text.Length = random.Next(10) == 0 ? at : text.Length;
                    break;
            }
        }

        return text.ToString();
    }
}
