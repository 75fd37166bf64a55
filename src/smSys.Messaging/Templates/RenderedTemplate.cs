using System.Collections.Generic;

namespace smSys.Messaging.Templates;

/// <summary>What to do about a recipient of whom a value is missing for which the template itself has no default.</summary>
public enum MissingValuePolicy
{
    /// <summary>Do not send to this recipient.</summary>
    Skip,

    /// <summary>Put <see cref="RenderOptions.DefaultText"/> in its place.</summary>
    UseDefault,

    /// <summary>Send with nothing in its place.</summary>
    Send,
}

/// <summary>How to render.</summary>
public sealed record RenderOptions
{
    /// <summary>About missing values.</summary>
    public MissingValuePolicy Missing { get; init; } = MissingValuePolicy.Skip;

    /// <summary>For <see cref="MissingValuePolicy.UseDefault"/>.</summary>
    public string DefaultText { get; init; } = string.Empty;
}

/// <summary>A value that was missing and for which the template has no default.</summary>
/// <param name="Path">What was asked for.</param>
/// <param name="Position">Where in the template's source.</param>
public sealed record MissingValue(TemplatePath Path, int Position);

/// <summary>A text for one recipient.</summary>
/// <param name="Text">The text; worth sending only when <paramref name="IsSendable"/>.</param>
/// <param name="Missing">Missing values in the order of the text.</param>
/// <param name="IsSendable">False when the policy says to skip the recipient, or nothing but space came out.</param>
public sealed record RenderedTemplate(string Text, IReadOnlyList<MissingValue> Missing, bool IsSendable);
