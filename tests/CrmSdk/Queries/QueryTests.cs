using Microsoft.Xrm.Sdk.Query;

namespace CrmSdk.Tests.Queries;

public class QueryTests
{
    [Fact]
    public void A_new_query_asks_for_no_column_and_has_no_condition()
    {
        var query = new QueryExpression("contact");

        Assert.False(query.ColumnSet.AllColumns);
        Assert.Empty(query.ColumnSet.Columns);
        Assert.Empty(query.Criteria.Conditions);
        Assert.Equal(LogicalOperator.And, query.Criteria.FilterOperator);
        Assert.Equal(0, query.PageInfo.Count);
        Assert.Null(query.TopCount);
    }

    [Fact]
    public void Links_start_from_the_table_they_are_added_to()
    {
        var query = new QueryExpression("contact");

        var account = query.AddLink("account", "parentcustomerid", "accountid", JoinOperator.LeftOuter);
        var owner = account.AddLink("systemuser", "owninguser", "systemuserid");

        Assert.Equal("contact", account.LinkFromEntityName);
        Assert.Equal(JoinOperator.LeftOuter, account.JoinOperator);
        Assert.Equal("account", owner.LinkFromEntityName);
        Assert.Equal(JoinOperator.Inner, owner.JoinOperator);
        Assert.Same(owner, Assert.Single(account.LinkEntities));
    }

    [Fact]
    public void A_condition_takes_one_value_many_or_a_collection()
    {
        Assert.Empty(new ConditionExpression("a", ConditionOperator.Null).Values);
        Assert.Equal([5], new ConditionExpression("a", ConditionOperator.Equal, 5).Values);
        Assert.Equal([1, 2], new ConditionExpression("a", ConditionOperator.Between, 1, 2).Values);
        Assert.Equal([1, 2], new ConditionExpression("a", ConditionOperator.In, new[] { 1, 2 }).Values);
        Assert.Equal(["x", "y"], new ConditionExpression("a", ConditionOperator.In, new List<string> { "x", "y" }).Values);
    }

    [Fact]
    public void A_filter_wraps_an_array_of_numbers_into_one_value()
    {
        var filter = new FilterExpression();

        filter.AddCondition("statuscode", ConditionOperator.In, new[] { 1, 2 });

        Assert.IsType<int[]>(Assert.Single(filter.Conditions[0].Values));
    }

    [Fact]
    public void Filters_nest_and_conditions_name_the_linked_table()
    {
        var filter = new FilterExpression(LogicalOperator.Or);

        filter.AddCondition("a", "name", ConditionOperator.Like, "آسمان%");
        var child = filter.AddFilter(LogicalOperator.And);

        Assert.Equal("a", filter.Conditions[0].EntityName);
        Assert.Same(child, Assert.Single(filter.Filters));
    }

    [Fact]
    public void A_query_by_attribute_that_was_given_its_table_has_no_columns_yet()
    {
        Assert.NotNull(new QueryByAttribute().ColumnSet);
        Assert.Null(new QueryByAttribute("contact").ColumnSet);
        Assert.Null(new QueryByAttribute("contact").PageInfo);
    }

    [Fact]
    public void A_query_by_attribute_pairs_columns_with_values()
    {
        var query = new QueryByAttribute("smsys_sms") { ColumnSet = new ColumnSet("subject", "statuscode"), TopCount = 10 };

        query.AddAttributeValue("statecode", 0);
        query.AddOrder("createdon", OrderType.Descending);

        Assert.Equal(["statecode"], query.Attributes);
        Assert.Equal([0], query.Values);
        Assert.Equal(OrderType.Descending, query.Orders[0].OrderType);
    }
}
