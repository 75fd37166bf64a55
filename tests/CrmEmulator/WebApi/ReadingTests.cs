using System.Net;
using Microsoft.Xrm.Sdk;

namespace CrmEmulator.Tests.WebApi;

public sealed class ReadingTests : IDisposable
{
    private readonly ServedOrganization crm = new();
    private readonly Guid account;
    private readonly Guid sara;

    public ReadingTests()
    {
        account = crm.Sample.Service.Create(new Entity("account") { ["name"] = "پخش رازی" });
        sara = Contact("سارا", "رضایی", 3, new DateTime(1990, 5, 1, 0, 0, 0, DateTimeKind.Utc), account);
        Contact("علی", "محمدی", null, null, null);
        Contact("O'Neil", "100%", 1, null, account);
    }

    [Fact]
    public void A_set_gives_the_selected_columns_in_order_with_key_and_etag()
    {
        var answer = crm.Get("contacts?$select=firstname,_parentcustomerid_value&$orderby=lastname desc&$count=true");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(3, (int)answer.Json["@odata.count"]!);
        Assert.Equal($"{crm.Root}$metadata#contacts(firstname,_parentcustomerid_value)", (string?)answer.Json["@odata.context"]);
        var first = answer.Rows.Single(row => (string?)row["firstname"] == "سارا");
        Assert.Equal(account.ToString("D"), (string?)first["_parentcustomerid_value"]);
        Assert.Equal(sara.ToString("D"), (string?)first["contactid"]);
        Assert.StartsWith("W/\"", (string?)first["@odata.etag"]);
        Assert.Null(first["lastname"]);
    }

    [Theory]
    [InlineData("lastname eq 'رضایی'", "سارا")]
    [InlineData("firstname eq 'O''Neil'", "O'Neil")]
    [InlineData("contains(lastname,'0%')", "O'Neil")]
    [InlineData("startswith(lastname,'مح')", "علی")]
    [InlineData("endswith(lastname,'ایی')", "سارا")]
    [InlineData("not contains(lastname,'م') and lastname ne '100%'", "سارا")]
    [InlineData("numberofchildren gt 1", "سارا")]
    [InlineData("numberofchildren le 1", "O'Neil")]
    [InlineData("numberofchildren eq null", "علی")]
    [InlineData("numberofchildren ne null and (firstname eq 'سارا' or firstname eq 'علی')", "سارا")]
    [InlineData("not (firstname eq 'سارا' or firstname eq 'علی')", "O'Neil")]
    [InlineData("createdon gt 2020-01-01T00:00:00Z and statecode eq 0 and birthdate eq 1990-05-01", "سارا")]
    [InlineData("_parentcustomerid_value eq {account} and numberofchildren eq 3", "سارا")]
    [InlineData("parentcustomerid_account/name eq 'پخش رازی' and numberofchildren lt 2", "O'Neil")]
    [InlineData("_parentcustomerid_value eq null", "علی")]
    [InlineData("Microsoft.Dynamics.CRM.In(PropertyName='firstname',PropertyValues=['علی','رضا'])", "علی")]
    [InlineData("Microsoft.Dynamics.CRM.Between(PropertyName='numberofchildren',PropertyValues=['2','5'])", "سارا")]
    [InlineData("firstname in ('علی','رضا')", "علی")]
    public void A_filter_finds_the_row(string filter, string firstName)
    {
        var answer = crm.Get("contacts?$select=firstname&$filter=" + Uri.EscapeDataString(filter.Replace("{account}", account.ToString("D"))));

        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        Assert.Equal([firstName], answer.Column("firstname"));
    }

    [Fact]
    public void Any_looks_into_the_rows_behind_a_collection()
    {
        var answer = crm.Get("accounts?$select=name&$filter=" + Uri.EscapeDataString("contact_customer_accounts/any(c:c/firstname eq 'سارا')"));

        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        Assert.Equal(["پخش رازی"], answer.Column("name"));
        Assert.Equal([account.ToString("D")], answer.Column("accountid"));
    }

