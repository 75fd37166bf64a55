using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Client;

namespace CrmSdk.Tests.Rows;

public class EntityTests
{
    [Fact]
    public void A_missing_column_reads_as_the_default_of_its_type()
    {
        var row = new Entity("contact");

        Assert.Null(row.GetAttributeValue<string>("firstname"));
        Assert.Equal(0, row.GetAttributeValue<int>("numberofchildren"));
        Assert.Null(row.GetAttributeValue<int?>("numberofchildren"));
        Assert.Equal(Guid.Empty, row.GetAttributeValue<Guid>("contactid"));
        Assert.Equal(default, row.GetAttributeValue<DateTime>("createdon"));
    }

    [Fact]
    public void A_null_column_reads_as_the_default_and_is_still_contained()
    {
        var row = new Entity("contact") { ["firstname"] = null, ["donotphone"] = null };

        Assert.False(row.GetAttributeValue<bool>("donotphone"));
        Assert.True(row.Contains("firstname"));
    }

    [Fact]
    public void The_indexer_throws_for_a_missing_column()
    {
        var row = new Entity("contact");

        Assert.Throws<KeyNotFoundException>(() => row["firstname"]);
    }

    [Fact]
    public void A_linked_column_is_an_aliased_value_and_not_its_content()
    {
        var row = new Entity("contact") { ["a.name"] = new AliasedValue("account", "name", "شرکت آسمان") };

        Assert.Throws<InvalidCastException>(() => row.GetAttributeValue<string>("a.name"));
        Assert.Equal("شرکت آسمان", row.GetAttributeValue<AliasedValue>("a.name").Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void A_column_without_a_name_cannot_be_asked_for(string? name)
    {
        Assert.Throws<ArgumentNullException>(() => new Entity("contact").GetAttributeValue<string>(name));
    }

    [Fact]
    public void An_early_bound_row_shares_everything_with_the_late_bound_one()
    {
        var late = new Entity("smsys_sms", Guid.NewGuid())
        {
            ["subject"] = "سلام",
            RowVersion = "42",
            EntityState = EntityState.Changed,
            KeyAttributes = { ["smsys_reference"] = "7" },
            FormattedValues = { ["statuscode"] = "پیش‌نویس" },
        };

        var early = late.ToEntity<Sms>();
        early.Subject = "خداحافظ";

        Assert.Equal(late.Id, early.Id);
        Assert.Equal("42", early.RowVersion);
        Assert.Equal(EntityState.Changed, early.EntityState);
        Assert.Equal("خداحافظ", late["subject"]);
        Assert.Same(late.KeyAttributes, early.KeyAttributes);
        Assert.Same(late.FormattedValues, early.FormattedValues);
    }

    [Fact]
    public void A_late_bound_copy_shares_columns_but_is_another_row()
    {
        var row = new Entity("contact", Guid.NewGuid()) { ["firstname"] = "مریم" };

        var copy = row.ToEntity<Entity>();

        Assert.NotSame(row, copy);
        Assert.Same(row.Attributes, copy.Attributes);
        Assert.Equal(row.Id, copy.Id);
    }

    [Fact]
    public void A_row_of_another_table_or_of_none_is_not_converted()
    {
        Assert.Throws<NotSupportedException>(() => new Entity("contact").ToEntity<Sms>());
        Assert.Throws<NotSupportedException>(() => new Entity().ToEntity<Sms>());
        Assert.Throws<NotSupportedException>(() => new Entity("contact").ToEntity<Nameless>());
    }

    [Fact]
    public void The_reference_of_a_row_carries_its_row_version()
    {
        var row = new Entity("contact", Guid.NewGuid()) { RowVersion = "9" };

        var reference = row.ToEntityReference();

        Assert.Equal(new EntityReference("contact", row.Id), reference);
        Assert.Equal("9", reference.RowVersion);
    }

    [Fact]
    public void A_row_known_by_key_gives_a_reference_without_it()
    {
        var row = new Entity("smsys_smsnumber", "smsys_line", "30001234");

        Assert.Equal("30001234", row.KeyAttributes["smsys_line"]);
        Assert.Empty(row.ToEntityReference().KeyAttributes);
    }

    [Fact]
    public void Related_rows_are_kept_by_relationship_and_role()
    {
        var row = new Sms { Replies = [new Sms { Subject = "بله" }] };

        Assert.Equal("بله", Assert.Single(row.Replies!).Subject);
        Assert.Single(row.RelatedEntities[new Relationship("smsys_sms_replies") { PrimaryEntityRole = EntityRole.Referenced }].Entities);

        row.Replies = null;
        Assert.Empty(row.RelatedEntities);
    }

    [EntityLogicalName("smsys_sms")]
    private sealed class Sms : Entity
    {
        public Sms()
            : base("smsys_sms")
        {
        }

        public string? Subject
        {
            get => GetAttributeValue<string>("subject");
            set => SetAttributeValue("subject", value);
        }

        public IEnumerable<Sms>? Replies
        {
            get => GetRelatedEntities<Sms>("smsys_sms_replies", EntityRole.Referenced);
            set => SetRelatedEntities("smsys_sms_replies", EntityRole.Referenced, value);
        }
    }

    private sealed class Nameless : Entity
    {
    }
}
