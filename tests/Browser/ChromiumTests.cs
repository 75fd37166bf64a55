using Journeys;
using Xunit.Sdk;

namespace Browser;

/// <summary>Each way to a browser, in its order; without any of them tests fail.</summary>
public sealed class ChromiumTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Absent => Path.Combine(_folder.Path, "absent");

    [Fact]
    public void The_one_that_is_named_comes_first()
    {
        var named = _folder.Write("named");

        Assert.Equal(named, new Chromium { Named = named, Usual = [_folder.Write("usual")], Install = Never, Fetch = Never }.Find());
    }

    [Fact]
    public void A_name_without_a_file_fails_whatever_else_there_is()
    {
        var failure = Assert.ThrowsAny<XunitException>(() => new Chromium { Named = Absent, Usual = [_folder.Write("usual")] }.Find());

        Assert.Contains(Absent, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_at_a_usual_place_is_taken_as_it_is()
    {
        var usual = _folder.Write("usual");

        Assert.Equal(usual, new Chromium { Named = null, Usual = [Absent, usual], Install = Never, Fetch = Never }.Find());
    }

    [Fact]
    public void The_distribution_installs_one_at_a_usual_place()
    {
        var chromium = new Chromium { Named = string.Empty, Usual = [Absent], Install = () => _folder.Write("absent"), Fetch = Never };

        Assert.Equal(Absent, chromium.Find());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Where_the_distribution_has_none_it_is_fetched(bool isDebian)
    {
        var fetched = _folder.Write("fetched");

        Assert.Equal(fetched, new Chromium { Named = null, Usual = [Absent], Install = isDebian ? () => "E: no such package" : null, Fetch = () => fetched }.Find());
    }

    [Fact]
    public void Without_any_the_test_fails_and_tells_what_the_distribution_said()
    {
        var chromium = new Chromium { Named = null, Usual = [Absent], Install = () => "E: no such package", Fetch = () => null };

        Assert.Contains("E: no such package", Assert.ThrowsAny<XunitException>(chromium.Find).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fetched_one_that_is_not_there_fails_too() =>
        Assert.ThrowsAny<XunitException>(new Chromium { Named = null, Usual = [], Install = null, Fetch = () => Absent }.Find);

    public void Dispose() => _folder.Dispose();

    private static string Never() => throw new InvalidOperationException("It was not needed.");
}
