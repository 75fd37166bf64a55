using System.Diagnostics;

namespace Benchmarks.Bulk;

/// <summary>
/// What the machine can do at best: a bare loop that posts the same batches to the same simulator and writes the same rows by
/// prepared statements, one commit for each call that an engine without any waste makes: two updates a batch, a create a message.
/// </summary>
internal sealed class Floor : IDisposable
{
    private const string Messages = "smsys_sms";
    private const string Pointers = "activitypointer";
    private const string Parties = "activityparty";
    private const string Processes = "smsys_smsprocess";
    private const string Journal = "smsys_journal";

    private readonly FloorDatabase source;
    private readonly FloorDatabase target;
    private readonly RequestLog requests;
    private readonly Uri simulator;
    private readonly HttpClient client = new();
    private readonly Stopwatch watch = new();

    /// <param name="organization">File that the bulk left behind.</param>
    /// <param name="bare">File to write.</param>
    /// <param name="requests">What the simulator got.</param>
    /// <param name="simulator">Where it listens.</param>
    public Floor(string organization, string bare, RequestLog requests, Uri simulator)
    {
        source = new FloorDatabase(organization, null);
        target = new FloorDatabase(bare, source, Messages, Pointers, Parties, Processes);
        this.requests = requests;
        this.simulator = simulator;
        client.DefaultRequestHeaders.ConnectionClose = true;
    }

    /// <summary>Messages a second.</summary>
    public double Run(int messages)
    {
        var process = source.Rows($"SELECT * FROM {Processes} WHERE smsys_partition IS NOT NULL LIMIT 1", Processes, target).First();
        target.Commit(() => process.Shape.Insert(process.Values));
        var journal = Text(messages);
        using var update = FloorDatabase.Prepare(target.Handle, $"UPDATE {Processes} SET {Journal}=?, versionnumber=versionnumber+1");
        FloorDatabase.Bind(update, 1, journal);
        using var sends = requests.Requests().GetEnumerator();
        using var rows = Activities().GetEnumerator();
        var left = messages;
        while (sends.MoveNext() && left > 0)
        {
            var batch = Math.Min(100, left);
            var some = new List<FloorRow[]>(batch);
            while (some.Count < batch && rows.MoveNext())
            {
                some.Add(rows.Current);
            }

            var send = sends.Current;
            watch.Start();
            target.Commit(() => FloorDatabase.Run(update));
            Post(send);
            target.Commit(() => FloorDatabase.Run(update));
            foreach (var activity in some)
            {
                target.Commit(() => Array.ForEach(activity, row => row.Shape.Insert(row.Values)));
            }

            watch.Stop();
            left -= some.Count;
        }

        return Math.Round((messages - left) / watch.Elapsed.TotalSeconds, 1);
    }

    public void Dispose()
    {
        client.Dispose();
        source.Dispose();
        target.Dispose();
    }

    private void Post(LoggedRequest send)
    {
        using var content = new ByteArrayContent(send.Body);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(simulator, send.Path)) { Content = content };
        foreach (var (name, value) in requests.Headers)
        {
            if (name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase))
            {
                content.Headers.TryAddWithoutValidation(name, value);
            }
            else
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        using var response = client.Send(request);
        response.EnsureSuccessStatusCode();
        using var reader = new StreamReader(response.Content.ReadAsStream());
        reader.ReadToEnd();
    }

    /// <summary>A journal about as long as the engine's: the texts of a batch.</summary>
    private FloorText Text(int messages)
    {
        var body = requests.Requests().First().Body;
        return new FloorText(body.Length == 0 || messages == 0 ? [0x20] : [.. body.Select(letter => letter < 0x80 ? letter : (byte)'x')]);
    }

    /// <summary>A message's rows: its own, the activity's, the parties'.</summary>
    private IEnumerable<FloorRow[]> Activities()
    {
        using var pointers = source.Rows($"SELECT p.* FROM {Messages} m JOIN {Pointers} p ON p.activityid=m.activityid WHERE m.smsys_bulkid IS NOT NULL ORDER BY m.rowid", Pointers, target).GetEnumerator();
        foreach (var message in source.Rows($"SELECT * FROM {Messages} WHERE smsys_bulkid IS NOT NULL ORDER BY rowid", Messages, target))
        {
            pointers.MoveNext();
            var id = message.Values[message.Shape.IndexOf("activityid")];
            yield return [message, pointers.Current, .. source.Rows($"SELECT * FROM {Parties} WHERE activityid=?", Parties, target, id)];
        }
    }
}
