using System.Net;
using CrmEmulator.Metadata;
using CrmEmulator.WebApi;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Newtonsoft.Json.Linq;

namespace CrmEmulator.Tests.WebApi;

public sealed class WritingTests : IDisposable
{
    private readonly ServedOrganization crm = new();

    [Fact]
    public void A_row_is_created_with_lookups_bound_and_its_address_given()
    {
        var contact = crm.Sample.CreateContact();

        var answer = crm.Post("new_orders", new JObject
        {
            ["new_name"] = "سفارش ۱",
            ["new_amount"] = 12.5,
            ["new_price"] = 1000,
            ["new_pieces"] = 3,
            ["new_urgent"] = true,
            ["new_dueon"] = "2026-12-01T10:00:00+03:30",
            ["new_ContactId@odata.bind"] = $"/contacts({contact})",
        });

        Assert.True(answer.Status == HttpStatusCode.NoContent, answer.Text);
        var row = crm.Get(answer.Headers["OData-EntityId"] + "?$select=new_name,new_amount,new_price,new_pieces,new_urgent,new_dueon,_new_contactid_value").Json;
        Assert.Equal("سفارش ۱", (string?)row["new_name"]);
        Assert.Equal(12.5m, (decimal)row["new_amount"]!);
        Assert.Equal(1000m, (decimal)row["new_price"]!);
        Assert.True((bool)row["new_urgent"]!);
        Assert.Equal("2026-12-01T06:30:00Z", (string?)row["new_dueon"]);
        Assert.Equal(contact.ToString("D"), (string?)row["_new_contactid_value"]);
    }

    [Fact]
    public void The_written_row_comes_back_when_preferred()
    {
        var created = crm.Post("new_orders?$select=new_name", new JObject { ["new_name"] = "یک" }, ("Prefer", "return=representation"));
        var changed = crm.Patch($"new_orders({created.Json["new_orderid"]})?$select=new_name", new JObject { ["new_name"] = "دو" }, ("Prefer", "return=representation"));

        Assert.Equal((HttpStatusCode.Created, "یک"), (created.Status, (string?)created.Json["new_name"]));
        Assert.Equal((HttpStatusCode.OK, "دو"), (changed.Status, (string?)changed.Json["new_name"]));
    }

    [Fact]
    public void A_patch_makes_the_row_unless_it_must_exist()
    {
        var id = Guid.NewGuid();

        var refused = crm.Patch($"new_orders({id})", new JObject { ["new_name"] = "نو" }, ("If-Match", "*"));
        var made = crm.Patch($"new_orders({id})", new JObject { ["new_name"] = "نو" });
        var again = crm.Patch($"new_orders({id})", new JObject { ["new_name"] = "نو" }, ("If-None-Match", "*"));

        Assert.Equal(HttpStatusCode.NotFound, refused.Status);
        Assert.True(made.Status == HttpStatusCode.NoContent, made.Text);
        Assert.Equal(HttpStatusCode.PreconditionFailed, again.Status);
    }

    [Fact]
    public void A_version_that_does_not_fit_is_refused()
    {
        var id = crm.Sample.CreateOrder();
        var etag = (string)crm.Get($"new_orders({id})?$select=new_name").Json["@odata.etag"]!;

        var first = crm.Patch($"new_orders({id})", new JObject { ["new_name"] = "الف" }, ("If-Match", etag));
        var second = crm.Patch($"new_orders({id})", new JObject { ["new_name"] = "ب" }, ("If-Match", etag));
        var deletion = crm.Send("DELETE", $"new_orders({id})", null, ("If-Match", etag));

        Assert.Equal(HttpStatusCode.NoContent, first.Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, second.Status);
        Assert.Equal("0x80060882", (string?)second.Json["error"]!["code"]);
        Assert.Equal(HttpStatusCode.PreconditionFailed, deletion.Status);
    }

