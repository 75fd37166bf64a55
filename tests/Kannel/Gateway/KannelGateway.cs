using System.Net;
using System.Net.Sockets;

namespace Kannel.Gateway;

/// <summary>
/// A real Kannel on free ports of loopback: bearerbox, smsbox, and fakesmsc as the operator. Its files lie in a folder of their
/// own; its processes are the ones that were started here and end with it.
/// </summary>
internal sealed class KannelGateway : IAsyncDisposable
{
    public const string User = "smsys";
    public const string Line = "50001";

    /// <summary>Numbers that begin so are led nowhere.</summary>
    public const string NotRoutable = "0999";

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kannel-");
    private readonly List<KannelProcess> _processes = [];
    private readonly List<KannelProcess> _operators = [];
    private int _adminPort;
    private int _operatorPort;

    private readonly string _callback;

    private KannelGateway(Ear ear, string? callback)
    {
        Ear = ear;
        _callback = callback ?? ear.Address + "/callback/PATH";
    }

    public string Password { get; } = Guid.NewGuid().ToString("N");

    public Ear Ear { get; }

    /// <summary>Where smsbox takes messages.</summary>
    public IPEndPoint SendPoint { get; private set; } = new(IPAddress.Loopback, 0);

    /// <summary>What reached the operator, in order.</summary>
    public IReadOnlyList<Arrival> Arrivals => [.. _operators.SelectMany(one => one.Lines).Select(Arrival.Read).OfType<Arrival>()];

    /// <param name="queueLimit">Messages that may wait for an operator.</param>
    /// <param name="callback">Where incoming messages are pushed to; null: to the test's own ear.</param>
    public static async Task<KannelGateway> StartAsync(int queueLimit = 1_000_000, string? callback = null)
    {
        KannelPackages.Install();
        Ear ear = await Ear.ListenAsync();
        for (int attempt = 1; ; attempt++)
        {
            var gateway = new KannelGateway(ear, callback);
            if (await gateway.TryStartAsync(queueLimit))
            {
                return gateway;
            }

            // Somebody else may have taken one of the ports that were free a moment ago.
            string said = string.Join("\n", gateway._processes.SelectMany(process => process.Lines.TakeLast(20)));
            gateway.Stop();
            Assert.True(attempt < 3, "Kannel does not start:\n" + said);
        }
    }

    /// <summary>Waits for something that has to come about.</summary>
    public static async Task<T> Until<T>(Func<T> what, Func<T, bool> isThere)
    {
        DateTime end = DateTime.UtcNow + Longest;
        T found = what();
        while (!isThere(found) && DateTime.UtcNow < end)
        {
            await Task.Delay(20);
            found = what();
        }

        Assert.True(isThere(found), "It did not come about within " + Longest.TotalSeconds + " s; what there was: " + found);
        return found;
    }

    /// <summary>Connects the operator.</summary>
    public async Task ConnectOperatorAsync()
    {
        _operators.Add(new KannelProcess(KannelPackages.FakeSmsc, "-H", "127.0.0.1", "-r", Digits(_operatorPort), "-v", "0"));
        using var client = new HttpClient();
        string status = string.Empty;
        await Until(
            () => status = client.GetStringAsync("http://127.0.0.1:" + Digits(_adminPort) + "/status.txt?password=" + Password).GetAwaiter().GetResult(),
            text => text.Contains("(online", StringComparison.Ordinal));
    }

    /// <summary>Somebody writes to the line.</summary>
    public void WriteFromPhone(string number, string text) => _operators[^1].Write(number + " " + Line + " text " + text);

    public async ValueTask DisposeAsync()
    {
        Stop();
        await Ear.DisposeAsync();
    }

    private async Task<bool> TryStartAsync(int queueLimit)
    {
        int[] ports = FreePorts(4);
        (_adminPort, int boxPort, _operatorPort) = (ports[0], ports[1], ports[2]);
        SendPoint = new IPEndPoint(IPAddress.Loopback, ports[3]);
        string file = Path.Combine(_folder.FullName, "kannel.conf");
        await File.WriteAllTextAsync(file, Configuration(boxPort, queueLimit));
        _processes.Add(new KannelProcess(KannelPackages.Bearerbox, "-v", "1", file));
        if (!await Listens(boxPort) || !await Listens(_adminPort))
        {
            return false;
        }

        _processes.Add(new KannelProcess(KannelPackages.Smsbox, "-v", "1", file));
        return await Listens(SendPoint.Port);
    }

    private async Task<bool> Listens(int port)
    {
        for (DateTime end = DateTime.UtcNow + Longest; DateTime.UtcNow < end && _processes.All(process => !process.HasExited); await Task.Delay(20))
        {
            using var socket = new TcpClient();
            try
            {
                await socket.ConnectAsync(IPAddress.Loopback, port);
                return _processes.All(process => !process.HasExited);
            }
            catch (SocketException)
            {
                continue;
            }
        }

        return false;
    }

    private void Stop()
    {
        foreach (KannelProcess process in _operators.Concat(_processes.AsEnumerable().Reverse()))
        {
            process.Dispose();
        }

        _folder.Delete(recursive: true);
    }

    private static int[] FreePorts(int count)
    {
        TcpListener[] listeners = [.. Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0))];
        foreach (TcpListener listener in listeners)
        {
            listener.Start();
        }

        int[] ports = [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        foreach (TcpListener listener in listeners)
        {
            listener.Dispose();
        }

        return ports;
    }

    private static string Digits(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private string Configuration(int boxPort, int queueLimit) => $"""
        group = core
        admin-port = {_adminPort}
        admin-interface = 127.0.0.1
        admin-password = {Password}
        smsbox-port = {boxPort}
        smsbox-interface = 127.0.0.1
        box-deny-ip = "*.*.*.*"
        box-allow-ip = "127.0.0.1"
        dlr-storage = internal
        sms-outgoing-queue-limit = {queueLimit}

        group = smsc
        smsc = fake
        smsc-id = FAKE
        port = {_operatorPort}
        connect-allow-ip = 127.0.0.1
        denied-prefix = "{NotRoutable}"

        group = smsbox
        bearerbox-host = 127.0.0.1
        sendsms-port = {SendPoint.Port}
        sendsms-interface = 127.0.0.1

        group = sendsms-user
        username = {User}
        password = {Password}
        max-messages = 10
        concatenation = true
        user-deny-ip = "*.*.*.*"
        user-allow-ip = "127.0.0.1"

        group = sms-service
        keyword = default
        catch-all = true
        max-messages = 0
        get-url = "{_callback}?from=%p&to=%P&text=%a&id=%I&time=%T"

        """;
}
