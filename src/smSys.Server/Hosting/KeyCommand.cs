using smSys.Providers;
using smSys.Server.Callbacks;

namespace smSys.Server.Hosting;

/// <summary>
/// The command that prints the path to enter at a provider's panel: <c>key push PROCESS-ID</c> or <c>key callback KIND SETTING-ID</c>.
/// </summary>
public static class KeyCommand
{
    /// <summary>True when the command line is this command, well written or not.</summary>
    public static bool IsMeant(string[] arguments) => arguments.Length > 0 && arguments[0] == "key";

    /// <summary>The path; or null, and what is wrong.</summary>
    public static string? PathOf(string[] arguments, EarOptions ear, out string problem)
    {
        var target = arguments switch
        {
            ["key", "push", var row] when Guid.TryParse(row, out var process) => new CallbackTarget(CallbackTarget.Bell, string.Empty, process),
            ["key", "callback", var kind, var row] when IsKind(kind) && Guid.TryParse(row, out var setting) =>
                new CallbackTarget(CallbackTarget.Content, kind.ToLowerInvariant(), setting),
            _ => null,
        };
        problem = target is null
            ? "Write: key push PROCESS-ID, or: key callback KIND SETTING-ID, where KIND is one of " + string.Join(", ", ProviderCatalog.Kinds) + "."
            : ear.Secret.Length < 16 ? "Ear:Secret is not set; set at least 16 random characters first." : string.Empty;
        return problem.Length == 0 ? CallbackKey.PathOf(ear.Secret, target!) : null;
    }

    private static bool IsKind(string kind) => ProviderCatalog.Kinds.Contains(kind, StringComparer.OrdinalIgnoreCase);
}
