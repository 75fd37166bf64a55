using Microsoft.Extensions.Logging;
using smSys.Server.Callbacks;
using smSys.Server.HeartBeats;
using smSys.Server.WebApi;

namespace smSys.Server.Hosting;

/// <summary>Everything that can be set, by appsettings.json, environment (<c>SMSYS_SERVER_Crm__Address</c>) or command line (<c>--Crm:Address=…</c>).</summary>
public sealed class ServerOptions
{
    /// <summary>Where the server listens; several are separated by semicolons. Port 0 takes a free one.</summary>
    public string Listen { get; set; } = "http://localhost:5090";

    /// <summary>The least important lines that are written.</summary>
    public LogLevel LogLevel { get; set; } = LogLevel.Information;

    /// <summary>The organisation.</summary>
    public CrmOptions Crm { get; set; } = new();

    /// <summary>The heart.</summary>
    public HeartBeatOptions Heart { get; set; } = new();

    /// <summary>The ear.</summary>
    public EarOptions Ear { get; set; } = new();
}
