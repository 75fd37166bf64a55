using System.Net;
using CrmEmulator.PlugIns;

namespace CrmEmulator.Network;

/// <summary>The process's default proxy: requests of running plug-in code go where their organisation says, all others where they went before.</summary>
/// <remarks>It never throws: a proxy that throws is ignored by the platform, and the request would go direct.</remarks>
internal sealed class PlugInProxy : IWebProxy
{
    private static readonly Lock Gate = new();
    private static bool installed;

    private readonly IWebProxy before;

    private PlugInProxy(IWebProxy before) => this.before = before;

    public ICredentials? Credentials
    {
        get => StepExecution.Current is null ? before.Credentials : null;
        set => before.Credentials = value;
    }

    /// <summary>Puts it before the default proxy of the process, once.</summary>
    public static void Install()
    {
        lock (Gate)
        {
            if (!installed)
            {
                HttpClient.DefaultProxy = new PlugInProxy(HttpClient.DefaultProxy);
                HttpCallWatch.Start();
                installed = true;
            }
        }
    }

    public Uri? GetProxy(Uri destination)
    {
        if (StepExecution.Current is not { } execution)
        {
            return before.GetProxy(destination);
        }

        try
        {
            return execution.Host.Network.ProxyFor(destination, execution);
        }
        catch (Exception exception)
        {
            execution.Trace.Write("The request was refused: " + exception.Message);
            return RefusingSink.Address;
        }
    }

    public bool IsBypassed(Uri host) => StepExecution.Current is null && before.IsBypassed(host);
}