    [Fact]
    public void Single_properties_and_lookups_are_set_and_emptied()
    {
        var order = crm.Sample.CreateOrder();
        var contact = crm.Sample.CreateContact();

        crm.Send("PUT", $"new_orders({order})/new_number", new JObject { ["value"] = "7" }.ToString());
        crm.Send("PUT", $"new_orders({order})/new_ContactId/$ref", new JObject { ["@odata.id"] = $"{crm.Root}contacts({contact})" }.ToString());
        var set = crm.Get($"new_orders({order})?$select=new_number,_new_contactid_value").Json;
        crm.Send("DELETE", $"new_orders({order})/new_number", null);
        crm.Send("DELETE", $"new_orders({order})/new_ContactId/$ref", null);
        var emptied = crm.Get($"new_orders({order})?$select=new_number,_new_contactid_value").Json;

        Assert.Equal(("7", contact.ToString("D")), ((string?)set["new_number"], (string?)set["_new_contactid_value"]));
        Assert.Equal((JTokenType.Null, JTokenType.Null), (emptied["new_number"]!.Type, emptied["_new_contactid_value"]!.Type));
    }

    [Fact]
    public void Rows_are_found_by_alternate_key()
    {
        crm.Sample.Service.Create(new Entity("new_order") { ["new_name"] = "کلید", ["new_shop"] = "A", ["new_number"] = "12" });

        var found = crm.Get("new_orders(new_shop='A',new_number='12')?$select=new_name");
        var changed = crm.Patch("new_orders(new_shop='A',new_number='12')", new JObject { ["new_name"] = "عوض" }, ("If-Match", "*"));

        Assert.Equal("کلید", (string?)found.Json["new_name"]);
        Assert.True(changed.Status == HttpStatusCode.NoContent, changed.Text);
    }

    [Fact]
    public void A_refusal_of_a_plug_in_is_shown_with_its_words()
    {
        crm.Sample.Organization.PlugIns.Register(
            new StepDefinition { Id = Guid.NewGuid(), Name = "refuse", PlugInTypeName = "Test.Refuse", Message = "Create", Table = "new_order", Stage = 20, Mode = 0 },
            () => new Refusing());

        var answer = crm.Post("new_orders", new JObject { ["new_name"] = "یک" });

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(("0x80040265", "سفارش پذیرفته نشد."), ((string?)answer.Json["error"]!["code"], (string?)answer.Json["error"]!["message"]));
    }

