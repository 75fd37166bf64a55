using System.ServiceModel;
using CrmEmulator.Faults;
using Microsoft.Xrm.Sdk;
using FaultCode = CrmEmulator.Faults.FaultCode;

namespace CrmEmulator.Pipeline;

/// <summary>The faults that belong to plug-ins and transactions, with their numbers in Dynamics.</summary>
public static class PipelineFaults
{
    public static readonly FaultCode IsvAborted = FaultCode.Of(0x80040265, nameof(IsvAborted));
    public static readonly FaultCode IsvUnexpected = FaultCode.Of(0x80040224, "IsvUnExpected");
    public static readonly FaultCode NoActiveTransaction = FaultCode.Of(0x80040251, nameof(NoActiveTransaction));
    public static readonly FaultCode OpenTransactionCount = FaultCode.Of(0x8009000C, nameof(OpenTransactionCount));
    public static readonly FaultCode DepthExceeded = FaultCode.Of(0x80044182, "SdkCorrelationTokenDepthTooHigh");
    public static readonly FaultCode SandboxTimeOut = FaultCode.Of(0x80044176, "SandboxClientPluginTimeout");
    public static readonly FaultCode BatchInPlugIn = FaultCode.Of(0x80044181, "BatchMessageInPlugIn");
    public static readonly FaultCode PlugInTypeMissing = FaultCode.Of(0x80040257, "PluginTypeMissing");

    /// <summary>What a caller gets when a step's code threw.</summary>
    internal static FaultException<OrganizationServiceFault> FromPlugIn(Exception thrown, string typeName, string trace)
    {
        var fault = thrown switch
        {
            InvalidPluginExecutionException refused => Refusal(refused),
            FaultException<OrganizationServiceFault> { Detail.ErrorCode: var code } inner when code == IsvAborted.Value || code == SandboxTimeOut.Value => Fault.Of(new FaultCode(code, string.Empty), inner.Detail.Message),
            FaultException<OrganizationServiceFault> inner => Unexpected(inner, typeName, inner.Detail),
            _ => Unexpected(thrown, typeName, null),
        };
        fault.Detail.TraceText = trace;
        return fault;
    }

    private static FaultException<OrganizationServiceFault> Refusal(InvalidPluginExecutionException refused)
    {
        var fault = Fault.Of(IsvAborted, refused.Message);
        fault.Detail.ErrorDetails["OperationStatus"] = ((int)refused.Status).ToString(System.Globalization.CultureInfo.InvariantCulture);
        fault.Detail.ErrorDetails["SubErrorCode"] = refused.ErrorCode;
        return fault;
    }

    private static FaultException<OrganizationServiceFault> Unexpected(Exception thrown, string typeName, OrganizationServiceFault? inner)
    {
        var fault = Fault.Of(IsvUnexpected, $"Unexpected exception from plug-in (Execute): {typeName}: {thrown.GetType().FullName}: {inner?.Message ?? thrown.Message}");
        fault.Detail.InnerFault = inner;
        return fault;
    }
}
