using Microsoft.Extensions.Time.Testing;
using smSys.Server.Callbacks;
using smSys.Server.Faults;
using smSys.Server.Spooling;
using smSys.Server.Tests.Doubles;

namespace smSys.Server.Tests.Callbacks;

public sealed class CallbackDelivererTests : IDisposable
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(Some.Now));
    private readonly TempFolder _folder = new();
    private readonly CollectingDelivery _crm = new();
    private readonly CollectingLog<CallbackDeliverer> _log = new();
    private readonly Spool _spool;

    public CallbackDelivererTests() => _spool = NewSpool();

    public void Dispose()
    {
        _spool.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task What_is_delivered_leaves_the_disk()
    {
        var (setting, process) = (Guid.NewGuid(), Guid.NewGuid());
        await _spool.AppendAsync(Some.Push(setting));
        await _spool.AppendAsync(Some.Push(setting));
        await _spool.AppendAsync(Some.Bell(process));
        await _spool.AppendAsync(Some.Bell(process));

        var count = await Deliverer(_spool).DeliverOnceAsync();

        Assert.Equal(4, count);
        Assert.Equal(2, Assert.Single(_crm.Carriers).Items.Count);
        Assert.Equal(process, Assert.Single(_crm.Rings));
        Assert.Empty(_folder.Spooled);
        Assert.Equal(0, _spool.State().Items);
    }

    [Fact]
    public async Task While_CRM_is_away_everything_stays_and_later_arrives_with_the_same_ids()
    {
        await _spool.AppendAsync(Some.Push(Guid.NewGuid()));
        await _spool.AppendAsync(Some.Push(Guid.NewGuid()));
        var tried = new List<Guid>();
        _crm.Fault = setting =>
        {
            tried.Add(setting);
            return tried.Count == 2 ? new CrmFaultException(CrmFaultKind.Away, "unreachable", "CRM cannot be reached.") : null;
        };
        var deliverer = Deliverer(_spool);

        await Assert.ThrowsAsync<CrmFaultException>(() => deliverer.DeliverOnceAsync());
        var left = _spool.State().Items;
        await deliverer.DeliverOnceAsync();

        Assert.Equal(2, left);
        Assert.Equal(3, _crm.Carriers.Count);
        Assert.Equal(2, _crm.Carriers.Select(carrier => carrier.Id).Distinct().Count());
        Assert.Empty(_folder.Spooled);
    }

    [Fact]
    public async Task A_push_that_CRM_refuses_stops_no_other_and_is_set_aside_after_a_day()
    {
        var (bad, good) = (Guid.NewGuid(), Guid.NewGuid());
        _crm.Fault = setting => setting == bad ? new CrmFaultException(CrmFaultKind.Refused, "0x80040217", "smsys_smssetting does not exist.") : null;
        await _spool.AppendAsync(Some.Push(bad));
        await _spool.AppendAsync(Some.Push(good));
        var deliverer = Deliverer(_spool);

        await deliverer.DeliverOnceAsync();
        await deliverer.DeliverOnceAsync();
        var afterTwo = (_crm.Carriers.Count, _spool.State().Items);
        _time.Advance(TimeSpan.FromHours(25));
        await deliverer.DeliverOnceAsync();

        Assert.Equal((1, 2), afterTwo);
        Assert.Empty(_folder.Spooled);
        Assert.Contains(bad.ToString("D"), File.ReadAllText(Assert.Single(_folder.Refused)), StringComparison.Ordinal);
        Assert.DoesNotContain(good.ToString("D"), File.ReadAllText(Assert.Single(_folder.Refused)), StringComparison.Ordinal);
        Assert.Equal(1, _spool.State().SetAside);
        Assert.Contains("move the file up", _log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_set_aside_is_delivered_when_a_person_moves_it_back()
    {
        var setting = Guid.NewGuid();
        _crm.Fault = _ => new CrmFaultException(CrmFaultKind.Refused, "0x80040217", "smsys_smssetting does not exist.");
        await _spool.AppendAsync(Some.Push(setting, "text=گم نشود", Some.Now.AddDays(-2)));
        var deliverer = Deliverer(_spool);
        await deliverer.DeliverOnceAsync();
        var aside = Assert.Single(_folder.Refused);
        _crm.Fault = _ => null;

        File.Move(aside, _folder.File(Path.GetFileName(aside)));
        await deliverer.DeliverOnceAsync();

        Assert.Contains("گم نشود", Assert.Single(_crm.Carriers).Input, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bell_for_a_process_that_is_gone_is_dropped_with_a_line()
    {
        var process = Guid.NewGuid();
        _crm.Fault = _ => new CrmFaultException(CrmFaultKind.Gone, "0x80040217", "It does not exist.");
        await _spool.AppendAsync(Some.Bell(process));

        await Deliverer(_spool).DeliverOnceAsync();

        Assert.Empty(_folder.Spooled);
        Assert.Contains(process.ToString("D"), _log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_dead_replica_left_is_delivered_by_another_and_what_a_living_one_writes_is_left_alone()
    {
        await _spool.AppendAsync(Some.Push(Guid.NewGuid()));
        using (var other = NewSpool())
        {
            var deliverer = Deliverer(other);
            var whileAlive = await deliverer.DeliverOnceAsync();
            _spool.Dispose();
            var afterDeath = await deliverer.DeliverOnceAsync();

            Assert.Equal((0, 1), (whileAlive, afterDeath));
        }
    }

    [Fact]
    public async Task Replicas_that_write_and_deliver_in_one_folder_at_once_lose_nothing_and_refuse_nothing()
    {
        var spools = Enumerable.Range(0, 4).Select(_ => NewSpool()).ToArray();
        var isOver = false;
        var delivering = spools.Select(spool => Task.Run(async () =>
        {
            var deliverer = Deliverer(spool);
            while (!Volatile.Read(ref isOver))
            {
                await deliverer.DeliverOnceAsync();
            }
        })).ToArray();
        var entries = Enumerable.Range(0, 800).Select(_ => Some.Push(Guid.NewGuid())).ToArray();

        await Parallel.ForAsync(0, entries.Length, async (i, _) => await spools[i % 4].AppendAsync(entries[i]));
        Volatile.Write(ref isOver, true);
        await Task.WhenAll(delivering);
        Array.ForEach(spools, spool => spool.Dispose());
        await Deliverer(_spool).DeliverOnceAsync();

        var delivered = _crm.Carriers.SelectMany(carrier => carrier.Items).ToHashSet();
        Assert.Equal(800, delivered.Count);
        Assert.Empty(_folder.Spooled);
    }

    [Fact]
    public async Task A_line_that_a_crash_tore_is_left_out_and_damage_in_the_middle_is_kept_for_a_person()
    {
        var setting = Guid.NewGuid();
        await _spool.AppendAsync(Some.Push(setting, "text=یک"));
        await _spool.AppendAsync(Some.Push(setting, "text=دو"));
        _spool.Dispose();
        var path = Assert.Single(_folder.Spooled);
        var lines = File.ReadAllLines(path);
        File.WriteAllText(path, lines[0].Replace("یک", "هک", StringComparison.Ordinal) + "\n" + lines[1] + "\n" + lines[0][..40]);
        using var after = NewSpool();

        var count = await Deliverer(after).DeliverOnceAsync();

        Assert.Equal(1, count);
        Assert.Contains("دو", Assert.Single(_crm.Carriers).Input, StringComparison.Ordinal);
        Assert.EndsWith(".damaged", Assert.Single(_folder.Refused), StringComparison.Ordinal);
        Assert.Empty(_folder.Spooled);
    }

    [Fact]
    public async Task The_loop_delivers_at_once_and_goes_on_after_CRM_was_away()
    {
        var isAway = true;
        var tries = 0;
        _crm.Fault = _ =>
        {
            Interlocked.Increment(ref tries);
            return isAway ? new CrmFaultException(CrmFaultKind.Away, "unreachable", "CRM cannot be reached.") : null;
        };
        using var stop = new CancellationTokenSource();
        var run = Deliverer(_spool).RunAsync(stop.Token);

        await _spool.AppendAsync(Some.Push(Guid.NewGuid()));
        await _time.AdvanceUntilAsync(() => Volatile.Read(ref tries) >= 3);
        isAway = false;
        await _time.AdvanceUntilAsync(() => !_crm.Carriers.IsEmpty && _log.Text.Contains("reach CRM again", StringComparison.Ordinal));
        await stop.CancelAsync();
        await run;

        Assert.Empty(_folder.Spooled);
        Assert.Contains("could not be delivered", _log.Text, StringComparison.Ordinal);
    }

    private Spool NewSpool() => new(_folder.Path, 1_000_000, _time);

    private CallbackDeliverer Deliverer(Spool spool) => new(spool, _crm, _time, new EarOptions(), _log);
}
