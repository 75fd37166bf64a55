using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Organization;

namespace smSys.Crm.Organizations;

/// <summary>Asks the platform who it is.</summary>
public static class OrganizationReader
{
    /// <summary>Id and web address of the organisation that the call runs in.</summary>
    public static OrganizationIdentity Read(IOrganizationService service)
    {
        var answer = (RetrieveCurrentOrganizationResponse)service.Execute(new RetrieveCurrentOrganizationRequest());
        var detail = answer.Detail;
        var address = detail.Endpoints.Contains(EndpointType.WebApplication)
            ? detail.Endpoints[EndpointType.WebApplication]
            : detail.UrlName;
        return new OrganizationIdentity(detail.OrganizationId, Normalise(address));
    }

#pragma warning disable CA1308 // Host names are written in lower case.
    private static string Normalise(string? address) => (address ?? string.Empty).TrimEnd('/').ToLowerInvariant();
#pragma warning restore CA1308
}
