using System.Collections.Concurrent;
using System.Net;
using Newtonsoft.Json.Linq;
using smSys.Server.Callbacks;
using smSys.Server.Tests.Doubles;

namespace smSys.Server.Tests.Hosting;

public sealed class KilledServerTests : IDisposable
{
    private const string Secret = "a secret for these tests";
    private readonly TempFolder _folder = new();
    private readonly CallbackTarget _target = new(CallbackTarget.Content, "ghasedak", Guid.NewGuid());

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_was_acknowledged_before_a_kill_reaches_CRM_after_it_and_nothing_is_created_twice()
    {
        await using var crm = await TinyCrm.StartAsync();
        var acknowledged = new ConcurrentBag<string>();
        var isAway = true;

        // Half of what is created reaches CRM without its answer reaching the server.
        crm.Fault = async context =>
        {
            if (isAway && context.Request.Method == "PATCH" && Random.Shared.Next(2) == 0)
            {
                await crm.TakeAsync(context);
            }

            if (isAway)
            {
                context.Abort();
            }

            return isAway;
        };
        for (var round = 0; round < 3; round++)
        {
            var (server, address) = await ServerProcess.StartAsync(Arguments(crm));
            using (server)
            {
                using var stop = new CancellationTokenSource();
                var goal = acknowledged.Count + 60;
                var pushing = Enumerable.Range(0, 6).Select(_ => PushAsync(address, acknowledged, stop.Token)).ToArray();
                await VirtualTime.UntilAsync(() => acknowledged.Count >= goal);
                await server.KillAsync();
                await stop.CancelAsync();
                await Task.WhenAll(pushing);
            }
        }

        isAway = false;
        var (last, _) = await ServerProcess.StartAsync(Arguments(crm));
        using (last)
        {
            await VirtualTime.UntilAsync(() => _folder.Spooled.All(file => new FileInfo(file) is not { Exists: true, Length: > 0 }));
        }

        var bodies = crm.Rows.Values
            .Where(row => row["smsys_input"] is not null)
            .SelectMany(row => JObject.Parse((string)row["smsys_input"]!)["items"]!)
            .Select(item => (Id: (string)item["id"]!, Body: (string)item["body"]!))
            .ToArray();
        Assert.Equal(bodies.Length, bodies.Select(item => item.Id).Distinct().Count());
        Assert.Empty(acknowledged.Except(bodies.Select(item => item.Body)));
        Assert.True(acknowledged.Count >= 180, acknowledged.Count.ToString());
        Assert.All(
            crm.Rows.Values.Where(row => row["smsys_input"] is not null),
            row => Assert.Equal("/smsys_smssettings(" + _target.Row + ")", (string?)row["smsys_SettingId@odata.bind"]));
    }

    [Fact]
    public async Task Wrong_options_end_the_program_with_a_sentence_each()
    {
        var (exitCode, output) = await ServerProcess.RunToEndAsync(["--Crm:Address=crm"], ("SMSYS_SERVER_Heart__Parallel", "0"), ("SMSYS_CONNECTION", "of another program"));

        Assert.Equal(2, exitCode);
        Assert.Equal(2, output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("Crm:Address has to be", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_taken_address_ends_the_program_with_a_sentence()
    {
        await using var crm = await TinyCrm.StartAsync();
        var taken = new Uri(crm.Address).GetLeftPart(UriPartial.Authority);

        var (exitCode, output) = await ServerProcess.RunToEndAsync([.. Arguments(crm), "--Listen=" + taken]);

        Assert.Equal(1, exitCode);
        Assert.Contains("The server cannot start", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disk_that_locks_no_files_ends_the_program_with_a_sentence()
    {
        await using var crm = await TinyCrm.StartAsync();

        var (exitCode, output) = await ServerProcess.RunToEndAsync(Arguments(crm), ("DOTNET_SYSTEM_IO_DISABLEFILELOCKING", "1"));

        Assert.Equal(1, exitCode);
        Assert.Contains("does not lock files", output, StringComparison.Ordinal);
    }

    private string[] Arguments(TinyCrm crm) =>
    [
        "--Crm:Address=" + crm.Address,
        "--Crm:SignIn=None",
        "--Listen=http://127.0.0.1:0",
        "--Ear:Folder=" + _folder.Path,
        "--Ear:Secret=" + Secret,
        "--Ear:Linger=00:00:00.050",
    ];

    private async Task PushAsync(Uri address, ConcurrentBag<string> acknowledged, CancellationToken stop)
    {
        using var client = new HttpClient { BaseAddress = address };
        while (!stop.IsCancellationRequested)
        {
            var body = "text=پیام " + Guid.NewGuid().ToString("N");
            try
            {
                using var answer = await client.PostAsync(CallbackKey.PathOf(Secret, _target), new StringContent(body), stop);
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    acknowledged.Add(body);
                }
            }
            catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException)
            {
                // Killed before the acknowledgement: the provider would come again.
                return;
            }
        }
    }
}
