using CrmEmulator.Faults;
using CrmEmulator.Security;
using CrmEmulator.Storage;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmEmulator.Operations.Cases;

/// <summary>CloseIncident: writes the resolution down as a finished activity and resolves the case.</summary>
internal sealed class CloseIncidentOperation : ICoreOperation
{
    private const int Resolved = 1;

    public OrganizationResponse Execute(OrganizationRequest request, OperationScope scope)
    {
        var resolution = request.Required<Entity>("IncidentResolution");
        var incident = resolution.GetAttributeValue<EntityReference>("incidentid") ?? throw Fault.Argument("The IncidentResolution must name its incidentid.");
        var table = scope.Catalog.Table("incident");
        if (!Rows.Exists(scope.Transaction, table, incident.Id))
        {
            throw Fault.RowMissing("incident", incident.Id);
        }

        AccessCheck.RequireRow(scope, table, incident.Id, PrivilegeAction.Write);
        var id = (Guid)scope.Pipeline(new CreateRequest { Target = resolution }).Results["id"];
        var closed = new RowValues(scope.Catalog.Table("incidentresolution"));
        closed["statecode"] = new OptionSetValue(1);
        UpdateOperation.Apply(closed, id, null, scope);
        var values = new RowValues(table);
        values["statecode"] = new OptionSetValue(Resolved);
        if (request.Optional<OptionSetValue>("Status") is { } status && status.Value != -1)
        {
            values["statuscode"] = ValueCheck.Accept(table, table.Status!, status, scope);
        }

        UpdateOperation.Apply(values, incident.Id, null, scope);
        return new CloseIncidentResponse();
    }
}
