using Newtonsoft.Json.Linq;

namespace Journeys;

/// <summary>The installable samples: what a customer of an internet provider texts, and what she gets, with nobody involved.</summary>
public class SamplesTests
{
    [Fact]
    public async Task Every_sample_is_answered_password_case_and_usage_by_SMS_email_and_fax()
    {
        var played = await HostProcess.RunAsync("samples", "--json");

        Assert.True(played.ExitCode == 0, played.Errors + played.Output);
        var answers = JArray.Parse(played.Output).Select(outcome => string.Join('\n', outcome["Answers"]!.Values<string>())).ToArray();
        Assert.Equal("SMS: نگار گرامی، گذرواژه شما: Sahand-4812", answers[0]);
        Assert.Contains("case ", answers[1], StringComparison.Ordinal);
        Assert.Contains("SMS: گزارش شما با شماره ", answers[1], StringComparison.Ordinal);
        Assert.Contains("SMS: نگار گرامی، مصرف شما از ", answers[2], StringComparison.Ordinal);
        Assert.Contains("/۰۱ تا ", answers[2], StringComparison.Ordinal);
        Assert.NotEqual(answers[2], answers[3]);
        Assert.StartsWith("e-mail: مصرف اینترنت شما", answers[4], StringComparison.Ordinal);
        Assert.StartsWith("fax 02188776655: مصرف اینترنت شما", answers[5], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Samples_can_be_installed_into_a_folder_twice()
    {
        using var folder = new TemporaryFolder();

        var first = await HostProcess.RunAsync("samples", "--install-only", "--data", folder.Path);
        var second = await HostProcess.RunAsync("samples", "--install-only", "--data", folder.Path);

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Contains("installed in", second.Output, StringComparison.Ordinal);
    }
}
