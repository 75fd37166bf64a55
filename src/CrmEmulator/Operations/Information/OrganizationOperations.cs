using CrmEmulator.Faults;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Organization;

namespace CrmEmulator.Operations.Information;

/// <summary>WhoAmI.</summary>
internal sealed class WhoAmIOperation : ICoreOperation
{
    public OrganizationResponse Execute(OrganizationRequest request, OperationScope scope) => new WhoAmIResponse
    {
        Results =
        {
            ["UserId"] = scope.CallerId,
            ["BusinessUnitId"] = scope.Access.BusinessUnitId,
            ["OrganizationId"] = scope.Organization.OrganizationId,
        },
    };
}

/// <summary>RetrieveVersion.</summary>
internal sealed class RetrieveVersionOperation : ICoreOperation
{
    /// <summary>A late on-premises 9.</summary>
    public const string Version = "9.1.30.11";

    public OrganizationResponse Execute(OrganizationRequest request, OperationScope scope) =>
        new RetrieveVersionResponse { Results = { ["Version"] = Version } };
}

/// <summary>RetrieveCurrentOrganization.</summary>
internal sealed class RetrieveCurrentOrganizationOperation : ICoreOperation
{
    public OrganizationResponse Execute(OrganizationRequest request, OperationScope scope)
    {
        var detail = new OrganizationDetail
        {
            OrganizationId = scope.Organization.OrganizationId,
            FriendlyName = scope.Organization.Name,
            UniqueName = scope.Organization.Name,
            UrlName = scope.Organization.Name,
            OrganizationVersion = RetrieveVersionOperation.Version,
            State = OrganizationState.Enabled,
        };
        detail.Endpoints[EndpointType.WebApplication] = scope.Organization.Options.BaseAddress.ToString();
        detail.Endpoints[EndpointType.OrganizationService] = new Uri(scope.Organization.Options.BaseAddress, "XRMServices/2011/Organization.svc").ToString();
        detail.Endpoints[EndpointType.OrganizationDataService] = new Uri(scope.Organization.Options.BaseAddress, "XRMServices/2011/OrganizationData.svc").ToString();
        return new RetrieveCurrentOrganizationResponse { Results = { ["Detail"] = detail } };
    }
}

/// <summary>RetrieveAvailableLanguages and RetrieveProvisionedLanguages.</summary>
internal sealed class LanguagesOperation(string result, Func<OrganizationResponse> response) : ICoreOperation
{
    public OrganizationResponse Execute(OrganizationRequest request, OperationScope scope)
    {
        var answer = response();
        answer.Results[result] = new[] { scope.Organization.Options.Language };
        return answer;
    }
}

/// <summary>PublishXml and PublishAllXml: an import is in force at once, so there is nothing to do.</summary>
internal sealed class PublishOperation(Func<OrganizationResponse> response) : ICoreOperation
{
    public OrganizationResponse Execute(OrganizationRequest request, OperationScope scope) => response();
}

/// <summary>LocalTimeFromUtcTime and its reverse, for Iran's zone and for UTC.</summary>
internal sealed class TimeZoneOperation(string from, string to, int sign, Func<OrganizationResponse> response) : ICoreOperation
{
    private static readonly Dictionary<int, TimeSpan> Zones = new()
    {
        [160] = TimeSpan.FromMinutes(210),
        [85] = TimeSpan.Zero,
        [92] = TimeSpan.Zero,
        [93] = TimeSpan.Zero,
    };

    public OrganizationResponse Execute(OrganizationRequest request, OperationScope scope)
    {
        var code = request.Required<int>("TimeZoneCode");
        if (!Zones.TryGetValue(code, out var offset))
        {
            throw Fault.Argument($"The time zone code {code} is not known to this organisation; it knows {string.Join(", ", Zones.Keys)}.");
        }

        var answer = response();
        answer.Results[to] = request.Required<DateTime>(from) + (offset * sign);
        return answer;
    }
}
