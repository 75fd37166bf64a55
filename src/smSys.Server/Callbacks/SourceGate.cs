using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace smSys.Server.Callbacks;

/// <summary>Lets an address through so many times a minute. Addresses of IPv6 count by their network of 64 bits.</summary>
public sealed class SourceGate(TimeProvider time, int perMinute)
{
    private const int MostSources = 10_000;
    private readonly ConcurrentDictionary<IPAddress, Window> _windows = new();

    /// <summary>True when the address may come in; counts it.</summary>
    public bool Admits(IPAddress? address)
    {
        var window = WindowOf(address);
        lock (window)
        {
            Renew(window);
            window.Count++;
            return window.Count <= perMinute;
        }
    }

    /// <summary>True when the address has already used up its minute; counts nothing.</summary>
    public bool IsShut(IPAddress? address)
    {
        if (!_windows.TryGetValue(SourceOf(address), out var window))
        {
            return false;
        }

        lock (window)
        {
            Renew(window);
            return window.Count >= perMinute;
        }
    }

    private Window WindowOf(IPAddress? address)
    {
        if (_windows.Count >= MostSources)
        {
            Sweep();
        }

        // Past the limit all newcomers share one window, so that memory is bounded and known sources are not shut out.
        var source = SourceOf(address);
        return _windows.Count >= MostSources && !_windows.ContainsKey(source)
            ? _windows.GetOrAdd(IPAddress.None, _ => new Window())
            : _windows.GetOrAdd(source, _ => new Window());
    }

    private void Renew(Window window)
    {
        var now = time.GetTimestamp();
        if (window.Count == 0 || time.GetElapsedTime(window.Start, now) >= TimeSpan.FromMinutes(1))
        {
            window.Start = now;
            window.Count = 0;
        }
    }

    private void Sweep()
    {
        var now = time.GetTimestamp();
        foreach (var pair in _windows)
        {
            if (time.GetElapsedTime(pair.Value.Start, now) >= TimeSpan.FromMinutes(1))
            {
                _windows.TryRemove(pair);
            }
        }
    }

    private static IPAddress SourceOf(IPAddress? address)
    {
        if (address is null)
        {
            return IPAddress.None;
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address;
        }

        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, 8, 8);
        return new IPAddress(bytes);
    }

    private sealed class Window
    {
        internal long Start { get; set; }

        internal int Count { get; set; }
    }
}
