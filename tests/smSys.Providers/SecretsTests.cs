using System.Text;
using ProviderSimulators.Faults;
using smSys.Messaging.Providers;
using smSys.Providers.Tests.Doubles;

namespace smSys.Providers.Tests;

/// <summary>Planted secrets are looked for in everything an adapter says, with tracing on.</summary>
public sealed class SecretsTests
{
    [Theory]
    [MemberData(nameof(ProviderFacts.Kinds), MemberType = typeof(ProviderFacts))]
    public async Task Nothing_an_adapter_says_holds_a_secret(string kind)
    {
        var said = new List<string>();
        await using Simulated simulated = await Simulated.StartAsync(kind, TimeSpan.FromSeconds(0.5), said.Add, Some.Secret.Replace("ک", "k", StringComparison.Ordinal));
        foreach (SimulatedFault? fault in Enum.GetValues<SimulatedFault>().Cast<SimulatedFault?>().Prepend(null))
        {
            Run(simulated.Renew(), said, () => Order(simulated, fault));
        }

        Assert.True(said.Count > 50);
        Assert.All(said, words => Assert.DoesNotContain("planted", words, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(ProviderFacts.Kinds), MemberType = typeof(ProviderFacts))]
    public void A_provider_that_echoes_the_request_gives_nothing_away(string kind)
    {
        foreach (string type in new[] { "application/json", "text/xml", "text/html", "text/plain" })
        {
            foreach (int status in new[] { 200, 400, 401, 500 })
            {
                var said = new List<string>();
                ISmsProvider provider = ProviderFacts.Create(
                    kind, Some.Account("https://echo.example.test/", Some.User, Some.PlainSecret, ProviderFacts.Options(kind)), Some.Handled(new EchoingHandler(status, type), said.Add));

                Run(provider, said, () => { });

                Assert.All(said, words => Assert.DoesNotContain(Some.PlainSecret, words, StringComparison.OrdinalIgnoreCase));
            }
        }
    }

    private static void Order(Simulated simulated, SimulatedFault? fault)
    {
        simulated.Time.Advance(TimeSpan.FromSeconds(5));
        if (fault is not null)
        {
            simulated.Simulator.Faults.Order(fault.Value);
        }
    }

    private static void Run(ISmsProvider provider, List<string> said, Action before)
    {
        before();
        said.AddRange(provider.Send(Some.Messages(2)).Select(outcome => outcome + " " + outcome.Fault));
        before();
        said.AddRange(provider.AskCall([1, 2]).Select(answer => answer.ToString()));
        before();
        said.Add(Words(provider.GetStates(["1"])));
        before();
        said.Add(Words(provider.Receive(new ReceiveRequest("30001234", null, DateTime.UnixEpoch, DateTime.UnixEpoch))));
        before();
        said.Add(Words(provider.GetBalance()));
        before();
        said.Add(Words(provider.GetLines()));
        said.Add(provider.ToString()!);
    }

    private static string Words<T>(ProviderAnswer<T> answer)
        where T : class => answer.Fault?.ToString() ?? answer.Value.ToString()!;

    private sealed class EchoingHandler(int status, string type) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            string body = request.Content is null ? string.Empty : await request.Content.ReadAsStringAsync(cancellationToken);
            string heard = request + "\n" + body;
            string echo = type switch
            {
                "application/json" => System.Text.Json.JsonSerializer.Serialize(new { isSuccess = false, statusCode = heard, message = heard, meta = new { status = heard, message = heard }, @return = new { status = heard, message = heard } }),
                "text/xml" => "<e:Envelope xmlns:e='x'><e:Body><e:Fault><faultstring>Error! " + System.Security.SecurityElement.Escape(heard) + "</faultstring></e:Fault></e:Body></e:Envelope>",
                _ => heard,
            };
            return new HttpResponseMessage((System.Net.HttpStatusCode)status) { Content = new StringContent(echo, Encoding.UTF8, type) };
        }
    }
}
