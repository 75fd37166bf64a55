using ProviderSimulators.Messages;

namespace ProviderSimulators.Phones;

/// <summary>A text on a phone.</summary>
/// <param name="Provider">The simulator that delivered it.</param>
/// <param name="Line">Whom it came from.</param>
/// <param name="Text">As it is read.</param>
/// <param name="ReceivedOn">Simulated UTC.</param>
public sealed record PhoneMessage(string Provider, string Line, string Text, DateTime ReceivedOn);

/// <summary>One phone: what it received, and what it writes.</summary>
public sealed class Phone
{
    private readonly PhoneNetwork _network;
    private readonly string _digits;

    internal Phone(PhoneNetwork network, string digits)
    {
        _network = network;
        _digits = digits;
    }

    /// <summary>As people write it, 09…</summary>
    public string Number => "0" + _digits;

    /// <summary>What has been delivered by now, oldest first.</summary>
    public IReadOnlyList<PhoneMessage> Inbox => _network.InboxOf(_digits);

    /// <summary>Writes to a line.</summary>
    /// <exception cref="ArgumentException">No simulated provider has that line.</exception>
    public InboundMessage Send(string line, string text) => _network.Send(_digits, line, text);
}
