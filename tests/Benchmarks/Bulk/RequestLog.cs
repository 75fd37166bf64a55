using System.Text;
using ProviderSimulators.Hosting;

namespace Benchmarks.Bulk;

/// <summary>Keeps the requests to send that a simulator got, as they came, in a file: the floor posts the same ones.</summary>
internal sealed class RequestLog(string file) : IDisposable
{
    private readonly BinaryWriter writer = new(File.Create(file));
    private readonly Lock gate = new();
    private bool isClosed;

    /// <summary>Header names and values of the sends, those aside that the client makes itself.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; private set; } = [];

    /// <summary>Give this as <c>SimulatorSetup.Seen</c>.</summary>
    public void See(SimulatedRequest request)
    {
        if (request.Method != "POST")
        {
            return;
        }

        lock (gate)
        {
            if (isClosed)
            {
                return;
            }

            Headers = [.. request.Headers.Where(header => header.Key is not ("Host" or "Content-Length" or "Connection" or "Proxy-Connection" or "Transfer-Encoding")).Select(header => KeyValuePair.Create(header.Key, header.Value.ToString()))];
            var bytes = Encoding.UTF8.GetBytes(request.Body);
            writer.Write(request.Path);
            writer.Write(bytes.Length);
            writer.Write(bytes);
        }
    }

    /// <summary>The requests, in the order in which they came.</summary>
    public IEnumerable<LoggedRequest> Requests()
    {
        lock (gate)
        {
            isClosed = true;
            writer.Dispose();
        }

        using var reader = new BinaryReader(File.OpenRead(file));
        while (reader.BaseStream.Position < reader.BaseStream.Length)
        {
            yield return new LoggedRequest(reader.ReadString(), reader.ReadBytes(reader.ReadInt32()));
        }
    }

    public void Dispose() => writer.Dispose();
}

/// <summary>A request to send.</summary>
/// <param name="Path">Where it went; the last message of a bulk, when it is alone, goes elsewhere than a batch.</param>
/// <param name="Body">What it said.</param>
internal sealed record LoggedRequest(string Path, byte[] Body);
