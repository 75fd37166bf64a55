using System.IO;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;

namespace smSys.Providers.Http;

/// <summary>A request body that remembers whether the platform began to write it. Exception types differ by runtime; this does not.</summary>
internal sealed class DepartureContent : HttpContent
{
    private readonly byte[] _bytes;
    private volatile bool _departed;

    public DepartureContent(byte[] bytes) => _bytes = bytes;

    public bool Departed => _departed;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        _departed = true;
        return stream.WriteAsync(_bytes, 0, _bytes.Length);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _bytes.Length;
        return true;
    }
}
