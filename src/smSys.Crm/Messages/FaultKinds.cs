using System;
using smSys.Crm.Tables;
using smSys.Messaging.Providers;

namespace smSys.Crm.Messages;

/// <summary>The kinds of provider faults as Dynamics numbers them. The names are the same on both sides.</summary>
public static class FaultKinds
{
    /// <summary>As a row stores it.</summary>
    public static FaultKind Of(ProviderFaultKind kind) => kind switch
    {
        ProviderFaultKind.Refused => FaultKind.Refused,
        ProviderFaultKind.Blocked => FaultKind.Blocked,
        ProviderFaultKind.SlowDown => FaultKind.SlowDown,
        ProviderFaultKind.SignIn => FaultKind.SignIn,
        ProviderFaultKind.Credit => FaultKind.Credit,
        ProviderFaultKind.Unreachable => FaultKind.Unreachable,
        ProviderFaultKind.OutOfService => FaultKind.OutOfService,
        ProviderFaultKind.Unclear => FaultKind.Unclear,
        ProviderFaultKind.NotSupported => FaultKind.NotSupported,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
