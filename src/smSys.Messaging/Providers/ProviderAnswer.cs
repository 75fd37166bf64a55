using System;

namespace smSys.Messaging.Providers;

/// <summary>Either a value or the fault that stands for it.</summary>
public sealed class ProviderAnswer<T>
    where T : class
{
    private readonly T? _value;

    /// <summary>A successful answer.</summary>
    public ProviderAnswer(T value) => _value = value;

    /// <summary>A failed one.</summary>
    public ProviderAnswer(ProviderFault fault) => Fault = fault;

    /// <summary>Null when the call succeeded.</summary>
    public ProviderFault? Fault { get; }

    /// <summary>True when <see cref="Value"/> may be read.</summary>
    public bool Succeeded => Fault is null;

    /// <summary>The value of a successful answer.</summary>
    /// <exception cref="InvalidOperationException">The call failed; its fault is in the message.</exception>
    public T Value => _value ?? throw new InvalidOperationException("The provider gave no value: " + Fault!.Code + ".");
}
