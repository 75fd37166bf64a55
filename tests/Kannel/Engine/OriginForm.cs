using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Kannel.Engine;

/// <summary>
/// The emulator leads a plug-in's call to a proxy, so the request names the whole address; Kannel wants the path alone. This
/// takes the scheme and the host out of the first line and passes every other byte on, both ways.
/// </summary>
internal sealed class OriginForm : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly IPEndPoint _target;

    public OriginForm(IPEndPoint target)
    {
        _target = target;
        _listener.Start();
        _ = AcceptAsync();
    }

    public Uri Address => new("http://" + _listener.LocalEndpoint + "/");

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        while (true)
        {
            TcpClient client;
            try
            {
                client = await _listener.AcceptTcpClientAsync();
            }
            catch (Exception end) when (end is SocketException or ObjectDisposedException)
            {
                return;
            }

            _ = PassAsync(client);
        }
    }

    private async Task PassAsync(TcpClient client)
    {
        using (client)
        using (var server = new TcpClient())
        {
            await server.ConnectAsync(_target);
            NetworkStream near = client.GetStream();
            NetworkStream far = server.GetStream();
            await far.WriteAsync(Encoding.Latin1.GetBytes(await FirstLineAsync(near) + "\r\n"));
            _ = near.CopyToAsync(far);
            await far.CopyToAsync(near);
        }
    }

    private static async Task<string> FirstLineAsync(NetworkStream near)
    {
        var line = new StringBuilder();
        byte[] one = new byte[1];
        while (await near.ReadAsync(one) == 1 && one[0] != '\n')
        {
            line.Append((char)one[0]);
        }

        string[] words = line.ToString().TrimEnd('\r').Split(' ');
        return words[0] + " " + new Uri(words[1]).PathAndQuery + " " + words[2];
    }
}
