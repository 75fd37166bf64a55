using ProviderSimulators.Generic;
using smSys.Messaging.Providers;
using smSys.Providers.Generic.Definitions;
using smSys.Providers.Tests.Doubles;

namespace smSys.Providers.Tests.Generic;

/// <summary>What is wrong with a description is said by field, in a sentence that says what to do.</summary>
public sealed class HttpDefinitionTests
{
    [Fact]
    public void The_smallest_description_is_complete() => Assert.Empty(HttpDefinition.Check(Described.Smallest));

    [Theory]
    [InlineData("", "The definition: it is missing")]
    [InlineData("  ", "The definition: it is missing")]
    [InlineData("[]", "The definition: it has to be one JSON object")]
    [InlineData("{ \"send\": { \"url\": \"/a\" }", "The definition: it has to be one JSON object, from { to }, with every bracket closed")]
    [InlineData("{ \"send\": { \"url\": \"/a\" \"body\": 1 } }", "The definition: the JSON is broken at or behind send.url")]
    [InlineData("{ \"send\": {} ", "The definition: the JSON is broken at or behind send")]
    [InlineData("{ \"numbers\": \"98\", \"numbers\": \"09\" }", "numbers: this field stands twice")]
    [InlineData("{}", "send: say how one message is sent")]
    public void A_text_that_is_no_description_is_refused(string json, string problem) => Assert.Contains(HttpDefinition.Check(json), sentence => sentence.StartsWith(problem, StringComparison.Ordinal));

