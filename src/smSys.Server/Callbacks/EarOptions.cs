namespace smSys.Server.Callbacks;

/// <summary>How the server takes what providers push.</summary>
public sealed class EarOptions
{
    /// <summary>The secret that keys are made of, at least 16 characters; empty takes no pushes.</summary>
    public string Secret { get; set; } = string.Empty;

    /// <summary>The secret before; its addresses are still taken while providers are being told the new ones.</summary>
    public string EarlierSecret { get; set; } = string.Empty;

    /// <summary>The folder of what was acknowledged and is not delivered yet. It has to outlive the replica; replicas may share it.</summary>
    public string Folder { get; set; } = "spool";

    /// <summary>The most that the folder may hold; then pushes are not acknowledged, and the provider repeats them.</summary>
    public int FolderMegabytes { get; set; } = 1024;

    /// <summary>The longest body that is taken, in bytes.</summary>
    public int BodyBytes { get; set; } = 64 * 1024;

    /// <summary>The most pushes that are taken from one address in a minute.</summary>
    public int PushesPerMinute { get; set; } = 6000;

    /// <summary>So long pushes are collected before they travel to CRM together.</summary>
    public TimeSpan Linger { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The body of our answer.</summary>
    public string Reply { get; set; } = "OK";

    /// <summary>The body of our answer for provider kinds that want another one.</summary>
    public Dictionary<string, string> Replies { get; set; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Addresses of reverse proxies whose X-Forwarded-For is believed.</summary>
    public string[] Proxies { get; set; } = [];
}
