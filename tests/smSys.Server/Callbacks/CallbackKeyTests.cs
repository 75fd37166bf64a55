using smSys.Server.Callbacks;
using smSys.Server.Hosting;

namespace smSys.Server.Tests.Callbacks;

public class CallbackKeyTests
{
    private const string Secret = "a secret for these tests";
    private static readonly CallbackTarget _target = new(CallbackTarget.Content, "ghasedak", Guid.NewGuid());

    [Fact]
    public void A_key_fits_its_target_and_no_other()
    {
        var key = CallbackKey.Of(Secret, _target);

        Assert.True(CallbackKey.Fits([Secret, ""], _target, key));
        Assert.False(CallbackKey.Fits([Secret], _target with { Row = Guid.NewGuid() }, key));
        Assert.False(CallbackKey.Fits([Secret], _target with { Provider = "rahyab" }, key));
        Assert.False(CallbackKey.Fits([Secret], _target with { Purpose = CallbackTarget.Bell }, key));
        Assert.False(CallbackKey.Fits(["another secret, as long"], _target, key));
        Assert.False(CallbackKey.Fits([Secret], _target, ""));
    }

    [Fact]
    public void The_earlier_secret_is_still_good_and_an_empty_one_never_is()
    {
        Assert.True(CallbackKey.Fits(["a new secret, long enough", Secret], _target, CallbackKey.Of(Secret, _target)));
        Assert.False(CallbackKey.Fits(["", ""], _target, CallbackKey.Of("", _target)));
    }

    [Fact]
    public void The_command_prints_the_path_or_says_how_it_is_written()
    {
        var ear = new EarOptions { Secret = Secret };
        var id = _target.Row.ToString("D");

        var path = KeyCommand.PathOf(["key", "callback", "Ghasedak", id], ear, out _);
        var wrong = KeyCommand.PathOf(["key", "callback", "ghasedak"], ear, out var howTo);
        var early = KeyCommand.PathOf(["key", "push", id], new EarOptions(), out var first);

        Assert.Equal("/callback/ghasedak/" + id + "/" + CallbackKey.Of(Secret, _target), path);
        Assert.Null(wrong);
        Assert.Contains("key callback KIND SETTING-ID", howTo, StringComparison.Ordinal);
        Assert.Null(early);
        Assert.Contains("Ear:Secret is not set", first, StringComparison.Ordinal);
    }
}