    [Fact]
    public void Annotations_tell_words_and_tables_when_asked_for()
    {
        var answer = crm.Get($"contacts({sara})?$select=statecode,_parentcustomerid_value", ("Prefer", "odata.include-annotations=\"*\""));

        Assert.Equal("Active", (string?)answer.Json["statecode@OData.Community.Display.V1.FormattedValue"]);
        Assert.Equal("پخش رازی", (string?)answer.Json["_parentcustomerid_value@OData.Community.Display.V1.FormattedValue"]);
        Assert.Equal("account", (string?)answer.Json["_parentcustomerid_value@Microsoft.Dynamics.CRM.lookuplogicalname"]);
        Assert.Equal("parentcustomerid_account", (string?)answer.Json["_parentcustomerid_value@Microsoft.Dynamics.CRM.associatednavigationproperty"]);
    }

    [Fact]
    public void Lookups_and_collections_are_expanded()
    {
        var one = crm.Get($"contacts({sara})?$select=firstname&$expand=parentcustomerid_account($select=name)");
        var many = crm.Get($"accounts?$select=name&$expand=contact_customer_accounts($select=firstname;$orderby=firstname desc;$top=1)");

        Assert.Equal("پخش رازی", (string?)one.Json["parentcustomerid_account"]!["name"]);
        Assert.Equal("سارا", (string?)Assert.Single((Newtonsoft.Json.Linq.JArray)many.Rows[0]["contact_customer_accounts"]!)["firstname"]);
    }

    [Fact]
    public void Pages_follow_one_another_by_the_next_link()
    {
        var names = new List<string>();
        var address = "contacts?$select=firstname&$orderby=firstname";
        while (address is not null)
        {
            var page = crm.Get(address, ("Prefer", "odata.maxpagesize=2"));
            names.AddRange(page.Column("firstname"));
            address = (string?)page.Json["@odata.nextLink"];
        }

        Assert.Equal(3, names.Distinct().Count());
        Assert.Equal(3, names.Count);
    }

    [Fact]
    public void Fetch_gives_linked_columns_and_aggregates()
    {
        var linked = crm.Get("contacts?fetchXml=" + Uri.EscapeDataString("<fetch top='1'><entity name='contact'><attribute name='firstname'/><filter><condition attribute='firstname' operator='eq' value='سارا'/></filter><link-entity name='account' from='accountid' to='parentcustomerid' alias='a'><attribute name='name'/></link-entity></entity></fetch>"));
        var counted = crm.Get("contacts?fetchXml=" + Uri.EscapeDataString("<fetch aggregate='true'><entity name='contact'><attribute name='contactid' aggregate='count' alias='total'/></entity></fetch>"));

        Assert.Equal("پخش رازی", (string?)linked.Rows[0]["a_x002e_name"]);
        Assert.Equal(3, (int)counted.Rows[0]["total"]!);
    }

    [Fact]
    public void Apply_aggregates_and_groups()
    {
        var sum = crm.Get("contacts?$apply=" + Uri.EscapeDataString("aggregate(numberofchildren with sum as children)"));
        var groups = crm.Get("contacts?$apply=" + Uri.EscapeDataString("groupby((statuscode),aggregate($count as total))"));

        Assert.Equal(4, (int)sum.Rows[0]["children"]!);
        Assert.Equal(3, (int)groups.Rows[0]["total"]!);
    }

    [Fact]
    public void Properties_counts_and_related_rows_have_addresses()
    {
        Assert.Equal("سارا", (string?)crm.Get($"contacts({sara})/firstname").Json["value"]);
        Assert.Equal("سارا", crm.Get($"contacts({sara})/firstname/$value").Text);
        Assert.Equal("3", crm.Get("contacts/$count").Text);
        Assert.Equal("پخش رازی", (string?)crm.Get($"contacts({sara})/parentcustomerid_account?$select=name").Json["name"]);
        Assert.Equal(2, crm.Get($"accounts({account})/contact_customer_accounts?$select=firstname").Rows.Count);
    }