    [Theory]
    [InlineData("sned", "{}", "sned: this field is not known here; known are numbers")]
    [InlineData("send/ulr", "\"/a\"", "send.ulr: this field is not known here")]
    [InlineData("send/success", null, "send.success: say how a success is known")]
    [InlineData("send/success", "{ \"at\": \"$.status\" }", "send.success: a test names status, or at together with equals")]
    [InlineData("send/success", "{ \"equals\": \"ok\" }", "send.success: a test names status, or at together with equals")]
    [InlineData("send/success", "{ \"status\": 2000 }", "send.success.status: an HTTP status is a number from 100 to 599")]
    [InlineData("send/success/matches", "\"([\"", "send.success.matches: \"([\" is no regular expression")]
    [InlineData("send/url", "\"\"", "send.url: say which address is called")]
    [InlineData("send/url", "\"/a b\"", "send.url: this is no address")]
    [InlineData("send/url", "5", "send.url: has to be a text")]
    [InlineData("send/url", "\"https://{user}.example.ir/send\"", "send.url: scheme and host cannot hold a placeholder")]
    [InlineData("send/url", "\"{user}\"", "send.url: scheme and host cannot hold a placeholder")]
    [InlineData("send/url", "\"/send/{text}\"", "send.url: {text} cannot be part of the path")]
    [InlineData("send/url", "\"/send?a=%{text}\"", "send.url: no placeholder can follow a % sign")]
    [InlineData("send/method", "\"PUT\"", "send.method: only GET and POST are known")]
    [InlineData("send/method", "\"GET\"", "send.method: a GET that sends may be repeated")]
    [InlineData("send/body", null, "send.body: a POST that sends needs a body")]
    [InlineData("send/body", "\"\"", "send.body: a POST that sends needs a body")]
    [InlineData("send/body/text", "\"{txet}\"", "send.body.text: there is no placeholder {txet} here; known are {user}")]
    [InlineData("send/body/text", "\"{Text}\"", "send.body.text: there is no placeholder {Text} here")]
    [InlineData("send/body/text", "\"{text:98}\"", "send.body.text: the placeholder {text:98} has no form \"98\"")]
    [InlineData("send/body/text", "\"fixed\"", "send: the request says nowhere {text}")]
    [InlineData("send/body/to", "\"fixed\"", "send: the request says nowhere {recipient}")]
    [InlineData("send/body/ids", "\"{ids}\"", "send.body.ids: there is no placeholder {ids} here")]
    [InlineData("send/contentType", "\"multipart/form-data\"", "send.contentType: \"multipart/form-data\" is not known")]
    [InlineData("send/contentType", "\"application/json; charset=windows-1256\"", "send.contentType: bodies go out in UTF-8")]
    [InlineData("send/headers/X-Text", "\"{text}\"", "send.headers.X-Text: {text} may hold what no header can carry; write {text:percent}")]
    [InlineData("send/headers/X-Name", "\"سلام\"", "send.headers.X-Name: a header holds plain ASCII only")]
    [InlineData("send/headers/X Name", "\"a\"", "send.headers.X Name: a header's name holds letters")]
    [InlineData("send/headers/Content-Type", "\"a\"", "send.headers.Content-Type: write it into contentType")]
    [InlineData("send/headers/Host", "\"a\"", "send.headers.Host: this header is written by the platform")]
    [InlineData("send/id", null, "send.id: say where the answer holds this")]
    [InlineData("send/id", "\"id\"", "send.id: \"id\" says no place; begin with $")]
    [InlineData("send/id", "\"$id\"", "send.id: the JSON path \"$id\" cannot be read")]
    [InlineData("send/id", "\"$.items[*].id\"", "send.id: the JSON path")]
    [InlineData("send/id", "\"$.items[x]\"", "send.id: the JSON path")]
    [InlineData("send/id", "\"@.id\"", "send.id: \"@.id\" begins at a row")]
    [InlineData("send/id", "\"/a//\"", "send.id: the XML path \"/a//\" cannot be read")]
    [InlineData("send/id", "\"/answer/id\"", "send: it looks for JSON ($, @) and for XML")]
    [InlineData("send/id", "\"regex:(\"", "send.id: \"(\" is no regular expression")]
    [InlineData("send/id", "[]", "send.id: must not be empty")]
    [InlineData("send/id", "{}", "send.id: has to be a text or a number")]
    [InlineData("send/error/kode", "\"$.a\"", "send.error.kode: this field is not known here; known are code, words")]
    [InlineData("send/cost", "\"reference\"", "send.cost: \"reference\" stands for the id of a message that is sent")]
    [InlineData("send/errorCodes", "{ \"1\": \"Perhaps\" }", "send.errorCodes.1: has to be one of Refused, Blocked")]
    [InlineData("send/errorCodes", "{ \"1\": \"Unreachable\" }", "send.errorCodes.1: has to be one of")]
    [InlineData("send/rows", "\"$.a[*]\"", "send.rows: this field is not known here")]
    [InlineData("numbers", "\"0\"", "numbers: has to be one of 09")]
    [InlineData("balanceUnit", "\"Toman\"", "balanceUnit: has to be one of Rial")]
    [InlineData("balance", "{ \"url\": \"/b\", \"success\": { \"status\": 200 }, \"amount\": \"$.a\" }", "balanceUnit: say what the balance counts")]
    [InlineData("pace", "{ \"send\": -1 }", "pace.send: has to be from 0 to 3600")]
    [InlineData("pace", "{ \"sends\": 1 }", "pace.sends: this field is not known here")]
    [InlineData("sendsPerBatch", "1000", "sendsPerBatch: has to be from 1 to 100")]
    [InlineData("allowGetForSending", "\"yes\"", "allowGetForSending: has to be true or false")]
    [InlineData("callback", "{ \"receipt\": { \"id\": \"id\" } }", "stateCodes: say what the states mean that the provider pushes")]
    [InlineData("callback", "{ \"recepit\": {} }", "callback.recepit: this field is not known here")]
    public void A_wrong_field_is_named(string path, string? json, string problem)
    {
        IReadOnlyList<string> problems = HttpDefinition.Check(Described.Small((path, json)));

        Assert.Contains(problems, sentence => sentence.StartsWith(problem, StringComparison.Ordinal));
        Assert.All(problems, sentence => Assert.EndsWith(".", sentence, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("send/id", "\"reference\"", "send.success: ", "a status alone proves nothing")]
    [InlineData("sendMany/body", "{ \"m\": [ \"{each}\" ], \"to\": \"{recipient}\" }", "sendMany: ", "{recipient} belongs to one message; write it into each, or write {recipients}")]
    [InlineData("sendMany/body", "{ \"m\": [] }", "sendMany.each: ", "nothing in the body says {each}")]
    [InlineData("sendMany/each", null, "sendMany.body: ", "there is no field \"each\"")]
    [InlineData("sendMany/body", "{ \"m\": [ \"{each}\" ], \"t\": \"{texts}\" }", "sendMany.body.t: ", "write {texts:array}")]
    [InlineData("sendMany/body", "{ \"m\": \"a {each}\" }", "sendMany.body.m: ", "{each} stands for whole parts of the body")]
    [InlineData("sendMany/each", "{ \"to\": \"{recipient}\", \"text\": \"{text}\" }", "ask: ", "sendMany does not give our references")]
    [InlineData("sendMany/rows", null, "sendMany.rows: ", "say where the answer holds its rows")]
    [InlineData("sendMany/row/id", null, "sendMany.row.id: ", "say where the answer holds this")]
    [InlineData("send/body", "{ \"from\": \"{line}\", \"to\": \"{recipient}\", \"text\": \"{text}\" }", "ask: ", "send does not give; write {reference} into send")]
    [InlineData("ask/rows", "\"regex:x\"", "ask.absent: ", "would pass for \"never arrived\"")]
    [InlineData("ask/url", "\"/ask\"", "ask: ", "the request says nowhere {reference} or {references}")]
    [InlineData("ask/url", "\"/ask?r={reference}\"", "ask.limit: ", "a call about several needs {references}")]
    [InlineData("states/stateCodes", "{ \"1\": \"Gone\" }", "states.stateCodes.1: ", "has to be one of Unknown, Queued")]
    [InlineData("stateCodes", null, "states.stateCodes: ", "say what the provider's states mean")]
    [InlineData("receive/row/id", null, "receive.row.id: ", "the cursor is the newest id")]
    [InlineData("receive/rows", null, "receive.rows: ", "say where the answer holds its rows")]
    [InlineData("lines/row", null, "lines.row.line: ", "say where the answer holds this")]
    public void What_only_the_whole_tells_is_judged_too(string path, string? json, string field, string words)
    {
        string definition = path == "send/id"
            ? Described.Small((path, json), ("send/success", "{ \"status\": 200 }"))
            : Described.With(GenericSimulator.Definition, (path, json));

        Assert.Contains(HttpDefinition.Check(definition), sentence => sentence.StartsWith(field, StringComparison.Ordinal) && sentence.Contains(words, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("application/json", "{\"t\":\"\\\\{text}\",\"r\":\"{recipient}\"}", "no placeholder can follow a backslash")]
    [InlineData("application/json", "{\"t\":{text},\"r\":\"{recipient}\"}", "{text} is a text; put it into quotes")]
    [InlineData("application/json", "{\"t\":\"{text}\",\"r\":\"{recipient}\"", "filled with trial values this is no well-formed JSON")]
    [InlineData("application/json", "{\"t\":\"\\\\u00{text}\",\"r\":\"{recipient}\"}", "filled with trial values this is no well-formed JSON")]
    [InlineData("text/xml", "<a r='{recipient}'>{text}</b>", "filled with trial values this is no well-formed XML")]
    [InlineData("text/xml", "<a {text}='1'>{recipient}</a>", "has to stand between the quotes of an attribute")]
    [InlineData("text/xml", "<a r='{recipient}'><!-- {text} --></a>", "cannot stand in a comment")]
    [InlineData("text/xml", "<a r='{recipient}'><![CDATA[{text}]]></a>", "cannot stand in a comment, an instruction, a document type or a CDATA section")]
    [InlineData("text/xml", "<?p {text}?><a r='{recipient}'/>", "cannot stand in a comment")]
    [InlineData("text/xml", "<!DOCTYPE a><a r='{recipient}'>{text}</a>", "filled with trial values this is no well-formed XML")]
    [InlineData("text/xml", "<a r='{recipient}'>&{text};</a>", "filled with trial values this is no well-formed XML")]
    [InlineData("application/x-www-form-urlencoded", "to={recipient}&t=%2{text}", "no placeholder can follow a % sign")]
    [InlineData("text/plain", "{recipient} {text}", "{text} has to stand alone")]
    public void A_body_in_which_a_value_could_leave_its_place_is_refused(string type, string body, string words)
    {
        string definition = Described.Small(("send/contentType", "\"" + type + "\""), ("send/body", "\"" + body.Replace("\"", "\\\"", StringComparison.Ordinal) + "\""));

        Assert.Contains(HttpDefinition.Check(definition), sentence => sentence.StartsWith("send.body: ", StringComparison.Ordinal) && sentence.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public void With_a_broken_description_nothing_is_called_and_the_setting_is_paused()
    {
        var handler = new ListeningHandler(200, "application/json", "{}");
        ISmsProvider provider = Described.Provider(Described.Small(("sned", "{}"), ("send/id", null)), handler);

        ProviderFault fault = provider.Send([Some.Message()]).Single().Fault!;

        Assert.Equal((ProviderFaultKind.SignIn, "definition"), (fault.Kind, fault.Code));
        Assert.Contains("sned: this field is not known here", fault.Words, StringComparison.Ordinal);
        Assert.Equal("definition", provider.GetBalance().Fault!.Code);
        Assert.Equal("definition", provider.Ask([1]).Single().Fault!.Code);
        Assert.Equal("definition", provider.GetStates(["1"]).Fault!.Code);
        Assert.Empty(handler.Requests);
    }

    [Fact]
    public void What_a_description_lacks_is_declared_and_not_thrown()
    {
        ISmsProvider provider = Described.Provider(Described.Smallest, new ListeningHandler(200, "application/json", "{}"));

        Assert.Equal(new ProviderCapabilities(), provider.Capabilities);
        Assert.Equal(ProviderFaultKind.NotSupported, provider.GetLines().Fault!.Kind);
        Assert.Equal(ProviderFaultKind.NotSupported, provider.Ask([1]).Single().Fault!.Kind);
    }

    [Fact]
    public void Limits_pace_and_windows_are_capabilities()
    {
        string definition = Described.Small(
            ("sendsPerBatch", "20"), ("pace", "{ \"send\": 0.5, \"states\": 2, \"receive\": 3 }"), ("stateWindowHours", "48"), ("askWindowHours", "12"), ("refusesRepeatedReference", "true"));

        ProviderCapabilities can = Described.Provider(definition, new ListeningHandler(200, "application/json", "{}")).Capabilities;

        Assert.Equal((20, TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3)), (can.SendLimit, can.SendPace, can.StatePace, can.ReceivePace));
        Assert.Equal((TimeSpan.FromHours(48), TimeSpan.FromHours(12), true), (can.StateWindow, can.AskWindow, can.RefusesRepeatedReference));
    }
}
