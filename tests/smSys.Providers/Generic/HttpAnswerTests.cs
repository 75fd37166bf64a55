using System.Diagnostics;
using smSys.Messaging.Providers;
using smSys.Providers.Tests.Doubles;

namespace smSys.Providers.Tests.Generic;

/// <summary>What answers mean: by the description's tests and tables, and otherwise unclear with the provider's words.</summary>
public sealed class HttpAnswerTests
{
    [Theory]
    [InlineData(200, "{\"status\":\"OK\",\"id\":\"a-1\"}", "a-1")]
    [InlineData(200, "{\"Status\":\"ok\",\"ID\":99999999999999999999}", "99999999999999999999")]
    public void A_success_has_an_id(int status, string body, string id)
    {
        SendOutcome outcome = Described.Send(Described.Smallest, status, body);

        Assert.Equal((SendOutcomeKind.Accepted, id), (outcome.Kind, outcome.ProviderMessageId));
    }

    [Theory]
    [InlineData(200, "application/json", "{\"status\":\"no\",\"code\":7,\"words\":\"اعتبار کافی نیست\"}", ProviderFaultKind.Credit, "7", "اعتبار کافی نیست")]
    [InlineData(400, "application/json", "{\"code\":\"8\",\"words\":\"گیرنده\"}", ProviderFaultKind.Refused, "8", "گیرنده")]
    [InlineData(500, "application/json", "{\"code\":\"8\",\"words\":\"گیرنده\"}", ProviderFaultKind.Refused, "8", "گیرنده")]
    [InlineData(200, "application/json", "{\"status\":\"no\",\"code\":9,\"words\":\"نامعلوم\"}", ProviderFaultKind.Unclear, "9", "نامعلوم")]
    [InlineData(200, "application/json", "{\"status\":\"no\"}", ProviderFaultKind.Unclear, "200", "{\"status\":\"no\"}")]
    [InlineData(500, "application/json", "{\"status\":\"ok\",\"id\":5}", ProviderFaultKind.Unclear, "500", "{\"status\":\"ok\",\"id\":5}")]
    [InlineData(200, "application/json", "{\"status\":\"ok\"}", ProviderFaultKind.Unclear, "no-id", "The answer passes for a success but gives no id.")]
    [InlineData(200, "application/json", "{\"status\":\"ok\",\"id\":0}", ProviderFaultKind.Unclear, "no-id", "The answer passes for a success but gives no id.")]
    [InlineData(200, "application/json", "{\"status\":\"ok\",\"id\":-7}", ProviderFaultKind.Unclear, "no-id", "The answer passes for a success but gives no id.")]
    [InlineData(200, "application/json", "{\"status\":\"ok\",\"id\":{\"id\":5}}", ProviderFaultKind.Unclear, "no-id", "The answer passes for a success but gives no id.")]
    [InlineData(403, "text/html", "<html><h1>Forbidden</h1></html>", ProviderFaultKind.Unclear, "http-403", "HTTP 403, text/html: Forbidden")]
    [InlineData(200, "application/json", "[1,2", ProviderFaultKind.Unclear, "unreadable", "HTTP 200, application/json: [1,2")]
    [InlineData(200, "application/json", "", ProviderFaultKind.Unclear, "empty", "HTTP 200, application/json:")]
    [InlineData(401, "", "", ProviderFaultKind.Unclear, "http-401", "HTTP 401, no content type:")]
    public void Refusals_are_sorted_and_what_proves_nothing_is_unknown(int status, string type, string body, ProviderFaultKind kind, string code, string words)
    {
        SendOutcome outcome = Described.Send(Described.Smallest, status, body, type);

        Assert.Equal((kind, code, words), (outcome.Fault!.Kind, outcome.Fault.Code, outcome.Fault.Words));
        Assert.Equal(kind == ProviderFaultKind.Unclear ? SendOutcomeKind.Unknown : SendOutcomeKind.Rejected, outcome.Kind);
    }

