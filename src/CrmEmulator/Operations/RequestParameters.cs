using CrmEmulator.Faults;
using Microsoft.Xrm.Sdk;

namespace CrmEmulator.Operations;

/// <summary>Reads a request's parameters by name, so that late-bound requests work like typed ones.</summary>
internal static class RequestParameters
{
    /// <exception cref="System.ServiceModel.FaultException{T}">Missing, null or of another type.</exception>
    public static T Required<T>(this OrganizationRequest request, string name)
    {
        if (request.Parameters.TryGetValue(name, out var value) && value is T typed)
        {
            return typed;
        }

        throw Fault.Argument(value is null
            ? $"Required field '{name}' is missing for the request '{request.RequestName}'."
            : $"Expected parameter '{name}' of the request '{request.RequestName}' to be {typeof(T).Name}, got {value.GetType().Name}.");
    }

    public static T? Optional<T>(this OrganizationRequest request, string name) =>
        request.Parameters.TryGetValue(name, out var value) && value is T typed ? typed : default;
}
