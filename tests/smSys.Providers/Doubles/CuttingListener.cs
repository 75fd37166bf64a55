using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace smSys.Providers.Tests.Doubles;

/// <summary>Where a conversation is cut.</summary>
public enum CutAt
{
    /// <summary>Nobody listens.</summary>
    BeforeConnect,
    AfterConnect,
    MidRequest,
    AfterRequest,
    MidResponseHead,
    MidResponseBody,
}

/// <summary>A peer that hangs up at a chosen stage, and counts how often it was called.</summary>
internal sealed class CuttingListener : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CutAt _stage;
    private readonly string _answer;
    private readonly Task _work;
    private int _connections;

    private CuttingListener(CutAt stage, string answer)
    {
        _stage = stage;
        _answer = answer;
        if (stage == CutAt.BeforeConnect)
        {
            // Bound but not listening: refused, and nobody else can get the port.
            _listener.Server.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        }
        else
        {
            _listener.Start();
        }

        Address = new Uri("http://127.0.0.1:" + ((IPEndPoint)_listener.Server.LocalEndPoint!).Port + "/");
        _work = stage == CutAt.BeforeConnect ? Task.CompletedTask : AcceptAsync();
    }

    public Uri Address { get; }

    public int Connections => Volatile.Read(ref _connections);

    /// <summary>What was received by each conversation.</summary>
    public ConcurrentQueue<string> Received { get; } = new();

    public static CuttingListener At(CutAt stage, string answer = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 400\r\n\r\n{\"isSuccess\":true,") =>
        new(stage, answer);

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _work;
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            Socket socket;
            try
            {
                socket = await _listener.AcceptSocketAsync();
            }
            catch (Exception error) when (error is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }

            Interlocked.Increment(ref _connections);
            using (socket)
            {
                await ConverseAsync(socket);
            }
        }
    }

    // The caller may hang up hard, or so late that this peer loses patience: the end of that conversation, not of the listener.
    private async Task ConverseAsync(Socket socket)
    {
        try
        {
            await CutAsync(socket);
        }
        catch (Exception error) when (error is SocketException or OperationCanceledException)
        {
            // Nothing to do: the socket is closed next.
        }
    }

    private async Task CutAsync(Socket socket)
    {
        var head = new StringBuilder();
        byte[] buffer = new byte[1024];
        while (_stage != CutAt.AfterConnect && !IsFarEnough(head.ToString()))
        {
            int read = await socket.ReceiveAsync(buffer);
            if (read == 0)
            {
                break;
            }

            head.Append(Encoding.Latin1.GetString(buffer, 0, read));
        }

        Received.Enqueue(head.ToString());
        int length = _stage switch
        {
            CutAt.MidResponseHead => 20,
            CutAt.MidResponseBody => _answer.Length,
            _ => 0,
        };
        await socket.SendAsync(Encoding.Latin1.GetBytes(_answer[..length]));
        if (_stage is CutAt.AfterConnect or CutAt.MidRequest)
        {
            socket.LingerState = new LingerOption(true, 0);
        }
        else if (length > 0)
        {
            // Closing while the peer still writes would reset the connection and take the answer away from it.
            socket.Shutdown(SocketShutdown.Send);
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5));
            while (await socket.ReceiveAsync(buffer, limit.Token) > 0)
            {
            }
        }
    }

    private bool IsFarEnough(string received)
    {
        int end = received.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0)
        {
            return false;
        }

        if (_stage == CutAt.MidRequest)
        {
            return received.Length > end + 4;
        }

        string length = received[..end].Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)) ?? "Content-Length: 0";
        return received.Length - end - 4 >= int.Parse(length[15..], System.Globalization.CultureInfo.InvariantCulture);
    }
}
