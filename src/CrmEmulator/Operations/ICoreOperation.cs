using Microsoft.Xrm.Sdk;

namespace CrmEmulator.Operations;

/// <summary>What the platform itself does at stage 30 of one message.</summary>
internal interface ICoreOperation
{
    OrganizationResponse Execute(OrganizationRequest request, OperationScope scope);
}
