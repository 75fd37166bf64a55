using CrmEmulator.Faults;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmEmulator.Tests.Query;

public sealed class FetchXmlTests : IDisposable
{
    private readonly SampleOrganization sample = new();

    public FetchXmlTests()
    {
        var contact = sample.CreateContact();
        foreach (var (name, amount, pieces, colour, day) in new[] { ("الف", 10.25m, 1, 100000000, 1), ("ب", 20.50m, 2, 100000000, 1), ("پ", 0.05m, 3, 100000001, 32) })
        {
            sample.Service.Create(new Entity("new_order")
            {
                ["new_name"] = name,
                ["new_amount"] = amount,
                ["new_price"] = new Money(amount),
                ["new_pieces"] = pieces,
                ["new_colour"] = new OptionSetValue(colour),
                ["new_dueon"] = new DateTime(2026, 1, 1, 12, 0, 0, DateTimeKind.Utc).AddDays(day),
                ["new_contactid"] = pieces == 3 ? null : new EntityReference("contact", contact),
            });
        }
    }

    [Fact]
    public void Attributes_filters_links_and_orders_are_read()
    {
        var rows = Fetch("""
            <fetch><entity name='new_order'><attribute name='new_name'/><attribute name='new_pieces' alias='count'/><order attribute='new_pieces' descending='true'/>
            <filter type='and'><condition attribute='new_pieces' operator='in'><value>1</value><value>2</value></condition><condition attribute='new_contactidname' operator='like' value='سارا%'/></filter>
            <link-entity name='contact' from='contactid' to='new_contactid' link-type='outer' alias='c'><attribute name='lastname'/></link-entity></entity></fetch>
            """);

        Assert.Equal(["ب", "الف"], rows.Select(row => (string)row["new_name"]));
        Assert.Equal(2, rows[0].GetAttributeValue<AliasedValue>("count").Value);
        Assert.Equal("رضایی", rows[0].GetAttributeValue<AliasedValue>("c.lastname").Value);
    }

    [Fact]
    public void Sums_are_exact_and_grouped()
    {
        var rows = Fetch("""
            <fetch aggregate='true'><entity name='new_order'><attribute name='new_colour' alias='colour' groupby='true'/><attribute name='new_orderid' alias='n' aggregate='count'/>
            <attribute name='new_amount' alias='sum' aggregate='sum'/><attribute name='new_price' alias='avg' aggregate='avg'/><attribute name='new_pieces' alias='max' aggregate='max'/><attribute name='new_contactid' alias='people' aggregate='countcolumn' distinct='true'/><order alias='n' descending='true'/></entity></fetch>
            """);

        Assert.Equal(2, rows.Count);
        Assert.Equal((100000000, "Red"), (((OptionSetValue)Value(rows[0], "colour")!).Value, rows[0].FormattedValues["colour"]));
        Assert.Equal(2, Value(rows[0], "n"));
        Assert.Equal(30.75m, Value(rows[0], "sum"));
        Assert.Equal(15.375m, ((Money)Value(rows[0], "avg")!).Value);
        Assert.Equal(2, Value(rows[0], "max"));
        Assert.Equal(1, Value(rows[0], "people"));
        Assert.Equal(0, Value(rows[1], "people"));
    }

    [Theory]
    [InlineData("month", "1:2,2:1")]
    [InlineData("year", "2026:3")]
    [InlineData("quarter", "1:3")]
    [InlineData("day", "2:3")]
    public void Dates_are_grouped_by_their_parts(string part, string expected)
    {
        var rows = Fetch($"<fetch aggregate='true'><entity name='new_order'><attribute name='new_dueon' alias='part' groupby='true' dategrouping='{part}'/><attribute name='new_orderid' alias='n' aggregate='count'/><order alias='part'/></entity></fetch>");

        Assert.Equal(expected, string.Join(',', rows.Select(row => $"{Value(row, "part")}:{Value(row, "n")}")));
    }

