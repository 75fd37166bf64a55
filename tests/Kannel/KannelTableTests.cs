using System.Net;
using System.Net.Http;
using System.Text;
using Kannel.Gateway;
using smSys.Messaging.Providers;
using smSys.Providers;

namespace Kannel;

/// <summary>Every answer that Kannel's user guide and source name, judged by the description of solution/README.md; no Kannel is needed.</summary>
public sealed class KannelTableTests
{
    private static readonly OutgoingMessage Message = GuidedExample.Message(77, "09121110001", "سلام");

    [Theory]
    [InlineData("0: Accepted for delivery")]
    [InlineData("3: Queued for later delivery")]
    [InlineData("Sent.")]
    [InlineData("Sent. Message splits: 2")]
    public void Accepted_is_known_by_its_sentence(string sentence)
    {
        SendOutcome outcome = Send(202, sentence);

        Assert.Equal((SendOutcomeKind.Accepted, "77"), (outcome.Kind, outcome.ProviderMessageId));
    }

    [Theory]
    [InlineData(400, "Missing receiver number, rejected", ProviderFaultKind.Refused)]
    [InlineData(400, "Sender missing and no global set, rejected", ProviderFaultKind.Refused)]
    [InlineData(400, "Coding field misformed, rejected", ProviderFaultKind.Refused)]
    [InlineData(403, "Authorization failed for sendsms", ProviderFaultKind.SignIn)]
    [InlineData(403, "Not routable. Do not try again.", ProviderFaultKind.Refused)]
    [InlineData(503, "Temporal failure, try again later.", ProviderFaultKind.SlowDown)]
    [InlineData(500, "Sending failed.", ProviderFaultKind.Unclear)]
    [InlineData(202, "Sent. Denied receivers are: 09121110001", ProviderFaultKind.Unclear)]
    [InlineData(202, "7: Something nobody documented", ProviderFaultKind.Unclear)]
    [InlineData(418, "The moon is full.", ProviderFaultKind.Unclear)]
    public void Everything_else_is_sorted_by_what_to_do_next_and_keeps_the_words(int status, string sentence, ProviderFaultKind kind)
    {
        SendOutcome outcome = Send(status, sentence);

        Assert.Equal(kind, outcome.Fault!.Kind);
        Assert.Equal(kind == ProviderFaultKind.Unclear ? SendOutcomeKind.Unknown : SendOutcomeKind.Rejected, outcome.Kind);
        Assert.Contains(sentence, outcome.Fault.Words, StringComparison.Ordinal);
    }

    private static SendOutcome Send(int status, string sentence) => ProviderCatalog.Create(
        "http",
        new ProviderAccount
        {
            Address = new Uri("https://kannel.example.test/"),
            UserName = "tester",
            Secret = "change-me",
            Options = new Dictionary<string, string> { ["definition"] = GuidedExample.Definition("https://ear.example.test") },
        },
        new ProviderSurroundings { Handler = () => new OneAnswer(status, sentence) }).Send([Message]).Single();

    private sealed class OneAnswer(int status, string sentence) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(sentence, Encoding.UTF8, "text/html") });
    }
}
