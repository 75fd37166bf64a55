using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Tooling.Connector;

namespace smSys.Deploy.Connecting;

/// <summary>One signed-in connection to an organisation.</summary>
public sealed class OrganizationConnection : IDisposable
{
    private static readonly TimeSpan LongestCall = TimeSpan.FromMinutes(30);

    private readonly CrmServiceClient _client;

    private OrganizationConnection(CrmServiceClient client) => _client = client;

    public IOrganizationService Service => _client;

    /// <param name="connectionString">As XrmTooling reads it, for example <c>AuthType=AD;Url=https://crm.example.ir/org</c>.</param>
    /// <exception cref="NoConnectionException">It is missing, or signing in failed; the message does not repeat it.</exception>
    public static OrganizationConnection Open(string? connectionString)
    {
        if (string.IsNullOrWhiteSpace(connectionString))
        {
            throw new NoConnectionException("Set SMSYS_CONNECTION to a connection string, for example AuthType=AD;Url=https://crm.example.ir/org");
        }

        CrmServiceClient.MaxConnectionTimeout = LongestCall;

        // By reflection: naming the constructor would make the compiler look at overloads whose types only the genuine SDK has.
        var client = (CrmServiceClient)Activator.CreateInstance(typeof(CrmServiceClient), connectionString)!;
        if (client.IsReady)
        {
            return new OrganizationConnection(client);
        }

        using (client)
        {
            throw new NoConnectionException($"The organisation could not be reached: {client.LastCrmError} Check the address, the sign-in kind and the account in SMSYS_CONNECTION.");
        }
    }

    public void Dispose() => _client.Dispose();
}
