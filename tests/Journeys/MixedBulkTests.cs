using Newtonsoft.Json.Linq;

namespace Journeys;

/// <summary>A bulk to people of every kind ends with figures that add up.</summary>
public class MixedBulkTests
{
    private const int People = 300;

    [Theory]
    [InlineData("ghasedak")]
    public async Task Every_outcome_and_every_reason_to_leave_somebody_out_is_counted_once(string provider)
    {
        using var folder = new TemporaryFolder();
        var store = Path.Combine(folder.Path, "data");

        var result = await HostProcess.RunAsync("bulk", "--recipients", "300", "--provider", provider, "--json", "--mixed", "--data", store);

        Assert.Equal(0, result.ExitCode);
        var figures = JObject.Parse(result.Output);
        int Of(string name) => figures.Value<int?>(name) ?? throw new InvalidOperationException($"{name} is missing: {figures}");
        var skipped = figures["skipped"]!.Children<JProperty>().ToDictionary(reason => reason.Name, reason => reason.Value.Value<int>());
        Assert.Equal(People, Of("rows"));
        Assert.Equal(People, Of("accepted") + Of("rejected") + skipped.Values.Sum() + Of("unknown") + Of("pending") + Of("cancelled"));
        Assert.Equal(Of("accepted"), Of("delivered") + Of("undelivered") + Of("blocked") + Of("withoutReceipt") + Of("waiting"));
        Assert.Equal((Of("rows"), 0), (Of("recipients") + Of("invalid") + Of("duplicates"), Of("duplicatesAtProvider")));
        Assert.All(new[] { "noNumber", "invalid", "duplicate", "optedOut", "missingValue" }, reason => Assert.Equal(People / 50, skipped[reason]));

        // The flags of a contact stop advertising; this is service.
        Assert.Equal(0, skipped["doNotContact"]);
        Assert.All(new[] { "undelivered", "blocked", "rejected", "withoutReceipt" }, outcome => Assert.True(Of(outcome) > 0, outcome + " is 0"));
        Assert.Equal((0, 0, 0, "Finished"), (Of("unknown"), Of("pending"), Of("cancelled"), figures.Value<string>("state")));
        var taken = new ProviderFile(store, provider).Recipients();
        Assert.Equal((Of("accepted"), Of("accepted")), (taken.Count, taken.Distinct().Count()));
    }
}
