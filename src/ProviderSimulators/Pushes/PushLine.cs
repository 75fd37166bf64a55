using ProviderSimulators.Hosting;
using ProviderSimulators.Messages;

namespace ProviderSimulators.Pushes;

/// <summary>What a simulated provider pushes: a receipt for each state that a message has come to, and each incoming message.</summary>
public sealed class PushLine
{
    private readonly ProviderSimulator _simulator;
    private readonly PushForm _form;

    internal PushLine(ProviderSimulator simulator)
    {
        _simulator = simulator;
        _form = PushForm.Of(simulator.Name);
    }

    /// <summary>The receipts of everything that happened until now, as queries.</summary>
    /// <param name="order">What is wrong with their order.</param>
    /// <param name="seed">Decides <see cref="PushOrder.Shuffled"/>.</param>
    public IReadOnlyList<string> Receipts(PushOrder order = PushOrder.Honest, int seed = 0) =>
        Ordered([.. _simulator.Messages.All.SelectMany(message => StatesOf(message).Select(state => _form.Receipt(message, state)))], order, seed);

    /// <summary>The incoming messages, as queries.</summary>
    public IReadOnlyList<string> Messages(PushOrder order = PushOrder.Honest, int seed = 0) =>
        Ordered([.. _simulator.Inbound.All.Select(_form.Message)], order, seed);

    /// <summary>Gives pushes to an address, by GET, one after the other.</summary>
    /// <returns>How many were answered with success.</returns>
    public static async Task<int> SendAsync(Uri address, IEnumerable<string> pushes)
    {
        using var client = new HttpClient();
        int heard = 0;
        foreach (string push in pushes)
        {
            using HttpResponseMessage answer = await client.GetAsync(new UriBuilder(address) { Query = push }.Uri);
            heard += answer.IsSuccessStatusCode ? 1 : 0;
        }

        return heard;
    }

    private IEnumerable<MessageState> StatesOf(SimulatedMessage message)
    {
        MessageState now = message.StateAt(_simulator.ClockNow);
        if (now != MessageState.Queued)
        {
            yield return MessageState.SentToOperator;
        }

        if (now is not (MessageState.Queued or MessageState.SentToOperator))
        {
            yield return now;
        }
    }

    private static IReadOnlyList<string> Ordered(string[] pushes, PushOrder order, int seed)
    {
        if (order.HasFlag(PushOrder.Twice))
        {
            pushes = [.. pushes, .. pushes];
        }

        if (order.HasFlag(PushOrder.Reversed))
        {
            Array.Reverse(pushes);
        }

        if (order.HasFlag(PushOrder.Shuffled))
        {
            new Random(seed).Shuffle(pushes);
        }

        return pushes;
    }
}
