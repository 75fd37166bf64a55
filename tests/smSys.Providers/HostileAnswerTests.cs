using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using smSys.Messaging.Providers;
using smSys.Providers.Http;
using smSys.Providers.Tests.Doubles;
using Xunit.Abstractions;

namespace smSys.Providers.Tests;

/// <summary>
/// Mutated and random answers give an outcome: never an exception, never more than a second of CPU time, never more than ten
/// megabytes. The sample is seeded; the variable SMSYS_HOSTILE_ANSWERS sets another number of answers per adapter, for
/// example 200000. CPU time is the thread's own, so a busy machine changes nothing.
/// </summary>
public sealed class HostileAnswerTests(ITestOutputHelper output)
{
    private const int Sample = 3_000;
    private const long MostBytes = 10 * 1024 * 1024;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private static int Count => int.TryParse(Environment.GetEnvironmentVariable("SMSYS_HOSTILE_ANSWERS"), out int wanted) ? wanted : Sample;

    [Theory]
    [MemberData(nameof(ProviderFacts.Kinds), MemberType = typeof(ProviderFacts))]
    public void Hostile_answers_give_an_outcome(string kind)
    {
        Assert.True(Count >= HostileAnswers.Fewest);
        var answers = new HostileAnswers(ProviderFacts.SimulatorOf(kind), ProviderFacts.Of(kind).Media);
        var handler = new HostileHandler();
        Action<ISmsProvider>[] operations = [.. Operations(ProviderFacts.Capabilities(kind), ids: ProviderFacts.Of(kind).Ids)];
        ICallbackReader callbacks = ProviderCatalog.CreateCallbackReader(ProviderFacts.KindOf(kind), new Dictionary<string, string>());
        var slowest = TimeSpan.Zero;
        long largest = 0;
        for (int i = 0; i < Count; i++)
        {
            handler.Answer = answers.Answer(i);
            string pushed = Encoding.UTF8.GetString(handler.Answer.Body);
            long allocated = GC.GetAllocatedBytesForCurrentThread();
            TimeSpan started = ThreadClock.Now;
            operations[i % operations.Length](Provider(kind, handler));
            TimeSpan taken = ThreadClock.Now - started;
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
            Push(callbacks, pushed);
            slowest = taken > slowest ? taken : slowest;
            largest = Math.Max(largest, allocated);
            Assert.True(taken < Longest && allocated < MostBytes, Words(kind, i + 1, taken, allocated) + " at answer " + i + ".");
        }

        Assert.True(handler.Calls >= Count, "Only " + handler.Calls + " answers were asked for.");
        output.WriteLine(Words(kind, Count, slowest, largest));
    }

    [Theory]
    [MemberData(nameof(ProviderFacts.Kinds), MemberType = typeof(ProviderFacts))]
    public void Every_operation_survives_every_bomb(string kind)
    {
        var answers = new HostileAnswers(ProviderFacts.SimulatorOf(kind), ProviderFacts.Of(kind).Media);
        var handler = new HostileHandler();
        foreach (Action<ISmsProvider> operation in Operations(ProviderFacts.Capabilities(kind), ids: ProviderFacts.Of(kind).Ids))
        {
            for (int i = 0; i < HostileAnswers.Fewest; i++)
            {
                handler.Answer = answers.Answer(i);
                long allocated = GC.GetAllocatedBytesForCurrentThread();
                TimeSpan started = ThreadClock.Now;

                operation(Provider(kind, handler));

                TimeSpan taken = ThreadClock.Now - started;
                allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
                Assert.True(taken < Longest && allocated < MostBytes, Words(kind, 1, taken, allocated) + " at bomb " + i + ".");
            }
        }
    }

