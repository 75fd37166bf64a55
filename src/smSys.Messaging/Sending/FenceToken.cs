using System;

namespace smSys.Messaging.Sending;

/// <summary>
/// Written by a claim; only who holds the same token may settle. It is made of the asynchronous operation, so a re-run of the
/// same job recognises its own claim and goes on at once, while a worker that wakes after its lease finds a stranger's.
/// </summary>
public readonly struct FenceToken : IEquatable<FenceToken>
{
    private readonly string? _text;

    private FenceToken(string text) => _text = text;

    /// <summary>No claim.</summary>
    public static FenceToken None => default;

    /// <summary>As it stands in the column, 32 hexadecimal digits; empty for none.</summary>
    public string Text => _text ?? string.Empty;

    /// <summary>There is no claim.</summary>
    public bool IsNone => Text.Length == 0;

    /// <summary>The token of an asynchronous operation.</summary>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public static FenceToken Of(Guid operationId) => operationId == Guid.Empty
        ? throw new ArgumentException("A claim needs the id of its operation.", nameof(operationId))
        : new FenceToken(operationId.ToString("N"));

    /// <summary>The token that a column holds; null and empty are none.</summary>
    public static FenceToken Read(string? column) => string.IsNullOrEmpty(column) ? None : new FenceToken(column!);

    /// <inheritdoc/>
    public bool Equals(FenceToken other) => string.Equals(Text, other.Text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is FenceToken other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);

    /// <inheritdoc/>
    public override string ToString() => Text;

    /// <summary>The same claim.</summary>
    public static bool operator ==(FenceToken left, FenceToken right) => left.Equals(right);

    /// <summary>Different claims.</summary>
    public static bool operator !=(FenceToken left, FenceToken right) => !left.Equals(right);
}