    [Theory]
    [InlineData(ProviderFaultKind.Refused)]
    [InlineData(ProviderFaultKind.Blocked)]
    [InlineData(ProviderFaultKind.SlowDown)]
    [InlineData(ProviderFaultKind.SignIn)]
    [InlineData(ProviderFaultKind.Credit)]
    [InlineData(ProviderFaultKind.OutOfService)]
    [InlineData(ProviderFaultKind.Unclear)]
    public void Every_kind_of_fault_can_be_named(ProviderFaultKind kind)
    {
        string definition = Described.Small(("errorCodes", "{ \"-35 x\": \"" + kind + "\" }"));

        Assert.Equal(kind, Described.Send(definition, 200, "{\"code\":\"-35 X\"}").Fault!.Kind);
    }

    [Fact]
    public void An_empty_answer_can_be_named_by_its_status()
    {
        string definition = Described.Small(("errorCodes", "{ \"empty-401\": \"SignIn\" }"));

        Assert.Equal(ProviderFaultKind.SignIn, Described.Send(definition, 401, string.Empty).Fault!.Kind);
        Assert.Equal(ProviderFaultKind.Unclear, Described.Send(definition, 401, "<html>", "text/html").Fault!.Kind);
    }

    [Fact]
    public void Places_are_tried_in_turn_and_a_status_can_be_a_code()
    {
        string definition = Described.Small(("send/error/code", "[ \"$.code\", \"$.errors[0].code\", \"status\" ]"), ("errorCodes", "{ \"e1\": \"Blocked\", \"429\": \"SlowDown\" }"));

        Assert.Equal(ProviderFaultKind.Blocked, Described.Send(definition, 422, "{\"errors\":[{\"code\":\"e1\"}]}").Fault!.Kind);
        Assert.Equal(ProviderFaultKind.SlowDown, Described.Send(definition, 429, "{}").Fault!.Kind);
        Assert.Equal(ProviderFaultKind.Unclear, Described.Send(definition, 429, "<html>slow</html>", "text/html").Fault!.Kind);
    }

    [Theory]
    [InlineData("$.data.id", "{\"status\":\"ok\",\"data\":{\"id\":5}}", "5")]
    [InlineData("$['data x'][1][\"id\"]", "{\"status\":\"ok\",\"data x\":[{},{\"id\":\"b\"}]}", "b")]
    [InlineData("regex:\"id\":\\s*(?<value>\\d+)", "{\"status\":\"ok\",\"id\": 71}", "71")]
    [InlineData("regex:id.:(\\d+)", "{\"status\":\"ok\",\"id\":72}", "72")]
    [InlineData("$.data.id", "{\"status\":\"ok\",\"data\":[{\"id\":5}]}", null)]
    [InlineData("$.data[1].id", "{\"status\":\"ok\",\"data\":[{\"id\":5}]}", null)]
    [InlineData("$.data.id", "{\"status\":\"ok\",\"data\":null}", null)]
    public void Json_paths_and_expressions_find_ids(string place, string body, string? id)
    {
        string definition = Described.Small(("send/id", System.Text.Json.JsonSerializer.Serialize(place)));

        Assert.Equal(id, Described.Send(definition, 200, body).ProviderMessageId);
    }

    [Theory]
    [InlineData("/Envelope/Body/SendResponse/SendResult/@id", "7")]
    [InlineData("/soap:Envelope/soap:Body/SendResponse/SendResult/@id", "7")]
    [InlineData("//item[1]", null)]
    [InlineData("/envelope/body/sendresponse/sendresult/item[2]/text()", "b")]
    [InlineData("//Item", "a")]
    [InlineData("/SendResponse/SendResult/@id", null)]
    public void Xml_paths_find_elements_and_attributes(string place, string? id)
    {
        const string Body = "<?xml version='1.0'?><soap:Envelope xmlns:soap='http://schemas.xmlsoap.org/soap/envelope/'><soap:Body><SendResponse xmlns='http://x/'>"
            + "<SendResult id='7' status='ok'><item>a</item><item>b</item></SendResult></SendResponse></soap:Body></soap:Envelope>";
        string definition = Described.Small(
            ("send/contentType", "\"text/xml\""), ("send/body", "\"<a to='{recipient}'>{text}</a>\""), ("send/error", null),
            ("send/success", "{ \"at\": \"//SendResult/@status\", \"equals\": \"ok\" }"), ("send/id", "\"" + place + "\""));

        if (place.StartsWith("//item[", StringComparison.Ordinal))
        {
            Assert.NotEmpty(smSys.Providers.Generic.Definitions.HttpDefinition.Check(definition));
            return;
        }

        Assert.Equal(id, Described.Send(definition, 200, Body, "text/xml").ProviderMessageId);
        Assert.Equal("http-403", Described.Send(definition, 403, "<html><body status='ok'/></html>", "text/html").Fault!.Code);
        Assert.Equal("unreadable", Described.Send(definition, 200, "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", "text/xml").Fault!.Code);
    }

