using CrmEmulator.Pipeline;
using Microsoft.Xrm.Sdk;

namespace CrmEmulator.PlugIns;

/// <summary>What a plug-in finds in its service provider. <c>Func&lt;DateTime&gt;</c> is the emulator's own door to the organisation's clock; Dynamics answers it with null.</summary>
internal sealed class PlugInServices(StepExecution execution, IPluginExecutionContext context) : IServiceProvider
{
    public object? GetService(Type serviceType)
    {
        if (serviceType == typeof(IPluginExecutionContext) || serviceType == typeof(IExecutionContext))
        {
            return context;
        }

        if (serviceType == typeof(IOrganizationServiceFactory))
        {
            return new ServiceFactory(execution, context.UserId);
        }

        if (serviceType == typeof(ITracingService))
        {
            return execution.Trace;
        }

        return serviceType == typeof(Func<DateTime>) ? () => execution.Host.Clock.UtcNow : null;
    }
}

/// <summary>Gives running code its services: null is SYSTEM, an id is that user, the empty id the user of the context.</summary>
internal sealed class ServiceFactory(StepExecution execution, Guid contextUserId) : IOrganizationServiceFactory
{
    public IOrganizationService CreateOrganizationService(Guid? userId)
    {
        var caller = userId switch
        {
            null => execution.Host.SystemUserId,
            { } id when id == Guid.Empty => contextUserId,
            { } id => id,
        };
        return new ServiceDoor(request => execution.Call(request, caller), execution.Host.Options.CheckContracts);
    }
}
