using Microsoft.Xrm.Sdk;

namespace CrmSdk.Tests.Rows;

public class DataCollectionTests
{
    [Fact]
    public void Adding_a_key_twice_throws_and_writing_it_twice_replaces()
    {
        var columns = new AttributeCollection { { "a", 1 } };

        Assert.Throws<ArgumentException>(() => columns.Add("a", 2));
        columns["a"] = 3;

        Assert.Equal(3, columns["a"]);
        Assert.Equal(1, columns.Count);
    }

    [Fact]
    public void Keys_are_compared_to_the_letter()
    {
        var columns = new AttributeCollection { { "firstname", "زهرا" } };

        Assert.False(columns.Contains("FirstName"));
        Assert.True(columns.ContainsKey("firstname"));
        Assert.True(columns.Contains(new KeyValuePair<string, object>("firstname", "زهرا")));
    }

    [Fact]
    public void Removing_says_whether_something_was_there()
    {
        var columns = new ParameterCollection { ["Target"] = 1 };

        Assert.True(columns.Remove("Target"));
        Assert.False(columns.Remove("Target"));
        Assert.False(columns.TryGetValue("Target", out var value));
        Assert.Null(value);
    }

    [Fact]
    public void Pairs_can_be_added_in_one_go_copied_and_cleared()
    {
        var columns = new FormattedValueCollection();

        columns.AddRange(KeyValuePair.Create("a", "۱"), KeyValuePair.Create("b", "۲"));
        var pairs = new KeyValuePair<string, string>[2];
        columns.CopyTo(pairs, 0);
        columns.Clear();

        Assert.Equal(["a", "b"], pairs.Select(pair => pair.Key));
        Assert.Empty(columns);
    }

    [Fact]
    public void A_list_made_over_another_shares_it()
    {
        var list = new List<Entity> { new("contact") };

        var rows = new EntityCollection(list);
        rows.Entities.Add(new Entity("lead"));

        Assert.Equal(2, list.Count);
        Assert.Equal("lead", rows[1].LogicalName);
        Assert.Equal(-1, rows.TotalRecordCount);
    }

    [Fact]
    public void Lists_take_ranges_and_give_arrays()
    {
        var references = new EntityReferenceCollection();

        references.AddRange(new EntityReference("contact", Guid.Empty), new EntityReference("lead", Guid.Empty));

        Assert.Equal(["contact", "lead"], references.ToArray().Select(one => one.LogicalName));
    }
}