    [Fact]
    public void An_expression_that_never_ends_is_stopped_and_proves_nothing()
    {
        string definition = Described.Small(("send/success", "{ \"at\": \"body\", \"matches\": \"^(a+)+$\" }"), ("send/id", "\"regex:(a+)\""), ("send/error", null));
        long started = Stopwatch.GetTimestamp();

        SendOutcome outcome = Described.Send(definition, 200, new string('a', 40) + "!", "text/plain");

        Assert.Equal((SendOutcomeKind.Unknown, "slow-pattern"), (outcome.Kind, outcome.Fault!.Code));
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(10), "It was not stopped.");
    }

    [Fact]
    public void Rows_of_text_are_found_by_an_expression_and_matched_by_recipient()
    {
        string definition = Described.Small(
            ("send/success", "{ \"at\": \"body\", \"matches\": \"^OK\" }"), ("send/id", "\"regex:\\\\d{4,}\""), ("send/error", null),
            ("sendMany", """
                {
                  "url": "/many", "contentType": "application/x-www-form-urlencoded", "separator": ";",
                  "body": "to={recipients}&text={text}",
                  "success": { "at": "body", "matches": "^OK" },
                  "id": "reference",
                  "rows": "regex:(?m)^\\d+=.+$",
                  "row": { "recipient": "regex:^\\d+", "id": "regex:=(\\d+)$", "code": "regex:=E(\\d+)", "words": "@" }
                }
                """),
            ("sendMany/id", null),
            ("sendMany/row/words", null));
        var handler = new ListeningHandler(200, "text/plain", "OK\n09121110002=E8\n09121110001=555001");

        IReadOnlyList<SendOutcome> outcomes = Described.Provider(definition, handler).Send(
            [Some.Message(1, "09121110001"), Some.Message(2, "09121110002"), Some.Message(3, "09121110003")]);

        Assert.Equal("to=09121110001%3B09121110002%3B09121110003&text=%D8%B3%D9%84%D8%A7%D9%85", handler.Requests.Single().Body);
        Assert.Equal("555001", outcomes[0].ProviderMessageId);
        Assert.Equal((ProviderFaultKind.Refused, "8"), (outcomes[1].Fault!.Kind, outcomes[1].Fault!.Code));
        Assert.Equal("unmatched", outcomes[2].Fault!.Code);
    }

    [Theory]
    [InlineData(404, "{\"found\":false}", ReferenceAnswerKind.Absent)]
    [InlineData(200, "{\"status\":\"ok\",\"id\":12,\"state\":\"d\"}", ReferenceAnswerKind.Found)]
    [InlineData(404, "<html>Not found</html>", ReferenceAnswerKind.CannotSay)]
    [InlineData(404, "{}", ReferenceAnswerKind.CannotSay)]
    [InlineData(200, "{\"status\":\"ok\"}", ReferenceAnswerKind.CannotSay)]
    [InlineData(500, "{\"found\":false}", ReferenceAnswerKind.CannotSay)]
    public void Absence_has_to_be_proved(int status, string body, ReferenceAnswerKind kind)
    {
        string definition = Described.Small(
            ("ask", "{ \"url\": \"/ask?r={reference}\", \"success\": { \"at\": \"$.status\", \"equals\": \"ok\" }, \"absent\": { \"status\": 404, \"at\": \"$.found\", \"equals\": \"false\" }, \"id\": \"$.id\", \"state\": \"$.state\" }"),
            ("stateCodes", "{ \"d\": \"Delivered\" }"));

        ReferenceAnswer answer = Described.Provider(definition, new ListeningHandler(status, "application/json", body)).Ask([77]).Single();

        Assert.Equal(kind, answer.Kind);
        Assert.Equal(kind == ReferenceAnswerKind.Found ? DeliveryStateKind.Delivered : null, answer.State);
    }

    [Fact]
    public void A_provider_with_a_word_for_not_found_has_to_say_it_for_each_reference()
    {
        string definition = Described.Small(
            ("ask", "{ \"url\": \"/ask?r={references}\", \"limit\": 10, \"success\": { \"status\": 200 }, \"rows\": \"$.rows[*]\", \"row\": { \"reference\": \"@.r\", \"id\": \"@.id\", \"absent\": { \"at\": \"@.id\", \"equals\": \"none\" } } }"));

        IReadOnlyList<ReferenceAnswer> answers = Described.Provider(
            definition, new ListeningHandler(200, "application/json", "{\"rows\":[{\"r\":1,\"id\":\"x\"},{\"r\":2,\"id\":\"none\"}]}")).Ask([1, 2, 3]);

        Assert.Equal([ReferenceAnswerKind.Found, ReferenceAnswerKind.Absent, ReferenceAnswerKind.CannotSay], answers.Select(answer => answer.Kind));
    }

    [Fact]
    public void One_state_a_call_and_ids_that_could_leave_their_place()
    {
        string one = Described.Small(
            ("states", "{ \"url\": \"/state/{id}\", \"success\": { \"status\": 200 }, \"state\": \"$.s\", \"time\": \"$.t\" }"), ("stateCodes", "{ \"d\": \"Delivered\" }"));
        string many = Described.Small(
            ("states", "{ \"url\": \"/state?ids={ids}\", \"limit\": 10, \"success\": { \"status\": 200 }, \"rows\": \"$[*]\", \"row\": { \"id\": \"@.i\", \"state\": \"@.s\" } }"), ("stateCodes", "{ \"d\": \"Delivered\" }"));
        var single = new ListeningHandler(200, "application/json", "{\"s\":\"d\",\"t\":1795420800000}");
        var several = new ListeningHandler(200, "application/json", "[{\"i\":\"a&b\",\"s\":\"d\"},{\"i\":\"c,d\",\"s\":\"d\"}]");

        ProviderAnswer<IReadOnlyList<DeliveryState>> state = Described.Provider(one, single).GetStates(["a/b?c"]);
        ProviderAnswer<IReadOnlyList<DeliveryState>> dots = Described.Provider(one, single).GetStates([".."]);
        ProviderAnswer<IReadOnlyList<DeliveryState>> states = Described.Provider(many, several).GetStates(["a&b", "c,d"]);

        Assert.Equal("https://panel.example.test/state/a%2Fb%3Fc", single.Requests.Single().Address);
        Assert.Equal(new DeliveryState("a/b?c", DeliveryStateKind.Delivered, "d", new DateTime(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc)), state.Value.Single());
        Assert.Equal("address", dots.Fault!.Code);
        Assert.Equal("https://panel.example.test/state?ids=a%26b", several.Requests.Single().Address);
        Assert.Equal("a&b", states.Value.Single().ProviderMessageId);
    }

    [Fact]
    public void Windows_of_time_and_cursors_of_the_answer()
    {
        string definition = Described.Small(("receive", """
            {
              "url": "/inbox?from={since:unix}&to={until:tehran}&iso={since}&c={cursor}&line={line}", "limit": 2, "newestFirst": true,
              "success": { "status": 200 }, "cursor": "$.next", "rows": "$.list[*]", "row": { "sender": "@.s", "text": "@.t", "id": "@.i" }
            }
            """));
        var handler = new ListeningHandler(200, "application/json", "{\"next\":\"p 2\",\"list\":[{\"s\":\"0912\",\"t\":\"دوم\",\"i\":2},{\"s\":\"0913\",\"t\":\"اول\",\"i\":1}]}");
        var now = new DateTime(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc);

        ReceivedPage page = Described.Provider(definition, handler).Receive(new ReceiveRequest("3000", "p&1", now.AddHours(-1), now)).Value;
        ReceivedPage same = Described.Provider(definition, handler).Receive(new ReceiveRequest("3000", "p 2", now.AddHours(-1), now)).Value;

        Assert.Equal("https://panel.example.test/inbox?from=1795417200&to=2026-11-23%2011%3A30%3A00&iso=2026-11-23T07%3A00%3A00Z&c=p%261&line=3000", handler.Requests[0].Address);
        Assert.Equal(["اول", "دوم"], page.Messages.Select(message => message.Text));
        Assert.Equal(("p 2", true, "3000"), (page.Cursor, page.HasMore, page.Messages[0].Line));
        Assert.False(same.HasMore);
    }
}
