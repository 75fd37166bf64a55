using System.ServiceModel;
using Microsoft.Xrm.Sdk;

namespace CrmEmulator.Faults;

/// <summary>Makes the faults with which the organization service refuses.</summary>
public static class Fault
{
    /// <summary>A fault to throw; the message is what the caller sees.</summary>
    public static FaultException<OrganizationServiceFault> Of(FaultCode code, string message)
    {
        var detail = new OrganizationServiceFault
        {
            ErrorCode = code.Value,
            Message = message,
            Timestamp = DateTime.UtcNow,
        };
        return new FaultException<OrganizationServiceFault>(detail, new FaultReason(message));
    }

    public static FaultException<OrganizationServiceFault> RowMissing(string table, Guid id) =>
        Of(FaultCodes.ObjectDoesNotExist, $"{table} With Id = {id:D} Does Not Exist");

    public static FaultException<OrganizationServiceFault> ColumnUnknown(string table, string column) =>
        Of(FaultCodes.QueryUnknownColumn, $"'{table}' entity doesn't contain attribute with Name = '{column}' and NameMapping = 'Logical'.");

    public static FaultException<OrganizationServiceFault> TableUnknown(string? table) =>
        Of(FaultCodes.QueryUnknownTable, $"The entity with a name = '{table}' with namemapping = 'Logical' was not found in the MetadataCache.");

    public static FaultException<OrganizationServiceFault> Argument(string message) =>
        Of(FaultCodes.InvalidArgument, message);
}
