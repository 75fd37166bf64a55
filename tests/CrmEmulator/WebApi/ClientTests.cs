using CrmEmulator.WebApi;
using WebResources;

namespace CrmEmulator.Tests.WebApi;

/// <summary>A client that nobody here wrote, the npm package dynamics-web-api, does its work over HTTP.</summary>
public sealed class ClientTests
{
    private const string Token = "token-of-the-administrator";

    [Fact]
    public void The_package_dynamics_web_api_creates_reads_changes_deletes_queries_counts_associates_and_batches()
    {
        using var crm = new ServedOrganization(sample => new WebApiOptions { Tokens = new Dictionary<string, Guid> { [Token] = sample.Organization.AdministratorId } });
        var clerk = crm.Sample.CreateUser("منشی", crm.Sample.Organization.AdministratorRoleId);

        new Npm("tests/CrmEmulator/WebApi/client").Run("stories", ("CRM_ADDRESS", crm.Address.AbsoluteUri), ("CRM_TOKEN", Token), ("CRM_CLERK", clerk.ToString("D")));
    }
}
