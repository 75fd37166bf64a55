using FakeXrmEasy;
using Microsoft.Xrm.Sdk;

namespace Official.Tests;

/// <summary>
/// What the sandbox hands to a plug-in. FakeXrmEasy's own provider throws for services it does not know; Dynamics gives null,
/// and our plug-ins ask for the clock.
/// </summary>
internal sealed class SandboxServices : IServiceProvider, IOrganizationServiceFactory
{
    private readonly XrmFakedContext _organization;
    private readonly IPluginExecutionContext _context;
    private readonly DateTime? _now;

    public SandboxServices(XrmFakedContext organization, IPluginExecutionContext context, DateTime? now = null)
    {
        _organization = organization;
        _context = context;
        _now = now;
    }

    public object? GetService(Type serviceType)
    {
        if (serviceType == typeof(IPluginExecutionContext) || serviceType == typeof(IExecutionContext))
        {
            return _context;
        }

        if (serviceType == typeof(IOrganizationServiceFactory))
        {
            return this;
        }

        if (serviceType == typeof(ITracingService))
        {
            return _organization.GetFakeTracingService();
        }

        return serviceType == typeof(Func<DateTime>) && _now is { } now ? new Func<DateTime>(() => now) : null;
    }

    public IOrganizationService CreateOrganizationService(Guid? userId) => _organization.GetOrganizationService();
}
