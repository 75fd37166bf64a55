using System.Collections.Frozen;

namespace CrmEmulator.Metadata;

/// <summary>One choice. A status reason names its state; a state names its default reason and invariant name.</summary>
public sealed record OptionDefinition(int Value, Labels Labels)
{
    public int? State { get; init; }

    public int? DefaultStatus { get; init; }

    public string? InvariantName { get; init; }
}

/// <summary>The choices of a column, its own or shared by name.</summary>
public sealed class OptionSetDefinition
{
    private readonly FrozenDictionary<int, OptionDefinition> byValue;

    public OptionSetDefinition(string name, bool isGlobal, IEnumerable<OptionDefinition> options)
    {
        Name = name;
        IsGlobal = isGlobal;
        Options = [.. options];
        byValue = Options.ToFrozenDictionary(option => option.Value);
    }

    public string Name { get; }

    public bool IsGlobal { get; }

    public Labels Labels { get; init; } = Labels.None;

    public IReadOnlyList<OptionDefinition> Options { get; }

    public OptionDefinition? Find(int value) => byValue.GetValueOrDefault(value);
}
