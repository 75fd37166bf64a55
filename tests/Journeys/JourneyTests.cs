using DevHost;
using Newtonsoft.Json.Linq;

namespace Journeys;

/// <summary>The main job, run as a user runs it, over the shipped zip.</summary>
public class JourneyTests
{
    private static readonly string[] Keys =
    [
        "rows", "recipients", "invalid", "duplicates", "accepted", "rejected", "unknown", "delivered", "undelivered", "blocked",
        "withoutReceipt", "waiting", "cases", "replies", "crmCallsPerMessage", "providerCallsPerMessage", "seconds",
    ];

    /// <summary>
    /// What a provider cannot be asked about by our reference stays unknown, and where a block list found out later is told as
    /// "not delivered", the figures say so.
    /// </summary>
    [Theory]
    [InlineData("atieh", true, false)]
    [InlineData("asanak", false, true)]
    [InlineData("bsms", false, true)]
    [InlineData("ghasedak", true, true)]
    [InlineData("mehrafraz", true, true)]
    [InlineData("parsgreen", false, false)]
    [InlineData("rahyab", true, true)]
    [InlineData("tooba", true, false)]
    [InlineData("payamakpanel", false, true)]
    [InlineData("kavenegar", true, true)]
    [InlineData("http", true, true)]
    public async Task Every_row_ends_where_its_number_says_and_an_answer_becomes_a_case_with_a_reply(string provider, bool canAsk, bool tellsBlocked)
    {
        using var folder = new TemporaryFolder();
        var contacts = folder.Write("contacts.csv", Sample.Lines);

        var result = await HostProcess.RunAsync("journey", "--contacts", contacts, "--provider", provider, "--json");

        Assert.Equal(0, result.ExitCode);
        var figures = JObject.Parse(result.Output);
        Assert.Equal(Keys, figures.Properties().Select(p => p.Name));
        Assert.Equal(Sample.FiguresOf(canAsk, tellsBlocked), Sample.Figures.Keys.ToDictionary(k => k, k => figures.Value<int>(k)));
        Assert.True(figures.Value<double>("crmCallsPerMessage") > 0);
        Assert.True(figures.Value<double>("providerCallsPerMessage") > 0);
    }

    [Fact]
    public void Every_provider_has_its_journey_here()
    {
        var journey = typeof(JourneyTests).GetMethod(nameof(Every_row_ends_where_its_number_says_and_an_answer_becomes_a_case_with_a_reply))!;

        var here = journey.GetCustomAttributes(typeof(InlineDataAttribute), false).Cast<InlineDataAttribute>().Select(row => (string)row.GetData(journey).Single()[0]);

        Assert.Equal(LocalProvider.Names, here);
    }

    [Fact]
    public async Task Bad_rows_are_named_with_line_and_reason_and_unknown_columns_are_reported()
    {
        using var folder = new TemporaryFolder();
        var contacts = folder.Write("contacts.csv", Sample.Lines);

        var result = await HostProcess.RunAsync("journey", "--contacts", contacts);

        Assert.Contains("\"shoe size\"", result.Errors, StringComparison.Ordinal);
        foreach (var line in new[] { "Line 11: ", "Line 12: ", "Line 13: ", "Line 14: a quote is opened and never closed", "Line 15: 3 fields where the header has 6" })
        {
            Assert.Contains(line, result.Errors, StringComparison.Ordinal);
        }

        Assert.Contains("Everything adds up.", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_the_pace_of_life_it_comes_to_the_same_end()
    {
        using var folder = new TemporaryFolder();
        var contacts = folder.Write("contacts.csv", "firstname,mobilephone", "مریم,09121111111", "رضا,09125550003");

        var result = await HostProcess.RunAsync("journey", "--contacts", contacts, "--provider", "rahyab", "--json", "--time-scale", "1");

        Assert.Equal(0, result.ExitCode);
        var figures = JObject.Parse(result.Output);
        Assert.Equal((2, 1, 1), (figures.Value<int>("accepted"), figures.Value<int>("delivered"), figures.Value<int>("blocked")));
    }

    [Fact]
    public async Task A_message_without_any_receipt_is_filed_as_such_when_its_validity_is_over()
    {
        using var folder = new TemporaryFolder();
        var contacts = folder.Write("contacts.csv", "firstname,mobilephone", "مریم,09121111111", "رضا,09125550004");

        var result = await HostProcess.RunAsync("journey", "--contacts", contacts, "--json", "--time-scale", "1000");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(1, JObject.Parse(result.Output).Value<int>("withoutReceipt"));
    }

    [Fact]
    public async Task A_file_with_a_header_only_is_a_journey_of_nobody()
    {
        using var folder = new TemporaryFolder();
        var contacts = folder.Write("contacts.csv", "\ufefffirstname,mobilephone");

        var result = await HostProcess.RunAsync("journey", "--contacts", contacts, "--json");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(0, JObject.Parse(result.Output).Value<int>("rows"));
    }
}
