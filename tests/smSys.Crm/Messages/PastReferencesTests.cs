using smSys.Crm.Messages;
using smSys.Messaging.Messages;

namespace smSys.Crm.Tests.Messages;

public class PastReferencesTests
{
    private static readonly Guid Id = new("0f8fad5b-d9cb-469f-a165-70867728950e");

    [Fact]
    public void The_first_reference_is_number_one() =>
        Assert.Equal(MessageReference.Create(Id, 1), PastReferences.Next(Id, null, null));

    [Fact]
    public void A_reference_that_is_still_good_is_kept() =>
        Assert.Equal(42, PastReferences.Next(Id, "42", "1 41 account"));

    [Fact]
    public void A_used_up_reference_gives_way_to_the_next_number()
    {
        var past = PastReferences.Add(null, "41", "ghasedak|host|user");

        Assert.Equal("1 41 ghasedak|host|user", past);
        Assert.Equal(MessageReference.Create(Id, 2), PastReferences.Next(Id, null, past));
        Assert.True(PastReferences.Hold(past, "41"));
        Assert.False(PastReferences.Hold(past, "4"));
    }

    [Fact]
    public void However_many_there_were_numbers_go_on_and_the_column_does_not_overflow()
    {
        var past = string.Empty;
        for (var i = 1; i <= 400; i++)
        {
            past = PastReferences.Add(past, PastReferences.Next(Id, null, past).ToString(System.Globalization.CultureInfo.InvariantCulture), new string('x', 100));
        }

        Assert.Equal(MessageReference.Create(Id, 401), PastReferences.Next(Id, null, past));
        Assert.True(past.Length <= 4000);
    }
}
