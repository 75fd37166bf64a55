namespace smSys.Messaging.Templates;

/// <summary>How two values are compared.</summary>
public enum TemplateComparison
{
    /// <summary>The value is there and not empty; nothing is compared.</summary>
    Exists,

    /// <summary>=</summary>
    Equal,

    /// <summary>!=</summary>
    NotEqual,

    /// <summary>&lt;</summary>
    Less,

    /// <summary>&lt;=</summary>
    LessOrEqual,

    /// <summary>&gt;</summary>
    Greater,

    /// <summary>&gt;=</summary>
    GreaterOrEqual,
}

/// <summary>What stands behind <c>if</c>.</summary>
/// <param name="Path">The value asked about.</param>
/// <param name="Comparison">How; Exists has no operand.</param>
/// <param name="Operand">Text or a number with Latin digits; empty for Exists.</param>
public sealed record TemplateCondition(TemplatePath Path, TemplateComparison Comparison, string Operand);
