using CrmEmulator.Faults;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmEmulator.Tests.Query;

public sealed class QueryTests : IDisposable
{
    private readonly SampleOrganization sample = new();

    [Theory]
    [InlineData(ConditionOperator.Equal, "ALPHA", "alpha")]
    [InlineData(ConditionOperator.NotEqual, "alpha", "beta,کتاب سبز,می‌رود,none")]
    [InlineData(ConditionOperator.Like, "%سبز", "کتاب سبز")]
    [InlineData(ConditionOperator.Like, "A_PH%", "alpha")]
    [InlineData(ConditionOperator.Like, "[ab]%", "alpha,beta")]
    [InlineData(ConditionOperator.NotLike, "%a", "کتاب سبز,می‌رود,none")]
    [InlineData(ConditionOperator.BeginsWith, "کتاب", "کتاب سبز")]
    [InlineData(ConditionOperator.EndsWith, "TA", "beta")]
    [InlineData(ConditionOperator.Contains, "lph", "alpha")]
    [InlineData(ConditionOperator.Equal, "میرود", "")]
    [InlineData(ConditionOperator.GreaterThan, "alpha", "beta,کتاب سبز,می‌رود")]
    public void Texts_are_compared_without_letter_case(ConditionOperator one, string value, string expected)
    {
        foreach (var name in new[] { "alpha", "beta", "کتاب سبز", "می‌رود" })
        {
            sample.CreateOrder(name);
        }

        sample.Service.Create(new Entity("new_order") { ["new_number"] = "none" });

        var found = Find(new ConditionExpression("new_name", one, value));

        Assert.Equal(expected.Split(',', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_query_by_attribute_wants_every_value_and_heeds_order_and_top()
    {
        Create("c", 1m, 5, 100000000, true);
        Create("a", 1m, 5, 100000000, true);
        Create("b", 1m, 6, 100000000, true);
        var query = new QueryByAttribute("new_order") { ColumnSet = new ColumnSet("new_name"), TopCount = 1 };
        query.AddAttributeValue("new_pieces", 5);
        query.AddAttributeValue("new_urgent", true);
        query.AddOrder("new_name", OrderType.Ascending);

        Assert.Equal(["a"], sample.Service.RetrieveMultiple(query).Entities.Select(row => row.GetAttributeValue<string>("new_name")));

        query.AddAttributeValue("new_nothing", 1);
        SampleOrganization.AssertFault(FaultCodes.QueryUnknownColumn, "new_nothing", () => sample.Service.RetrieveMultiple(query));
    }

    [Fact]
    public void Numbers_money_choices_and_flags_are_compared_exactly()
    {
        Create("a", 1.10m, 5, 100000000, true);
        Create("b", 1.11m, 6, 100000001, false);

        Assert.Equal(["b"], Find(new ConditionExpression("new_amount", ConditionOperator.GreaterThan, 1.10m)));
        Assert.Equal(["a"], Find(new ConditionExpression("new_amount", ConditionOperator.LessThan, 1.105m)));
        Assert.Equal(["a"], Find(new ConditionExpression("new_price", ConditionOperator.Equal, new Money(1.10m))));
        Assert.Equal(["a", "b"], Find(new ConditionExpression("new_pieces", ConditionOperator.Between, 5, 6)));
        Assert.Equal(["a"], Find(new ConditionExpression("new_pieces", ConditionOperator.NotBetween, 6, 9)));
        Assert.Equal(["b"], Find(new ConditionExpression("new_colour", ConditionOperator.In, 100000001, 7)));
        Assert.Equal(["a"], Find(new ConditionExpression("new_colour", ConditionOperator.NotIn, new object[] { 100000001 })));
        Assert.Equal(["a"], Find(new ConditionExpression("new_urgent", ConditionOperator.Equal, true)));
        Assert.Equal(["a", "b"], Find(new ConditionExpression("new_note", ConditionOperator.Null)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(17)]
    [InlineData(101)]
    [InlineData(500)]
    public void A_list_of_any_length_finds_what_is_in_it_and_nothing_else(int length)
    {
        Create("first", 1m, 1, 100000000, true);
        Create("last", 1m, length, 100000000, true);
        Create("behind", 1m, length + 1, 100000000, true);
        object[] list = [.. Enumerable.Range(1, length)];

        Assert.Equal(["first", "last"], Find(new ConditionExpression("new_pieces", ConditionOperator.In, list)));
        Assert.Equal(["behind"], Find(new ConditionExpression("new_pieces", ConditionOperator.NotIn, list)));
    }

    [Fact]
    public void Days_begin_at_the_users_midnight()
    {
        var midnight = new DateTime(2026, 11, 22, 20, 30, 0, DateTimeKind.Utc);
        CreateDue("before", midnight.AddSeconds(-1));
        CreateDue("after", midnight);
        CreateDue("next", midnight.AddDays(1));

        Assert.Equal(["after"], Find(new ConditionExpression("new_dueon", ConditionOperator.Today)));
        Assert.Equal(["before"], Find(new ConditionExpression("new_dueon", ConditionOperator.Yesterday)));
        Assert.Equal(["next"], Find(new ConditionExpression("new_dueon", ConditionOperator.Tomorrow)));
        Assert.Equal(["after"], Find(new ConditionExpression("new_dueon", ConditionOperator.On, "2026-11-23")));
        Assert.Equal(["after", "next"], Find(new ConditionExpression("new_dueon", ConditionOperator.OnOrAfter, "2026-11-23")));
        Assert.Equal(["after", "before"], Find(new ConditionExpression("new_dueon", ConditionOperator.LastXDays, 1)));
        Assert.Equal(["next"], Find(new ConditionExpression("new_dueon", ConditionOperator.NextXDays, 1)));
        Assert.Equal(["after", "before"], Find(new ConditionExpression("new_dueon", ConditionOperator.LastXHours, 16)));
        Assert.Equal(["after", "before"], Find(new ConditionExpression("new_dueon", ConditionOperator.OlderThanXMinutes, 5)));
        Assert.Equal(["after", "before", "next"], Find(new ConditionExpression("new_dueon", ConditionOperator.ThisMonth)));
    }

    [Fact]
    public void Conditions_about_the_caller_follow_the_caller()
    {
        sample.CreateOrder("mine");
        sample.Platform.Create(new Entity("new_order") { ["new_name"] = "platform" });

        Assert.Equal(["mine"], Find(new ConditionExpression("ownerid", ConditionOperator.EqualUserId)));
        Assert.Equal(["platform"], Find(new ConditionExpression("ownerid", ConditionOperator.NotEqualUserId)));
        Assert.Equal(["mine"], Find(new ConditionExpression("ownerid", ConditionOperator.EqualUserOrUserTeams)));
        Assert.Equal(["mine", "platform"], Find(new ConditionExpression("owningbusinessunit", ConditionOperator.EqualBusinessId)));
    }

    [Fact]
    public void Hierarchies_are_followed()
    {
        var top = sample.CreateOrder("top");
        var middle = sample.Service.Create(new Entity("new_order") { ["new_name"] = "middle", ["new_parentid"] = new EntityReference("new_order", top) });
        sample.Service.Create(new Entity("new_order") { ["new_name"] = "low", ["new_parentid"] = new EntityReference("new_order", middle) });
        var account = sample.Service.Create(new Entity("account") { ["name"] = "مادر" });
        var child = sample.Service.Create(new Entity("account") { ["name"] = "دختر", ["parentaccountid"] = new EntityReference("account", account) });

        var under = sample.Service.RetrieveMultiple(new QueryExpression("account") { Criteria = { Conditions = { new ConditionExpression("accountid", ConditionOperator.Under, account) } } });
        var above = sample.Service.RetrieveMultiple(new QueryExpression("account") { Criteria = { Conditions = { new ConditionExpression("accountid", ConditionOperator.AboveOrEqual, child) } } });

        Assert.Equal(child, Assert.Single(under.Entities).Id);
        Assert.Equal(2, above.Entities.Count);
    }

    [Fact]
    public void Linked_columns_come_under_their_alias()
    {
        var contact = sample.CreateContact();
        sample.Service.Create(new Entity("new_order") { ["new_name"] = "linked", ["new_contactid"] = new EntityReference("contact", contact) });
        sample.CreateOrder("alone");
        var query = new QueryExpression("new_order") { ColumnSet = new ColumnSet("new_name") };
        var link = query.AddLink("contact", "new_contactid", "contactid", JoinOperator.LeftOuter);
        link.EntityAlias = "person";
        link.Columns = new ColumnSet("fullname", "statecode");
        query.AddOrder("new_name", OrderType.Descending);

        var rows = sample.Service.RetrieveMultiple(query).Entities;
        link.JoinOperator = JoinOperator.Inner;
        var inner = sample.Service.RetrieveMultiple(query).Entities;
        link.EntityAlias = null;
        var unnamed = Assert.Single(sample.Service.RetrieveMultiple(query).Entities);

        Assert.Equal(["linked", "alone"], rows.Select(row => (string)row["new_name"]));
        Assert.Equal("سارا رضایی", rows[0].GetAttributeValue<AliasedValue>("person.fullname").Value);
        Assert.Equal("Active", rows[0].FormattedValues["person.statecode"]);
        Assert.False(rows[1].Contains("person.fullname"));
        Assert.Single(inner);
        Assert.True(unnamed.Contains("contact1.fullname"));
    }

    [Fact]
    public void A_condition_may_name_a_link()
    {
        var contact = sample.CreateContact();
        sample.Service.Create(new Entity("new_order") { ["new_name"] = "linked", ["new_contactid"] = new EntityReference("contact", contact) });
        sample.CreateOrder("alone");
        var query = new QueryExpression("new_order") { ColumnSet = new ColumnSet("new_name") };
        query.AddLink("contact", "new_contactid", "contactid", JoinOperator.LeftOuter).EntityAlias = "person";
        query.Criteria.AddCondition("person", "contactid", ConditionOperator.Null);

        Assert.Equal("alone", Assert.Single(sample.Service.RetrieveMultiple(query).Entities)["new_name"]);
        query.Criteria.Conditions[0].EntityName = "nobody";
        SampleOrganization.AssertFault(FaultCodes.QueryInvalidAlias, "'nobody'", () => sample.Service.RetrieveMultiple(query));
    }

    [Fact]
    public void Nested_filters_keep_their_brackets()
    {
        Create("a", 1m, 1, 100000000, true);
        Create("b", 1m, 2, 100000000, false);
        Create("c", 1m, 3, 100000001, true);
        var query = new QueryExpression("new_order") { ColumnSet = new ColumnSet("new_name") };
        query.Criteria.AddCondition("new_urgent", ConditionOperator.Equal, true);
        var either = query.Criteria.AddFilter(LogicalOperator.Or);
        either.AddCondition("new_pieces", ConditionOperator.Equal, 2);
        either.AddCondition("new_pieces", ConditionOperator.Equal, 3);

        Assert.Equal("c", Assert.Single(sample.Service.RetrieveMultiple(query).Entities)["new_name"]);
    }

    [Fact]
    public void Choices_are_sorted_by_label_and_lookups_by_name()
    {
        var (zahra, ali) = (sample.CreateContact("زهرا", "ب"), sample.CreateContact("آرش", "الف"));
        Create("red", 1m, 1, 100000000, true, zahra);
        Create("blue", 1m, 1, 100000001, true, ali);

        Assert.Equal(["blue", "red"], Ordered("new_colour"));
        Assert.Equal(["blue", "red"], Ordered("new_contactid"));
    }

    [Fact]
    public void An_operator_that_does_not_fit_is_named()
    {
        SampleOrganization.AssertFault(FaultCodes.QueryInvalidCondition, "'gt' is not supported on a column of type Key", () => Find(new ConditionExpression("new_orderid", ConditionOperator.GreaterThan, Guid.NewGuid())));
        SampleOrganization.AssertFault(FaultCodes.QueryInvalidCondition, "'today'", () => Find(new ConditionExpression("new_name", ConditionOperator.Today)));
        SampleOrganization.AssertFault(FaultCodes.QueryInvalidCondition, "this-fiscal-year", () => Find(new ConditionExpression("new_dueon", ConditionOperator.ThisFiscalYear)));
        SampleOrganization.AssertFault(FaultCodes.InvalidArgument, "'abc'", () => Find(new ConditionExpression("new_pieces", ConditionOperator.Equal, "abc")));
        SampleOrganization.AssertFault(FaultCodes.QueryUnknownColumn, "new_nothing", () => Find(new ConditionExpression("new_nothing", ConditionOperator.Null)));
    }

    public void Dispose() => sample.Dispose();

    private List<string> Find(ConditionExpression condition)
    {
        var query = new QueryExpression("new_order") { ColumnSet = new ColumnSet("new_name", "new_number"), Criteria = { Conditions = { condition } } };
        query.AddOrder("new_name", OrderType.Ascending);
        return [.. sample.Service.RetrieveMultiple(query).Entities.Select(row => row.GetAttributeValue<string>("new_name") ?? row.GetAttributeValue<string>("new_number"))];
    }

    private List<string> Ordered(string column)
    {
        var query = new QueryExpression("new_order") { ColumnSet = new ColumnSet("new_name") };
        query.AddOrder(column, OrderType.Ascending);
        return [.. sample.Service.RetrieveMultiple(query).Entities.Select(row => (string)row["new_name"])];
    }

    private void Create(string name, decimal amount, int pieces, int colour, bool urgent, Guid? contact = null) => sample.Service.Create(new Entity("new_order")
    {
        ["new_name"] = name,
        ["new_amount"] = amount,
        ["new_price"] = new Money(amount),
        ["new_pieces"] = pieces,
        ["new_colour"] = new OptionSetValue(colour),
        ["new_urgent"] = urgent,
        ["new_contactid"] = contact is { } id ? new EntityReference("contact", id) : null,
    });

    private void CreateDue(string name, DateTime due) => sample.Service.Create(new Entity("new_order") { ["new_name"] = name, ["new_dueon"] = due });
}
