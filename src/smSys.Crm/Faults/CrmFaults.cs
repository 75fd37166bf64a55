using System;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;

namespace smSys.Crm.Faults;

/// <summary>Tells the platform's faults apart by what has to be done next.</summary>
public static class CrmFaults
{
    /// <summary>ConcurrencyVersionMismatch: somebody else wrote the row since it was read.</summary>
    public const int ConcurrencyMismatchCode = unchecked((int)0x80060882);

    /// <summary>DuplicateRecord: a row with this id stands there already.</summary>
    public const int DuplicateRecordCode = unchecked((int)0x80040237);

    /// <summary>DuplicateRecordEntityKey: another row holds the alternate key.</summary>
    public const int DuplicateAlternateKeyCode = unchecked((int)0x80060892);

    /// <summary>ObjectDoesNotExist.</summary>
    public const int NotFoundCode = unchecked((int)0x80040217);

    private const int SqlTimeout = unchecked((int)0x80044151);
    private const int SqlDeadlock = unchecked((int)0x80044150);
    private const int SqlGeneric = unchecked((int)0x80040205);
    private const int TooManyRequests = unchecked((int)0x80072322);
    private const int TooMuchTime = unchecked((int)0x80072321);
    private const int TooManyAtOnce = unchecked((int)0x80072326);

    /// <summary>The row version that an update or delete was bound to is no longer the row's.</summary>
    public static bool IsConcurrencyMismatch(Exception fault) => CodeOf(fault) == ConcurrencyMismatchCode;

    /// <summary>The id or an alternate key is taken.</summary>
    public static bool IsDuplicate(Exception fault)
    {
        var code = CodeOf(fault);
        return code == DuplicateRecordCode || code == DuplicateAlternateKeyCode;
    }

    /// <summary>There is no such row, or the caller may not know of it.</summary>
    public static bool IsNotFound(Exception fault) => CodeOf(fault) == NotFoundCode;

    /// <summary>
    /// The answer was lost, or the platform was too busy: the call may or may not have worked, and may be repeated where a
    /// repeat is harmless.
    /// </summary>
    public static bool MayHaveWorked(Exception fault)
    {
        if (fault is TimeoutException)
        {
            return true;
        }

        return CodeOf(fault) switch
        {
            SqlTimeout or SqlDeadlock or SqlGeneric or TooManyRequests or TooMuchTime or TooManyAtOnce => true,
            null => fault is CommunicationException,
            _ => false,
        };
    }

    private static int? CodeOf(Exception fault) => (fault as FaultException<OrganizationServiceFault>)?.Detail?.ErrorCode;
}