    [Theory]
    [InlineData("{\"new_nothing\":1}", "new_nothing")]
    [InlineData("{\"new_pieces\":\"سه\"}", "new_pieces")]
    [InlineData("{\"new_name\":5}", "new_name")]
    [InlineData("{\"new_ContactId@odata.bind\":\"/accounts(00000000-0000-0000-0000-000000000001)\"}", "new_ContactId")]
    [InlineData("{\"_new_contactid_value\":\"00000000-0000-0000-0000-000000000001\"}", "_new_contactid_value")]
    [InlineData("not json", "Payload")]
    public void A_body_that_does_not_fit_is_refused_with_the_property(string body, string words)
    {
        var answer = crm.Send("POST", "new_orders", body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(words, (string?)answer.Json["error"]!["message"]);
    }

    [Fact]
    public void A_change_set_is_done_as_a_whole_or_not_at_all()
    {
        var good = Batch(("POST", "contacts", "{\"lastname\":\"احمدی\"}"), ("POST", "new_orders", "{\"new_name\":\"با هم\",\"new_ContactId@odata.bind\":\"$1\"}"));
        var bad = Batch(("POST", "contacts", "{\"lastname\":\"گمشده\"}"), ("POST", "new_orders", "{\"new_nothing\":1}"));

        Assert.True(good.Status == HttpStatusCode.OK, good.Text);
        Assert.Equal(2, good.Text.Split("HTTP/1.1 204").Length - 1);
        Assert.Equal(HttpStatusCode.BadRequest, bad.Status);
        Assert.Contains("new_nothing", bad.Text);
        Assert.Empty(crm.Get("contacts?$filter=lastname eq 'گمشده'").Rows);
        Assert.Equal("احمدی", (string?)crm.Get("new_orders?$filter=new_name eq 'با هم'&$expand=new_ContactId($select=lastname)").Rows[0]["new_ContactId"]!["lastname"]);
    }

    [Fact]
    public void Functions_answer_who_calls()
    {
        var user = crm.Sample.CreateUser("دوم", crm.Sample.Organization.AdministratorRoleId);

        var mine = crm.Get("WhoAmI()").Json;
        var other = crm.Get("WhoAmI", ("MSCRMCallerID", user.ToString())).Json;
        var session = crm.Get("WhoAmI", ("Cookie", $"{WebApiOptions.SessionCookie}={user}")).Json;

        Assert.Equal(crm.Sample.Organization.AdministratorId.ToString("D"), (string?)mine["UserId"]);
        Assert.Equal(user.ToString("D"), (string?)other["UserId"]);
        Assert.Equal(user.ToString("D"), (string?)session["UserId"]);
    }

    [Fact]
    public void An_action_of_a_queue_takes_a_row()
    {
        var queue = crm.Sample.Service.Create(new Entity("queue") { ["name"] = "پشتیبانی" });
        var task = crm.Sample.Service.Create(new Entity("task") { ["subject"] = "زنگ" });

        var answer = crm.Post($"queues({queue})/Microsoft.Dynamics.CRM.AddToQueue", new JObject { ["Target"] = new JObject { ["@odata.type"] = "Microsoft.Dynamics.CRM.task", ["activityid"] = task } });

        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        Assert.NotNull(answer.Json["QueueItemId"]);
        Assert.Single(crm.Sample.Service.RetrieveMultiple(new QueryExpression("queueitem") { ColumnSet = new ColumnSet("objectid") }).Entities);
    }

    [Fact]
    public void Rows_are_associated_and_disassociated_by_reference()
    {
        var list = crm.Sample.Service.Create(new Entity("campaign") { ["name"] = "پاییز" });
        var account = crm.Sample.Service.Create(new Entity("account") { ["name"] = "شرکت" });
        var child = crm.Sample.Service.Create(new Entity("account") { ["name"] = "شعبه" });

        var added = crm.Post($"accounts({account})/account_parent_account/$ref", new JObject { ["@odata.id"] = $"{crm.Root}accounts({child})" });
        var one = crm.Get($"accounts({account})/account_parent_account?$select=name");
        var removed = crm.Send("DELETE", $"accounts({account})/account_parent_account({child})/$ref", null);

        Assert.True(added.Status == HttpStatusCode.NoContent, added.Text);
        Assert.Equal(["شعبه"], one.Column("name"));
        Assert.True(removed.Status == HttpStatusCode.NoContent, removed.Text);
        Assert.Empty(crm.Get($"accounts({account})/account_parent_account").Rows);
        Assert.NotEqual(Guid.Empty, list);
    }

    [Fact]
    public void Rows_below_a_row_are_created_along_with_it()
    {
        var answer = crm.Post("accounts?$expand=contact_customer_accounts($select=lastname)", new JObject
        {
            ["name"] = "شرکت",
            ["contact_customer_accounts"] = new JArray(new JObject { ["lastname"] = "یکم" }, new JObject { ["lastname"] = "دوم" }),
        }, ("Prefer", "return=representation"));

        Assert.True(answer.Status == HttpStatusCode.Created, answer.Text);
        Assert.Equal(2, ((JArray)answer.Json["contact_customer_accounts"]!).Count);
    }

    [Fact]
    public void Parties_of_an_activity_are_given_with_it()
    {
        var contact = crm.Sample.CreateContact();

        var answer = crm.Post("phonecalls", new JObject
        {
            ["subject"] = "زنگ",
            ["phonecall_activity_parties"] = new JArray(new JObject { ["partyid_contact@odata.bind"] = $"/contacts({contact})", ["participationtypemask"] = 2 }),
        });

        Assert.True(answer.Status == HttpStatusCode.NoContent, answer.Text);
        var parties = crm.Get($"activityparties?$filter=participationtypemask eq 2&$select=_partyid_value");
        Assert.Equal([contact.ToString("D")], parties.Column("_partyid_value"));
    }

    [Fact]
    public void Parties_that_a_client_sends_stand_in_place_of_all_that_were_there()
    {
        var contact = crm.Sample.CreateContact();
        var user = crm.Sample.Organization.AdministratorId;
        var from = new JObject { ["partyid_systemuser@odata.bind"] = $"/systemusers({user})", ["participationtypemask"] = 1 };
        var to = new JObject { ["partyid_contact@odata.bind"] = $"/contacts({contact})", ["participationtypemask"] = 2 };
        var id = crm.Post("phonecalls", new JObject { ["subject"] = "زنگ", ["phonecall_activity_parties"] = new JArray(from, to) }, ("Prefer", "return=representation")).Json["activityid"]!.ToString();

        crm.Patch($"phonecalls({id})", new JObject { ["phonecall_activity_parties"] = new JArray(from) });
        Assert.Equal([user.ToString("D")], Parties());
        crm.Patch($"phonecalls({id})", new JObject { ["phonecall_activity_parties"] = new JArray() });
        Assert.Empty(Parties());

        IEnumerable<string?> Parties() => crm.Get($"activityparties?$filter=_activityid_value eq {id} and (participationtypemask eq 1 or participationtypemask eq 2)&$select=_partyid_value").Column("_partyid_value");
    }

    [Fact]
    public void Owners_and_customers_are_bound_by_the_names_clients_use()
    {
        var contact = crm.Sample.CreateContact();
        var team = crm.Sample.Service.Create(new Entity("team") { ["name"] = "پشتیبانی", ["businessunitid"] = new EntityReference("businessunit", crm.Sample.Organization.RootBusinessUnitId) });
        crm.Sample.Platform.Associate("team", team, new Relationship("teamroles_association"), [new EntityReference("role", crm.Sample.Organization.AdministratorRoleId)]);

        var made = crm.Post("incidents", new JObject
        {
            ["title"] = "مشکل",
            ["customerid_contact@odata.bind"] = $"/contacts({contact})",
            ["ownerid@odata.bind"] = $"/teams({team})",
        }, ("Prefer", "return=representation"));

        Assert.True(made.Status == HttpStatusCode.Created, made.Text);
        Assert.Equal((contact.ToString("D"), team.ToString("D")), ((string?)made.Json["_customerid_value"], (string?)made.Json["_ownerid_value"]));
    }

    [Fact]
    public void Without_a_sign_in_nobody_is_served()
    {
        using var strict = new ServedOrganization(_ => new WebApiOptions());

        Assert.Equal(HttpStatusCode.Unauthorized, strict.Get("WhoAmI").Status);
        Assert.Equal(HttpStatusCode.Unauthorized, strict.Get("WhoAmI", ("Authorization", "Bearer none")).Status);
    }

    public void Dispose() => crm.Dispose();

    private Answer Batch(params (string Method, string Address, string Body)[] requests)
    {
        var body = "--batch_1\r\nContent-Type: multipart/mixed; boundary=changeset_1\r\n\r\n";
        for (var index = 0; index < requests.Length; index++)
        {
            body += $"--changeset_1\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\nContent-ID: {index + 1}\r\n\r\n{requests[index].Method} {crm.Root}{requests[index].Address} HTTP/1.1\r\nContent-Type: application/json\r\n\r\n{requests[index].Body}\r\n";
        }

        return crm.Send("POST", "$batch", body + "--changeset_1--\r\n\r\n--batch_1--\r\n", ("Content-Type", "multipart/mixed; boundary=batch_1"));
    }

    private sealed class Refusing : IPlugin
    {
        public void Execute(IServiceProvider serviceProvider) => throw new InvalidPluginExecutionException("سفارش پذیرفته نشد.");
    }
}