    [Theory]
    [MemberData(nameof(ProviderFacts.Kinds), MemberType = typeof(ProviderFacts))]
    public void A_hundred_megabytes_are_not_read(string kind)
    {
        foreach (bool announces in new[] { true, false })
        {
            using var handler = new EndlessHandler(ProviderFacts.Of(kind).Media, announces);
            long allocated = GC.GetAllocatedBytesForCurrentThread();

            SendOutcome outcome = Provider(kind, handler).Send([Some.Message()]).Single();

            Assert.Equal((SendOutcomeKind.Unknown, "too-long"), (outcome.Kind, outcome.Fault!.Code));
            Assert.InRange(handler.Read, 0, ProviderTransport.LargestAnswer + 1);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, MostBytes);
        }
    }

    [Theory]
    [MemberData(nameof(ProviderFacts.Kinds), MemberType = typeof(ProviderFacts))]
    public void The_largest_answer_that_is_read_takes_less_than_ten_megabytes(string kind)
    {
        ProviderFacts facts = ProviderFacts.Of(kind);
        string piece = facts.IsXml ? "<DataSendOut><ClientID>1</ClientID></DataSendOut>" : "{\"messageId\":\"1\"},";
        string head = facts.IsXml ? "<Envelope><Body><Response>" : "{\"isSuccess\":true,\"meta\":{\"status\":200},\"data\":[";
        var handler = new HostileHandler { Answer = (Encoding.UTF8.GetBytes(head + string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length))), 200, facts.Media) };
        Provider(kind, handler).Send(Some.Messages(3));
        ISmsProvider provider = Provider(kind, handler);

        long before = GC.GetAllocatedBytesForCurrentThread();
        provider.Send(Some.Messages(3));
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.True(allocated < MostBytes, "Allocated " + allocated + " bytes.");
    }

    private static ISmsProvider Provider(string kind, HttpMessageHandler handler) => ProviderFacts.Create(
        kind, Some.Account("https://hostile.example.test/", options: ProviderFacts.Options(kind)), Some.Handled(handler));

    /// <summary>Those that the provider has; each makes a call, or one a message.</summary>
    private static IEnumerable<Action<ISmsProvider>> Operations(ProviderCapabilities can, string ids)
    {
        yield return provider => AssertHonest([Assert.Single(provider.Send([Some.Message(5_000_000_000_000_000_001)]))], ids);
        yield return provider => AssertHonest(provider.Send(Some.Messages(3)), ids, 3);
        if (can.AskLimit > 0)
        {
            yield return provider => Assert.Equal(2, provider.AskCall([5_000_000_000_000_000_001, 12]).Count);
        }

        if (can.StateLimit > 0)
        {
            yield return provider => Assert.True(provider.GetStates(["23900011", "2"]) is { Succeeded: true } or { Fault: not null });
        }

        if (can.ReceiveLimit > 0)
        {
            yield return provider => Assert.True(
                provider.Receive(new ReceiveRequest("1", null, DateTime.UnixEpoch, DateTime.UnixEpoch)) is { Succeeded: true } or { Fault: not null });
        }

        if (can.HasBalance)
        {
            yield return provider => Assert.True(provider.GetBalance() is { Succeeded: true } or { Fault: not null });
        }

        if (can.HasLines)
        {
            yield return provider => Assert.True(provider.GetLines() is { Succeeded: true } or { Fault: not null });
        }
    }

    /// <summary>Whatever the answer held, an accepted message has an id that can be stored and asked about.</summary>
    private static void AssertHonest(IReadOnlyList<SendOutcome> outcomes, string ids, int count = 1)
    {
        Assert.Equal(count, outcomes.Count);
        foreach (SendOutcome outcome in outcomes)
        {
            string? id = outcome.ProviderMessageId;
            Assert.Equal(outcome.Kind == SendOutcomeKind.Accepted, id is not null);
            Assert.True(id is null || Regex.IsMatch(id, ids), "The id is " + id);
            Assert.True(outcome.Fault is null || outcome.Fault.Words.Length <= 500);
        }
    }

    private static void Push(ICallbackReader reader, string hostile)
    {
        CallbackAnswer answer = reader.Read(new CallbackRequest { Query = hostile, ContentType = "text/plain", Body = hostile });
        Assert.True(answer.Receipts.Count + answer.Messages.Count + answer.Unread > 0 || hostile.Length == 0);
    }

    private static string Words(string kind, int count, TimeSpan slowest, long largest) => string.Format(
        CultureInfo.InvariantCulture, "{0}: {1:N0} answers, slowest {2:0.0} ms of CPU, largest {3:0.00} MB", kind, count, slowest.TotalMilliseconds, largest / 1048576.0);
}
