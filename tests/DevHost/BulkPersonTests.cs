using DevHost.Bulk;
using ProviderSimulators.Messages;
using smSys.Messaging.Numbers;

namespace DevHost.Tests;

/// <summary>The people that a bulk is tried on.</summary>
public class BulkPersonTests
{
    [Fact]
    public void Plain_people_are_all_different_and_all_reached()
    {
        var numbers = Enumerable.Range(0, 20_000).Select(place => BulkPerson.At("row", place, mixed: false).Mobile).ToList();

        Assert.Equal(numbers.Count, numbers.Distinct().Count());
        Assert.All(numbers, number => Assert.True(PhoneNumberParser.ParseMobile(number).IsValid));
        Assert.All(numbers, number => Assert.Equal(Fate.Delivered, Fates.Of(number)));
    }

    [Fact]
    public void Mixed_people_have_every_fate_and_every_fault()
    {
        var people = Enumerable.Range(0, 250).Select(place => BulkPerson.At("row", place, mixed: true)).ToList();

        Assert.All(Enum.GetValues<Fate>(), fate => Assert.Contains(people, person => Fates.Of(person.Mobile) == fate));
        Assert.Contains(people, person => person.Mobile.Length == 0);
        Assert.Contains(people, person => person.FirstName.Length == 0);
        Assert.Contains(people, person => person.IsOptedOut);
        Assert.Contains(people, person => person.IsNotToBeContacted);
        Assert.True(people.Select(person => person.Mobile).Distinct().Count() < people.Count);
    }

    [Fact]
    public void The_same_place_is_the_same_person() =>
        Assert.Equal(BulkPerson.At("row", 7, mixed: true), BulkPerson.At("row", 7, mixed: true));
}