    [Theory]
    [InlineData("nothings", 404, "0x8006088a", "nothings")]
    [InlineData("contacts?$select=nothing", 400, "0x80060888", "nothing")]
    [InlineData("contacts?$filter=firstname%20like%20'x'", 400, "0x80060888", "like")]
    [InlineData("contacts?$filter=(firstname%20eq%20'x'", 400, "0x80060888", "')'")]
    [InlineData("contacts(00000000-0000-0000-0000-000000000001)", 404, "0x80040217", "Does Not Exist")]
    [InlineData("contacts?$skip=1", 400, "0x80060888", "Skip")]
    [InlineData("contacts?$search=x", 400, "0x80060888", "$search")]
    [InlineData("contacts?userQuery=x", 400, "0x80060888", "userQuery")]
    [InlineData("contacts?$format=xml", 400, "0x80060888", "xml")]
    [InlineData("contacts?$orderby=firstname down", 400, "0x80060888", "down")]
    [InlineData("contacts?$expand=parentcustomerid_account(", 400, "0x80060888", "not closed")]
    [InlineData("contacts?$expand=parentcustomerid_account($levels=2)", 400, "0x80060888", "$levels")]
    [InlineData("contacts?fetchXml=%3Cfetch", 400, "0x8004111c", "XML")]
    [InlineData("accounts?fetchXml=%3Cfetch%3E%3Centity%20name='contact'/%3E%3C/fetch%3E", 400, "0x80060888", "does not match")]
    public void What_cannot_be_answered_is_an_OData_error(string address, int status, string code, string words)
    {
        var answer = crm.Get(address);

        Assert.Equal(status, (int)answer.Status);
        Assert.Equal(code, (string?)answer.Json["error"]!["code"]);
        Assert.Contains(words, (string?)answer.Json["error"]!["message"]);
    }

    [Fact]
    public void A_function_takes_a_member_of_an_enum()
    {
        var answer = crm.Get("RetrieveCurrentOrganization(AccessType=Microsoft.Dynamics.CRM.EndpointAccessType'Default')");

        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
    }

    [Fact]
    public void The_schema_names_types_properties_and_sets()
    {
        var xml = System.Xml.Linq.XDocument.Parse(crm.Get("$metadata").Text);
        System.Xml.Linq.XNamespace edm = "http://docs.oasis-open.org/odata/ns/edm";

        var order = xml.Descendants(edm + "EntityType").Single(type => (string?)type.Attribute("Name") == "new_order");
        Assert.Contains(order.Elements(edm + "Property"), property => (string?)property.Attribute("Name") == "_new_contactid_value" && (string?)property.Attribute("Type") == "Edm.Guid");
        Assert.Contains(xml.Descendants(edm + "EntitySet"), set => (string?)set.Attribute("Name") == "new_orders");
    }

    [Fact]
    public void Tables_and_columns_can_be_asked_about()
    {
        var answer = crm.Get("EntityDefinitions(LogicalName='new_order')?$select=EntitySetName,ObjectTypeCode&$expand=Attributes");

        Assert.Equal("new_orders", (string?)answer.Json["EntitySetName"]);
        Assert.Contains(answer.Json["Attributes"]!, column => (string?)column["LogicalName"] == "new_colour");
        Assert.Null(answer.Json["SchemaName"]);
    }

    public void Dispose() => crm.Dispose();

    private Guid Contact(string first, string last, int? children, DateTime? birth, Guid? parent) => crm.Sample.Service.Create(new Entity("contact")
    {
        ["firstname"] = first,
        ["lastname"] = last,
        ["numberofchildren"] = children,
        ["birthdate"] = birth,
        ["parentcustomerid"] = parent is { } id ? new EntityReference("account", id) : null,
    });
}
