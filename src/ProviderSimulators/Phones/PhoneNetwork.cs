using ProviderSimulators.Hosting;
using ProviderSimulators.Messages;

namespace ProviderSimulators.Phones;

/// <summary>The phones that the simulated providers deliver to and that answer to their lines.</summary>
public sealed class PhoneNetwork
{
    private readonly List<ProviderSimulator> _simulators = [];

    /// <summary>A phone by its number, in any usual spelling.</summary>
    /// <exception cref="ArgumentException">It is no Iranian mobile number.</exception>
    public Phone Phone(string number) => Subscriber.Parse(number) is string digits
        ? new Phone(this, digits)
        : throw new ArgumentException("\"" + number + "\" is no Iranian mobile number.", nameof(number));

    /// <summary>The numbers, 09…, that anything was ever accepted for.</summary>
    public IReadOnlyList<string> Numbers =>
        [.. _simulators.SelectMany(simulator => simulator.Messages.Recipients).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(digits => "0" + digits)];

    internal void Join(ProviderSimulator simulator) => _simulators.Add(simulator);

    internal IReadOnlyList<PhoneMessage> InboxOf(string digits)
    {
        var inbox = new List<PhoneMessage>();
        foreach (ProviderSimulator simulator in _simulators)
        {
            DateTime now = simulator.ClockNow;
            inbox.AddRange(simulator.Messages.To(digits)
                .Where(message => message.StateAt(now) == MessageState.Delivered)
                .Select(message => new PhoneMessage(
                    simulator.Name, message.Line, message.Text, message.AcceptedOn + Fates.FinalAfter(Fates.Of(message.Recipient)))));
        }

        return [.. inbox.OrderBy(message => message.ReceivedOn)];
    }

    internal InboundMessage Send(string digits, string line, string text)
    {
        string number = new([.. line.Where(char.IsAsciiDigit)]);
        ProviderSimulator? owner = _simulators.Find(simulator => simulator.Account.Lines.Contains(number, StringComparer.Ordinal));
        return owner is null
            ? throw new ArgumentException("No simulated provider has the line \"" + line + "\".", nameof(line))
            : owner.Inbound.Add(number, digits, text, owner.ClockNow);
    }
}
