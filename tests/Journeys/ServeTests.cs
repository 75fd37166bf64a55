using System.Net;
using System.Net.Sockets;

namespace Journeys;

/// <summary>The host on http://localhost: pages, phone and Web API.</summary>
public class ServeTests
{
    [Fact]
    public async Task It_serves_pages_a_phone_and_the_Web_API_until_it_is_interrupted()
    {
        var port = FreePort();
        using var host = HostProcess.Start("--port", port.ToString(System.Globalization.CultureInfo.InvariantCulture), "--provider", "kavenegar");
        await host.WaitForAsync("Ctrl-C stops it");
        using var client = new HttpClient { BaseAddress = new Uri($"http://localhost:{port}/") };

        var first = await client.GetStringAsync("/");
        Assert.Contains("smsys_sms", first, StringComparison.Ordinal);
        Assert.Contains("A development tool", first, StringComparison.Ordinal);
        Assert.Contains("smsys_smssetting", await client.GetStringAsync("/tables/smsys_smssetting"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/tables/nothing")).StatusCode);

        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["number"] = "09121111111", ["line"] = "30001234", ["text"] = "سلام <b>",
        });
        var phone = await client.PostAsync("/phone", form);
        Assert.Equal(HttpStatusCode.OK, phone.StatusCode);
        Assert.Contains("09121111111", await phone.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var nothing = new StringContent("{}");
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync("/phone", nothing)).StatusCode);

        var closed = await client.GetAsync("/tables/smsys_smssecret");
        var secrets = await client.GetAsync("/api/data/v9.0/smsys_smssecrets");
        Assert.Equal(HttpStatusCode.Forbidden, closed.StatusCode);
        Assert.Contains("secret-closed", await secrets.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var sets = await client.GetStringAsync("/api/data/v9.0/smsys_smssettings?$select=smsys_name");
        Assert.Contains("Ghasedak (simulated)", sets, StringComparison.Ordinal);
        var byDefault = await client.GetStringAsync("/api/data/v9.0/smsys_smssettings?$select=smsys_name&$filter=smsys_madedefaulton ne null");
        Assert.Contains("Kavenegar (simulated)", byDefault, StringComparison.Ordinal);
        Assert.DoesNotContain("Ghasedak (simulated)", byDefault, StringComparison.Ordinal);

        var end = await host.InterruptAsync();
        Assert.Equal(0, end.ExitCode);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
