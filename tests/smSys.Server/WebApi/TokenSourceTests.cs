using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using smSys.Server.Faults;
using smSys.Server.Tests.Doubles;
using smSys.Server.WebApi;

namespace smSys.Server.Tests.WebApi;

public sealed class TokenSourceTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(Some.Now));
    private readonly List<string> _forms = [];
    private TinyCrm _crm = null!;
    private int _status = 200;

    public async Task InitializeAsync()
    {
        _crm = await TinyCrm.StartAsync();
        _crm.Fault = async context =>
        {
            var isToken = context.Request.Path.Value!.EndsWith("/contoso.example/oauth2/v2.0/token", StringComparison.Ordinal);
            if (isToken)
            {
                _forms.Add(await new StreamReader(context.Request.Body).ReadToEndAsync());
                context.Response.StatusCode = _status;
                await context.Response.WriteAsync(_status == 200
                    ? "{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":\"token-" + _forms.Count + "\"}"
                    : "{\"error\":\"invalid_client\",\"error_description\":\"AADSTS7000215: Invalid client secret hush provided.\"}");
            }
            else if (context.Request.Headers.Authorization == "Bearer token-1" && _forms.Count == 1 && IsRevoked)
            {
                context.Response.StatusCode = 401;
                return true;
            }

            return isToken;
        };
    }

    public async Task DisposeAsync() => await _crm.DisposeAsync();

    private bool IsRevoked { get; set; }

    [Fact]
    public async Task One_token_serves_until_shortly_before_it_runs_out()
    {
        using var api = Api();
        var door = new WebApiDoor(api);

        await door.FindDueAsync(Some.Now, default);
        _time.Advance(TimeSpan.FromMinutes(54));
        await door.FindDueAsync(Some.Now, default);
        _time.Advance(TimeSpan.FromMinutes(2));
        await door.FindDueAsync(Some.Now, default);

        Assert.Equal(["Bearer token-1", "Bearer token-1", "Bearer token-2"], _crm.Authorizations.Where(header => header.Length > 0));
        Assert.Contains("grant_type=client_credentials", _forms[0], StringComparison.Ordinal);
        Assert.Contains("client_secret=hush%26", _forms[0], StringComparison.Ordinal);
        Assert.Contains("scope=http%3A%2F%2F127.0.0.1%3A", _forms[0], StringComparison.Ordinal);
        Assert.EndsWith("%2F.default", _forms[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_CRM_refuses_is_replaced_once()
    {
        IsRevoked = true;
        using var api = Api();

        await new WebApiDoor(api).FindDueAsync(Some.Now, default);

        Assert.Equal(["Bearer token-1", "Bearer token-2"], _crm.Authorizations.Where(header => header.Length > 0));
    }

    [Theory]
    [InlineData(400, CrmFaultKind.SignIn, "invalid_client")]
    [InlineData(429, CrmFaultKind.Busy, "429")]
    [InlineData(503, CrmFaultKind.Away, "503")]
    public async Task A_refusal_says_what_to_check_and_shows_no_secret(int status, CrmFaultKind kind, string part)
    {
        _status = status;
        using var api = Api();

        var fault = await Assert.ThrowsAsync<CrmFaultException>(() => new WebApiDoor(api).FindDueAsync(Some.Now, default));

        Assert.Equal(kind, fault.Kind);
        Assert.Contains(part, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", fault.ToString(), StringComparison.Ordinal);
    }

    private WebApiClient Api()
    {
        var options = Some.Options(_crm);
        (options.SignIn, options.Tenant, options.ClientId, options.ClientSecret) = (CrmSignIn.ClientCredentials, "contoso.example", "client", "hush&");
        options.Authority = new Uri(_crm.Address).GetLeftPart(UriPartial.Authority);
        return new WebApiClient(options, _time);
    }
}
