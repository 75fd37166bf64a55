using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace DevHost;

/// <summary>Creates rows whose ids are fixed beforehand: a row that is there already is left as it is.</summary>
public static class CreateOnce
{
    private const int DuplicateRecord = unchecked((int)0x80040237);
    private const int DuplicateKey = unchecked((int)0x80060892);

    /// <summary>Creates the row, or finds it there.</summary>
    public static EntityReference Do(IOrganizationService service, Entity row)
    {
        try
        {
            service.Create(row);
        }
        catch (FaultException<OrganizationServiceFault> fault) when (fault.Detail.ErrorCode is DuplicateRecord or DuplicateKey)
        {
            // Another row with the same key is not ours: then this one is missing, and Dynamics says so.
            service.Retrieve(row.LogicalName, row.Id, new ColumnSet(false));
        }

        return row.ToEntityReference();
    }

    /// <summary>Creates the row; gives the organisation's own words when it refuses.</summary>
    public static string? Try(IOrganizationService service, Entity row)
    {
        try
        {
            Do(service, row);
            return null;
        }
        catch (FaultException<OrganizationServiceFault> fault)
        {
            return fault.Detail.Message;
        }
    }
}
