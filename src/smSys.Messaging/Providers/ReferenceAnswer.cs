namespace smSys.Messaging.Providers;

/// <summary>
/// What one complete question by reference said. <c>Absent</c> becomes <em>not yet</em> or <em>never arrived</em> only by the
/// time rules of <c>SAFETY.md</c>, which the caller keeps (<see cref="Sending.ReferenceRules"/>).
/// </summary>
public enum ReferenceAnswerKind
{
    /// <summary>The provider has the message.</summary>
    Found,

    /// <summary>A complete, successful answer in which the reference does not stand.</summary>
    Absent,

    /// <summary>A fault, or a short or odd answer.</summary>
    CannotSay,
}

/// <summary>The answer about one reference.</summary>
/// <param name="Reference">The one asked about.</param>
/// <param name="Kind">Found, absent, or cannot say.</param>
/// <param name="ProviderMessageId">The provider's id of a found message.</param>
/// <param name="State">Its delivery state, when the answer held one.</param>
/// <param name="Fault">Why nobody can say.</param>
public sealed record ReferenceAnswer(
    long Reference,
    ReferenceAnswerKind Kind,
    string? ProviderMessageId = null,
    DeliveryStateKind? State = null,
    ProviderFault? Fault = null);
