namespace CrmEmulator.WebApi;

/// <summary>How the Web API knows its callers.</summary>
public sealed record WebApiOptions
{
    /// <summary>The cookie that holds the signed-in user's id.</summary>
    public const string SessionCookie = "CrmEmulatorUser";

    /// <summary>Who calls when neither cookie nor bearer token says it; null: such a call is refused with 401.</summary>
    public Guid? DefaultUserId { get; init; }

    /// <summary>Bearer tokens and the users they stand for, for clients that sign in without a browser.</summary>
    public IReadOnlyDictionary<string, Guid> Tokens { get; init; } = new Dictionary<string, Guid>();
}
