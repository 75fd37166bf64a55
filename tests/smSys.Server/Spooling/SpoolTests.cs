using Microsoft.Extensions.Time.Testing;
using smSys.Server.Callbacks;
using smSys.Server.Spooling;
using smSys.Server.Tests.Doubles;

namespace smSys.Server.Tests.Spooling;

public sealed class SpoolTests : IDisposable
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(Some.Now));
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_was_stored_is_read_back_to_the_letter()
    {
        var entry = Some.Push(Guid.NewGuid(), "سلام\r\n\u2028 \"نقل\" \\ \0 2026-11-23T08:30:00Z 😀 ي ی ك ک ‌");
        var dated = Some.Push(Guid.NewGuid(), "2026-11-23T08:30:00+03:30");
        var crm = new CollectingDelivery();
        using var spool = new Spool(_folder.Path, 1_000_000, _time);

        await spool.AppendAsync(entry);
        await spool.AppendAsync(dated);
        await new CallbackDeliverer(spool, crm, _time, new EarOptions()).DeliverOnceAsync();

        var bodies = crm.Carriers.Select(carrier => Newtonsoft.Json.JsonConvert.DeserializeObject<Newtonsoft.Json.Linq.JObject>(
            carrier.Input,
            new Newtonsoft.Json.JsonSerializerSettings { DateParseHandling = Newtonsoft.Json.DateParseHandling.None })!["items"]![0]!);
        Assert.Equal([entry.Item.Body, dated.Item.Body], bodies.Select(item => (string?)item["body"]));
        Assert.Equal("2026-11-23T08:30:00Z", (string?)bodies.First()["on"]);
    }

    [Fact]
    public async Task Many_at_once_are_all_stored()
    {
        using var spool = new Spool(_folder.Path, 10_000_000, _time);

        await Parallel.ForEachAsync(Enumerable.Range(0, 2000), async (i, _) => await spool.AppendAsync(Some.Push(Guid.NewGuid())));

        Assert.Equal(2000, spool.State().Items);
        Assert.Equal(Some.Now, spool.State().OldestOn);
    }

    [Fact]
    public async Task A_full_folder_takes_no_more_until_it_was_emptied()
    {
        using var spool = new Spool(_folder.Path, 2_000, _time);
        var taken = 0;
        var fault = await Assert.ThrowsAsync<IOException>(async () =>
        {
            for (; ; taken++)
            {
                await spool.AppendAsync(Some.Push(Guid.NewGuid()));
            }
        });

        await new CallbackDeliverer(spool, new CollectingDelivery(), _time, new EarOptions()).DeliverOnceAsync();
        await spool.AppendAsync(Some.Push(Guid.NewGuid()));

        Assert.InRange(taken, 2, 10);
        Assert.Contains("Ear:FolderMegabytes", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disk_that_fails_takes_nothing_and_goes_on_when_it_is_mended()
    {
        using var spool = new Spool(_folder.File("disk"), 1_000_000, _time);
        Directory.Delete(_folder.File("disk"), true);

        await Assert.ThrowsAsync<IOException>(() => spool.AppendAsync(Some.Push(Guid.NewGuid())));
        Directory.CreateDirectory(_folder.File("disk/refused"));
        var whileBroken = spool.State().IsWritable;
        await spool.AppendAsync(Some.Push(Guid.NewGuid()));

        Assert.False(whileBroken);
        Assert.Equal((1L, true), (spool.State().Items, spool.State().IsWritable));
    }

    [Fact]
    public async Task Items_of_an_earlier_run_are_counted()
    {
        using (var before = new Spool(_folder.Path, 1_000_000, _time))
        {
            await before.AppendAsync(Some.Push(Guid.NewGuid()));
            await before.AppendAsync(Some.Push(Guid.NewGuid()));
        }

        using var after = new Spool(_folder.Path, 1_000_000, _time);

        Assert.Equal(2, after.State().Items);
    }
}
