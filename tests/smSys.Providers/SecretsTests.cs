using System.Text;
using ProviderSimulators.Faults;
using smSys.Messaging.Providers;
using smSys.Providers.Tests.Doubles;

namespace smSys.Providers.Tests;

/// <summary>Planted secrets are looked for in everything an adapter says, with tracing on.</summary>
public sealed class SecretsTests
{
    private const string Line = "30001234";

    [Theory]
    [MemberData(nameof(ProviderFacts.Kinds), MemberType = typeof(ProviderFacts))]
    public async Task Nothing_an_adapter_says_holds_a_secret_that_is_wrong(string kind)
    {
        var said = new List<string>();
        await using Simulated simulated = await Simulated.StartAsync(kind, TimeSpan.FromSeconds(0.5), said.Add, Some.Secret.Replace("ک", "k", StringComparison.Ordinal));

        RunThroughAllFaults(simulated, said);

        Assert.All(said, words => Assert.DoesNotContain("planted", words, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(ProviderFacts.Kinds), MemberType = typeof(ProviderFacts))]
    public async Task Nothing_an_adapter_says_or_throws_inside_holds_a_secret_that_is_right(string kind)
    {
        var said = new List<string>();
        await using Simulated simulated = await Simulated.StartAsync(kind, TimeSpan.FromSeconds(0.5), said.Add);
        string secret = simulated.Account.Secret;
        string user = simulated.Account.UserName;
        var thrown = new System.Collections.Concurrent.ConcurrentQueue<string>();
        void Listen(object? sender, System.Runtime.ExceptionServices.FirstChanceExceptionEventArgs e) => thrown.Enqueue(e.Exception.ToString());
        AppDomain.CurrentDomain.FirstChanceException += Listen;

        RunThroughAllFaults(simulated, said);
        AppDomain.CurrentDomain.FirstChanceException -= Listen;

        Assert.NotEmpty(thrown);
        Assert.All(said.Concat(thrown), words =>
        {
            Assert.DoesNotContain(secret, words, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)), words, StringComparison.Ordinal);
            Assert.True(user.Length == 0 || !words.Contains(user, StringComparison.OrdinalIgnoreCase), words);
        });
    }

    [Theory]
    [MemberData(nameof(ProviderFacts.Kinds), MemberType = typeof(ProviderFacts))]
    public void No_address_holds_a_secret_but_where_the_provider_knows_no_other_place(string kind)
    {
        var handler = new ListeningHandler();
        ISmsProvider provider = ProviderFacts.Create(kind, Some.Account("https://address.example.test/", options: ProviderFacts.Options(kind)), Some.Handled(handler));

        Run(provider, [], () => { });

        Assert.NotEmpty(handler.Addresses);
        Assert.All(handler.Addresses, address => Assert.Equal("https", address.Scheme));
        Assert.All(handler.Addresses, address => Assert.DoesNotContain("planted", address.Query, StringComparison.OrdinalIgnoreCase));
        Assert.All(handler.Addresses, address => Assert.Equal(kind == "kavenegar", address.AbsolutePath.Contains(Some.PlainSecret, StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(ProviderFacts.Kinds), MemberType = typeof(ProviderFacts))]
    public void Plain_http_has_to_be_chosen(string kind)
    {
        var handler = new ListeningHandler();
        var account = new ProviderAccount
        {
            Address = new Uri("http://plain.example.test/"),
            UserName = Some.User,
            Secret = Some.PlainSecret,
            Options = ProviderFacts.Options(kind).ToDictionary(option => option.Name, option => option.Value),
        };
        var said = new List<string>();

        SendOutcome outcome = ProviderFacts.Create(kind, account, Some.Handled(handler)).Send([Some.Message()]).Single();
        Run(ProviderFacts.Create(kind, account, Some.Handled(handler)), said, () => { });

        Assert.Equal((SendOutcomeKind.Rejected, ProviderFaultKind.SignIn, "address-http"), (outcome.Kind, outcome.Fault!.Kind, outcome.Fault.Code));
        Assert.All(handler.Addresses, address => Assert.Equal("inbox.example.test", address.Host));
    }

    [Theory]
    [MemberData(nameof(ProviderFacts.Kinds), MemberType = typeof(ProviderFacts))]
    public void A_provider_that_echoes_the_request_gives_nothing_away(string kind)
    {
        foreach (string type in new[] { "application/json", "text/xml", "text/html", "text/plain" })
        {
            foreach (int status in new[] { 200, 400, 401, 500 })
            {
                foreach (string secret in new[] { Some.PlainSecret, "planted/Se\"cret+42&<'>\\ x" })
                {
                    var said = new List<string>();
                    ISmsProvider provider = ProviderFacts.Create(
                        kind, Some.Account("https://echo.example.test/", Some.User, secret, ProviderFacts.Options(kind)), Some.Handled(new EchoingHandler(status, type), said.Add));

                    Run(provider, said, () => { });

                    Assert.All(said, words => Assert.DoesNotContain("planted", words, StringComparison.OrdinalIgnoreCase));
                }
            }
        }
    }

    private static void RunThroughAllFaults(Simulated simulated, List<string> said)
    {
        foreach (SimulatedFault? fault in Enum.GetValues<SimulatedFault>().Cast<SimulatedFault?>().Prepend(null))
        {
            Run(simulated.Renew(), said, () => Order(simulated, fault));
        }

        Assert.True(said.Count > 50);
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
        said.AddRange(provider.Send(Some.Messages(2, Line)).Select(outcome => outcome + " " + outcome.Fault));
        before();
        said.AddRange(provider.AskCall([1, 2]).Select(answer => answer.ToString()));
        before();
        said.Add(Words(provider.GetStates(["1"])));
        before();
        said.Add(Words(provider.Receive(new ReceiveRequest(Line, null, DateTime.UnixEpoch, DateTime.UnixEpoch))));
        before();
        said.Add(Words(provider.GetBalance()));
        before();
        said.Add(Words(provider.GetLines()));
        said.Add(provider.ToString()!);
    }

    private static string Words<T>(ProviderAnswer<T> answer)
        where T : class => answer.Fault?.ToString() ?? answer.Value.ToString()!;

    private sealed class ListeningHandler : HttpMessageHandler
    {
        public List<Uri> Addresses { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Addresses.Add(request.RequestUri!);
            return Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.NoContent));
        }
    }

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
