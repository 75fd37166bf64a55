using System.Net;
using System.Net.Sockets;
using Browser;
using WebResources;

namespace Journeys;

/// <summary>The emulator's own pages over the shipped solution, clicked through in a browser as people of each role, in both languages.</summary>
public class ShellTests
{
    [Fact]
    public async Task Every_view_form_chart_and_dashboard_is_drawn_and_messages_are_sent_from_them()
    {
        var browser = Chromium.Demand();
        var port = FreePort().ToString(System.Globalization.CultureInfo.InvariantCulture);
        using var host = HostProcess.Start("--port", port);
        await host.WaitForAsync("Ctrl-C stops it");

        new Npm("webresources").Run("shell", ("ADDRESS", "http://localhost:" + port), ("CHROMIUM", browser));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
