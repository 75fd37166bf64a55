using Microsoft.Xrm.Sdk;
using smSys.Crm.Addresses;
using smSys.Plugins.Receiving;

namespace smSys.Plugins.Tests.Receiving;

public class SenderFinderTests
{
    private static readonly Guid Owner = Guid.NewGuid();
    private static readonly AddressEntry Sara = Entry("سارا", Owner);
    private static readonly AddressEntry Ali = Entry("علی", Guid.NewGuid());

    [Fact]
    public void The_only_record_with_the_number_is_the_sender() =>
        Assert.Equal(Ali.Record, SenderFinder.Choose([Ali], Owner).Record);

    [Fact]
    public void Among_several_the_one_whose_owner_owns_the_line_is_the_sender() =>
        Assert.Equal(Sara.Record, SenderFinder.Choose([Ali, Sara], Owner).Record);

    [Fact]
    public void Several_that_nothing_tells_apart_are_ambiguous_and_none_is_not()
    {
        Assert.True(SenderFinder.Choose([Ali, Sara], null).IsAmbiguous);
        Assert.True(SenderFinder.Choose([Sara, Entry("رضا", Owner)], Owner).IsAmbiguous);
        Assert.False(SenderFinder.Choose([], Owner).IsAmbiguous);
    }

    private static AddressEntry Entry(string name, Guid owner) => new(new EntityReference("contact", Guid.NewGuid()) { Name = name }, owner);
}