    [Fact]
    public void Too_many_rows_to_sum_up_are_refused()
    {
        using var small = Organization.Open(new OrganizationOptions { AggregateLimit = 2 });
        var service = small.ServiceFor(small.AdministratorId);
        foreach (var name in new[] { "الف", "ب" })
        {
            service.Create(new Entity("account") { ["name"] = name });
        }

        var count = new FetchExpression("<fetch aggregate='true'><entity name='account'><attribute name='accountid' alias='n' aggregate='count'/></entity></fetch>");

        Assert.Equal(2, Value(service.RetrieveMultiple(count).Entities[0], "n"));
        service.Create(new Entity("account") { ["name"] = "پ" });
        SampleOrganization.AssertFault(FaultCodes.AggregateLimit, "maximum record limit", () => service.RetrieveMultiple(count));
    }

    [Fact]
    public void Existence_is_asked_without_doubling_rows()
    {
        var rows = Fetch("<fetch><entity name='contact'><attribute name='fullname'/><link-entity name='new_order' from='new_contactid' to='contactid' link-type='exists'><filter><condition attribute='new_pieces' operator='gt' value='0'/></filter></link-entity></entity></fetch>");

        Assert.Single(rows);
    }

    [Fact]
    public void Two_columns_can_be_compared() =>
        Assert.Equal(3, Fetch("<fetch><entity name='new_order'><filter><condition attribute='createdon' operator='eq' valueof='modifiedon'/></filter></entity></fetch>").Count);

    [Theory]
    [InlineData("<fetch><entity name='new_order'><attribute name='new_zzz'/></entity></fetch>", "new_zzz")]
    [InlineData("<fetch><entity name='new_zzz'/></fetch>", "new_zzz")]
    [InlineData("<fetch><entity name='new_order'><filter><condition attribute='new_name' operator='sounds-like' value='x'/></filter></entity></fetch>", "sounds-like")]
    [InlineData("<fetch><entity name='new_order'><sort/></entity></fetch>", "'sort'")]
    [InlineData("<fetch colour='red'><entity name='new_order'/></fetch>", "'colour'")]
    [InlineData("<fetch><entity name='new_order'><link-entity name='contact' from='contactid' to='new_contactid' link-type='any'/></entity></fetch>", "'any'")]
    [InlineData("<fetch aggregate='true'><entity name='new_order'><attribute name='new_name'/></entity></fetch>", "alias")]
    [InlineData("<fetch", "Invalid Xml Fetch")]
    [InlineData("<!DOCTYPE x []><fetch/>", "DTD")]
    public void What_is_not_known_is_named(string xml, string words) =>
        Assert.Contains(words, SampleOrganization.FaultOf(() => sample.Service.RetrieveMultiple(new FetchExpression(xml))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_query_survives_being_written_as_the_other_kind()
    {
        var query = new QueryExpression("new_order") { ColumnSet = new ColumnSet("new_name"), TopCount = 5 };
        query.Criteria.AddCondition("new_pieces", ConditionOperator.Between, 1, 2);
        query.Criteria.AddFilter(LogicalOperator.Or).AddCondition("new_name", ConditionOperator.NotNull);
        var link = query.AddLink("contact", "new_contactid", "contactid");
        link.EntityAlias = "c";
        link.LinkCriteria.AddCondition("lastname", ConditionOperator.Equal, "رضایی");
        query.AddOrder("new_name", OrderType.Descending);

        var fetch = ((QueryExpressionToFetchXmlResponse)sample.Service.Execute(new QueryExpressionToFetchXmlRequest { Query = query })).FetchXml;
        var back = ((FetchXmlToQueryExpressionResponse)sample.Service.Execute(new FetchXmlToQueryExpressionRequest { FetchXml = fetch })).Query;

        Assert.Equal(["ب", "الف"], sample.Service.RetrieveMultiple(query).Entities.Select(row => (string)row["new_name"]));
        Assert.Equal(["ب", "الف"], Fetch(fetch).Select(row => (string)row["new_name"]));
        Assert.Equal(["ب", "الف"], sample.Service.RetrieveMultiple(back).Entities.Select(row => (string)row["new_name"]));
    }

    public void Dispose() => sample.Dispose();

    private static object? Value(Entity row, string alias) => row.GetAttributeValue<AliasedValue>(alias)?.Value;

    private DataCollection<Entity> Fetch(string xml) => sample.Service.RetrieveMultiple(new FetchExpression(xml)).Entities;
}
