using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using CrmEmulator.Faults;
using CrmEmulator.Metadata;
using CrmEmulator.Pipeline;
using Microsoft.Xrm.Sdk;

namespace CrmEmulator.PlugIns;

/// <summary>The organisation's plug-in code: what the imported solutions brought, and what a host registered itself.</summary>
public sealed class PlugInHost
{
    private readonly MetadataCatalog metadata;
    private readonly PlugInMemory memory;
    private readonly ConcurrentDictionary<Guid, RegisteredStep> own = new();
    private readonly ConcurrentDictionary<Guid, string> secureConfigurations = new();
    private readonly ConcurrentDictionary<Guid, bool> disabled = new();
    private readonly Lock gate = new();
    private StepTable? table;

    internal PlugInHost(MetadataCatalog metadata, bool freshMemory)
    {
        this.metadata = metadata;
        memory = PlugInMemory.Of(freshMemory);
    }

    /// <summary>Registers a step whose code the host brings: for tests and demonstrations without a package.</summary>
    public void Register(StepDefinition step, Func<IPlugin> create)
    {
        ArgumentNullException.ThrowIfNull(step);
        own[step.Id] = new RegisteredStep(step, create.Method.DeclaringType?.Assembly.GetName().Name ?? string.Empty, create);
        Forget();
    }

    /// <summary>Gives a step its secure configuration, which no solution carries.</summary>
    public void SetSecureConfiguration(Guid stepId, string text)
    {
        secureConfigurations[stepId] = text;
        Forget();
    }

    /// <summary>Switches a step off or on, as an administrator can.</summary>
    public void SetEnabled(Guid stepId, bool enabled)
    {
        disabled[stepId] = !enabled;
        Forget();
    }

    /// <summary>The registered type of that name ("Namespace.Type", with or without its assembly) in the imported assemblies.</summary>
    /// <exception cref="System.ServiceModel.FaultException{T}">No imported assembly registers it, or the assembly does not have it.</exception>
    public Type FindType(string typeName)
    {
        ArgumentNullException.ThrowIfNull(typeName);
        var name = typeName.Split(',')[0].Trim();
        return metadata.Content.PlugInTypes.TryGetValue(name, out var registered)
            && metadata.Content.Assemblies.TryGetValue(registered.AssemblyId, out var assembly)
            && Load(assembly).GetType(name) is { } type
                ? type
                : throw Fault.Of(PipelineFaults.PlugInTypeMissing, $"The type '{name}' is registered by none of the imported plug-in assemblies, or its assembly does not have it.");
    }

    /// <summary>Compiles the imported assemblies' methods now, so that a fast clock does not charge the first executions for it.</summary>
    public void Prepare()
    {
        foreach (var assembly in metadata.Content.Assemblies.Values)
        {
            foreach (var method in Load(assembly).GetTypes().Where(type => !type.ContainsGenericParameters)
                .SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)).OfType<MethodBase>()
                .Where(method => !method.ContainsGenericParameters && method.GetMethodBody() is not null))
            {
                RuntimeHelpers.PrepareMethod(method.MethodHandle);
            }
        }
    }

    /// <summary>The assembly of that simple name, loaded.</summary>
    public Assembly? FindAssembly(string name) =>
        metadata.Content.Assemblies.Values.FirstOrDefault(one => one.Name == name) is { } found ? Load(found) : null;

    internal StepSet StepsFor(string message, string tableName) => CurrentTable().For(message, tableName);

    internal RegisteredStep? FindStep(Guid id) => CurrentTable().Find(id);

    private StepTable CurrentTable()
    {
        var current = Volatile.Read(ref table);
        if (current is not null && current.Version == metadata.Version)
        {
            return current;
        }

        lock (gate)
        {
            if (table is null || table.Version != metadata.Version)
            {
                table = new StepTable(metadata.Version, [.. metadata.Content.Steps.Values.Select(FromSolution), .. own.Values], id => disabled.GetValueOrDefault(id));
            }

            return table;
        }
    }

    private RegisteredStep FromSolution(StepDefinition step) => new(
        step,
        metadata.Content.PlugInTypes.TryGetValue(step.PlugInTypeName, out var type) && metadata.Content.Assemblies.TryGetValue(type.AssemblyId, out var assembly) ? assembly.Name : string.Empty,
        () => RegisteredStep.Create(FindType(step.PlugInTypeName), step.Configuration, secureConfigurations.GetValueOrDefault(step.Id)))
    {
        IsFromSolution = true,
    };

    private Assembly Load(PlugInAssemblyDefinition assembly) => memory.Load(assembly.FullName, assembly.Content);

    private void Forget()
    {
        lock (gate)
        {
            table = null;
        }
    }

    /// <summary>All steps at one version of the catalogue, found by message and table.</summary>
    private sealed class StepTable
    {
        private readonly Dictionary<Guid, RegisteredStep> byId;
        private readonly ILookup<string, RegisteredStep> byMessage;
        private readonly ConcurrentDictionary<(string Message, string Table), StepSet> sets = new();

        public StepTable(int version, IReadOnlyList<RegisteredStep> steps, Func<Guid, bool> isDisabled)
        {
            Version = version;
            byId = steps.ToDictionary(step => step.Definition.Id);
            byMessage = steps.Where(step => !isDisabled(step.Definition.Id)).ToLookup(step => step.Definition.Message, StringComparer.Ordinal);
        }

        public int Version { get; }

        public RegisteredStep? Find(Guid id) => byId.GetValueOrDefault(id);

        public StepSet For(string message, string tableName)
        {
            if (sets.TryGetValue((message, tableName), out var set))
            {
                return set;
            }

            var steps = byMessage[message].Where(step => string.IsNullOrEmpty(step.Definition.Table) || step.Definition.Table is "none" || step.Definition.Table == tableName).ToList();
            return sets.GetOrAdd((message, tableName), steps.Count == 0 ? StepSet.Empty : new StepSet(steps));
        }
    }
}
