using System;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using smSys.Crm.Faults;
using smSys.Crm.Sentences;

namespace smSys.Crm.Audiences;

/// <summary>Reads as the user who started a bulk: what the platform refuses is somebody's to mend, not a failure of the engine.</summary>
public static class StarterReading
{
    /// <summary>Reads.</summary>
    /// <exception cref="RefusalException">The platform refused, with its own words; a busy platform is a fault as ever.</exception>
    public static T Try<T>(Func<T> read) => Try(read, words => new RefusalException(
        "audience-not-readable",
        "The audience or its template could not be read as the user who started the bulk: " + words,
        "مخاطبان یا الگو با دسترسی آغازکننده خوانده نشدند: " + words));

    /// <summary>The same where more can be said.</summary>
    /// <param name="read">As the user.</param>
    /// <param name="refuse">Makes the refusal of the platform's words.</param>
    /// <exception cref="RefusalException">The platform refused.</exception>
    public static T Try<T>(Func<T> read, Func<string, RefusalException> refuse)
    {
        try
        {
            return read();
        }
        catch (FaultException<OrganizationServiceFault> fault) when (!CrmFaults.MayHaveWorked(fault))
        {
            throw refuse(fault.Detail.Message);
        }
    }
}
