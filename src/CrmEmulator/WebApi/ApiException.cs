using System.Globalization;
using System.Runtime.Serialization;
using System.ServiceModel;
using CrmEmulator.Faults;
using CrmEmulator.Pipeline;
using Microsoft.Xrm.Sdk;
using Newtonsoft.Json.Linq;

namespace CrmEmulator.WebApi;

/// <summary>A refusal of the Web API itself, with the status of its answer.</summary>
internal sealed class ApiException(int status, uint code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public uint Code { get; } = code;

    public static ApiException BadRequest(string message) => new(400, 0x80060888, message);

    public static ApiException PropertyUnknown(string property, string table) =>
        BadRequest($"Could not find a property named '{property}' on type 'Microsoft.Dynamics.CRM.{table}'.");

    public static ApiException SegmentUnknown(string segment) => new(404, 0x8006088A, $"Resource not found for the segment '{segment}'.");

    public static ApiException NotSupported(string what) => new(501, 0x80040800, what);

    /// <summary>The OData form of whatever a request ended with.</summary>
    public static ApiResponse Answer(Exception exception)
    {
        var (status, code, message) = exception switch
        {
            ApiException own => (own.Status, own.Code, own.Message),
            FaultException<OrganizationServiceFault> fault => (StatusOf(fault.Detail.ErrorCode), unchecked((uint)fault.Detail.ErrorCode), fault.Detail.Message),
            SerializationException serialization => (400, 0x80048d19u, serialization.Message),
            _ => (500, 0x80040216u, "An unexpected error occurred: " + exception.Message),
        };
        return ApiResponse.Json(
            new JObject
            {
                ["error"] = new JObject { ["code"] = "0x" + code.ToString("x8", CultureInfo.InvariantCulture), ["message"] = message },
            },
            status);
    }

    private static int StatusOf(int code)
    {
        if (code == FaultCodes.ObjectDoesNotExist.Value || code == FaultCodes.RecordNotFoundByEntityKey.Value)
        {
            return 404;
        }

        if (code == FaultCodes.PrivilegeDenied.Value || code == FaultCodes.AccessDenied.Value || code == FaultCodes.UserDisabled.Value || code == FaultCodes.UserDoesNotExist.Value)
        {
            return 403;
        }

        if (code == FaultCodes.ConcurrencyVersionMismatch.Value || code == FaultCodes.DuplicateRecord.Value || code == FaultCodes.DuplicateRecordEntityKey.Value)
        {
            return 412;
        }

        return code == PipelineFaults.SandboxTimeOut.Value || code == FaultCodes.Unexpected.Value ? 500 : 400;
    }
}
