using System.Net;
using System.Net.Sockets;

namespace CrmEmulator.Network;

/// <summary>A loopback address that refuses every connection: a port that is taken and never listened on, so nobody else can open it.</summary>
internal static class RefusingSink
{
    private static readonly Socket Taken = Take();

    public static Uri Address { get; } = new($"http://127.0.0.1:{((IPEndPoint)Taken.LocalEndPoint!).Port}");

    private static Socket Take()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return socket;
    }
}
