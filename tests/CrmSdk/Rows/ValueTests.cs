using Microsoft.Xrm.Sdk;

namespace CrmSdk.Tests.Rows;

public class ValueTests
{
    private static readonly Guid Id = new("0f8fad5b-d9cb-469f-a165-70867728950e");

    [Fact]
    public void References_are_equal_by_table_id_and_keys_whatever_they_are_called()
    {
        var reference = new EntityReference("contact", Id) { Name = "رضا", RowVersion = "1" };

        Assert.Equal(new EntityReference("contact", Id), reference);
        Assert.Equal(new EntityReference("contact", Id).GetHashCode(), reference.GetHashCode());
        Assert.NotEqual(new EntityReference("lead", Id), reference);
        Assert.NotEqual(new EntityReference("contact", Guid.Empty), reference);
        Assert.Equal(new EntityReference("contact", "code", 5), new EntityReference("contact", "code", 5));
        Assert.NotEqual(new EntityReference("contact", "code", 5), new EntityReference("contact", "code", 6));
        Assert.False(reference.Equals(null));
    }

    [Fact]
    public void Choices_and_amounts_are_equal_by_what_they_say()
    {
        Assert.Equal(new OptionSetValue(3), new OptionSetValue(3));
        Assert.NotEqual(new OptionSetValue(3), new OptionSetValue(4));
        Assert.Equal(new Money(10.50m), new Money(10.5m));
        Assert.NotEqual(new Money(1m), new Money(2m));
        Assert.False(new OptionSetValue(3).Equals(3));
    }

    [Fact]
    public void Relationships_are_equal_by_name_and_role()
    {
        Assert.Equal(new Relationship("a_b"), new Relationship("a_b"));
        Assert.NotEqual(new Relationship("a_b"), new Relationship("a_b") { PrimaryEntityRole = EntityRole.Referenced });
    }

    [Fact]
    public void A_label_holds_the_users_language_among_the_others()
    {
        var label = new Label(new LocalizedLabel("پیامک", 1065), [new LocalizedLabel("SMS", 1033)]);

        Assert.Equal([1033, 1065], label.LocalizedLabels.Select(one => one.LanguageCode));
        Assert.Equal("پیامک", label.UserLocalizedLabel.Label);
    }
}
