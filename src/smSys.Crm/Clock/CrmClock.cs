using System;

namespace smSys.Crm.Clock;

/// <summary>The one door that time comes through.</summary>
public static class CrmClock
{
    /// <summary>
    /// The clock that the host hands to a step: the emulator's virtual one, or, in a real organisation where the service
    /// does not exist, the machine's. Always UTC.
    /// </summary>
    /// <param name="services">What a plug-in's Execute was given.</param>
    public static Func<DateTime> From(IServiceProvider services) =>
        Or(services.GetService(typeof(Func<DateTime>)) as Func<DateTime>);

    /// <summary>The clock given, or the machine's when it is null (a workflow step asks its context for it).</summary>
    public static Func<DateTime> Or(Func<DateTime>? clock) =>
#pragma warning disable RS0030 // This is the door itself.
        clock ?? (() => DateTime.UtcNow);
#pragma warning restore RS0030
}
