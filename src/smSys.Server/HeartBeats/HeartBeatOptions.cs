namespace smSys.Server.HeartBeats;

/// <summary>How the heart beats.</summary>
public sealed class HeartBeatOptions
{
    /// <summary>From the end of one beat to the next.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How often the heart-beat row is written.</summary>
    public TimeSpan RowInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often each active setting is told, so that its form can warn when no heart beats.</summary>
    public TimeSpan SettingInterval { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>So long after a request that no tick took it is made again. Not shorter than a tick's lease of three minutes.</summary>
    public TimeSpan RepeatAfter { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>The longest pause between two tries while CRM is away.</summary>
    public TimeSpan LongestPause { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Requests to CRM at once.</summary>
    public int Parallel { get; set; } = 4;
}
