using CrmEmulator.Metadata;
using CrmEmulator.Pipeline;
using CrmEmulator.Time;
using Microsoft.Xrm.Sdk;

namespace CrmEmulator.Tests.Pipeline;

/// <summary>An organisation in memory with plug-ins written in the test.</summary>
internal sealed class PipelineOrganization : IDisposable
{
    public static readonly DateTime Start = new(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc);

    private int steps;

    public PipelineOrganization(ExecutionOptions? execution = null, OrganizationClock? clock = null, string? file = null)
    {
        Organization = Organization.Open(new OrganizationOptions
        {
            DataFile = file,
            Clock = clock ?? OrganizationClock.Manual(Start),
            Execution = execution ?? new ExecutionOptions(),
        });
        Service = Organization.ServiceFor(Organization.SystemUserId);
    }

    public Organization Organization { get; }

    public IOrganizationService Service { get; }

    /// <summary>What the plug-ins of the test noted, in order.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>Registers code as a step.</summary>
    public StepDefinition On(string message, string? table, int stage, Action<PlugInRun> code, Func<StepDefinition, StepDefinition>? change = null)
    {
        steps++;
        var step = new StepDefinition
        {
            Id = new Guid(steps, 0, 0, new byte[8]),
            Name = $"{message} of {table} at {stage}",
            PlugInTypeName = $"Test.Step{steps}",
            Message = message,
            Table = table,
            Stage = stage,
            Mode = 0,
        };
        step = change?.Invoke(step) ?? step;
        Organization.PlugIns.Register(step, () => new CodePlugIn(code));
        return step;
    }

    public void Note(string text)
    {
        lock (Notes)
        {
            Notes.Add(text);
        }
    }

    public Guid Contact(string lastName = "احمدی") => Service.Create(new Entity("contact") { ["lastname"] = lastName });

    public void Dispose() => Organization.Dispose();

    private sealed class CodePlugIn(Action<PlugInRun> code) : IPlugin
    {
        public void Execute(IServiceProvider serviceProvider) => code(new PlugInRun(serviceProvider));
    }
}

/// <summary>What a plug-in of a test works with.</summary>
internal sealed class PlugInRun(IServiceProvider services)
{
    public IServiceProvider Services => services;

    public IPluginExecutionContext Context { get; } = (IPluginExecutionContext)services.GetService(typeof(IPluginExecutionContext))!;

    public ITracingService Tracing { get; } = (ITracingService)services.GetService(typeof(ITracingService))!;

    public Entity Target => (Entity)Context.InputParameters["Target"];

    public IOrganizationService Service => As(Context.UserId);

    public IOrganizationService AsSystem => As(null);

    public IOrganizationService As(Guid? user) => ((IOrganizationServiceFactory)services.GetService(typeof(IOrganizationServiceFactory))!).CreateOrganizationService(user);
}
