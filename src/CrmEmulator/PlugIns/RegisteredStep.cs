using System.Reflection;
using CrmEmulator.Faults;
using CrmEmulator.Metadata;
using CrmEmulator.Pipeline;
using Microsoft.Xrm.Sdk;

namespace CrmEmulator.PlugIns;

/// <summary>A step with the code behind it; one instance serves all executions, as Dynamics caches it.</summary>
internal sealed class RegisteredStep
{
    private readonly Lazy<IPlugin> instance;
    private readonly HashSet<string> filter;

    public RegisteredStep(StepDefinition definition, string assemblyName, Func<IPlugin> create)
    {
        Definition = definition;
        AssemblyName = assemblyName;
        TypeName = definition.PlugInTypeName.Split(',')[0].Trim();
        instance = new Lazy<IPlugin>(create, LazyThreadSafetyMode.PublicationOnly);
        filter = new HashSet<string>(definition.FilteringColumns, StringComparer.Ordinal);
    }

    public StepDefinition Definition { get; }

    /// <summary>A step of an imported solution has a row; one that a host registered has none.</summary>
    public bool IsFromSolution { get; init; }

    public string AssemblyName { get; }

    public string TypeName { get; }

    public IPlugin Instance => instance.Value;

    /// <summary>Filtering attributes look at presence in the request, not at values, and only an Update has them.</summary>
    public bool Wants(OrganizationRequest request) =>
        filter.Count == 0
        || request.RequestName != "Update"
        || (request.Parameters.TryGetValue("Target", out var value) && value is Entity target && target.Attributes.Keys.Any(filter.Contains));

    /// <summary>Makes the plug-in with the richest constructor it has: (unsecure, secure), (unsecure), ().</summary>
    public static IPlugin Create(Type type, string? configuration, string? secureConfiguration)
    {
        var made = Construct(type, [configuration, secureConfiguration]) ?? Construct(type, [configuration]) ?? Construct(type, []);
        return made as IPlugin ?? throw Fault.Of(PipelineFaults.PlugInTypeMissing, $"The type '{type.FullName}' cannot be run as a plug-in: it needs IPlugin and a public constructor with no, one or two strings.");
    }

    private static object? Construct(Type type, string?[] arguments) =>
        type.GetConstructor(BindingFlags.Public | BindingFlags.Instance, Array.ConvertAll(arguments, _ => typeof(string)))?.Invoke(arguments);
}

/// <summary>The steps that one message on one table runs, each stage in its order: rank, then id.</summary>
internal sealed class StepSet
{
    public static readonly StepSet Empty = new([]);

    public StepSet(IEnumerable<RegisteredStep> steps)
    {
        var sorted = steps.OrderBy(step => step.Definition.Rank).ThenBy(step => step.Definition.Id).ToList();
        PreValidation = [.. sorted.Where(step => step.Definition is { Stage: 10, Mode: 0 })];
        PreOperation = [.. sorted.Where(step => step.Definition is { Stage: 20, Mode: 0 })];
        PostOperation = [.. sorted.Where(step => step.Definition is { Stage: 40, Mode: 0 })];
        Asynchronous = [.. sorted.Where(step => step.Definition.Mode == 1)];
        InTransaction = [.. PreOperation, .. PostOperation, .. Asynchronous];
        AfterOperation = [.. PostOperation, .. Asynchronous];
        IsEmpty = sorted.Count == 0;
    }

    public bool IsEmpty { get; }

    public IReadOnlyList<RegisteredStep> PreValidation { get; }

    public IReadOnlyList<RegisteredStep> PreOperation { get; }

    public IReadOnlyList<RegisteredStep> PostOperation { get; }

    public IReadOnlyList<RegisteredStep> Asynchronous { get; }

    /// <summary>Those that may have an image from before the operation.</summary>
    public IReadOnlyList<RegisteredStep> InTransaction { get; }

    /// <summary>Those that may have an image from after it.</summary>
    public IReadOnlyList<RegisteredStep> AfterOperation { get; }
}
