namespace ProviderSimulators.Messages;

/// <summary>What arrived at a provider's lines, and what of it the client has read.</summary>
public sealed class InboundStore : IDisposable
{
    private readonly Lock _lock = new();
    private readonly JournalFile _journal;
    private readonly List<InboundMessage> _messages = [];
    private readonly long _firstId;

    /// <summary>A store whose ids begin after <paramref name="firstId"/>; a null path keeps nothing over a restart.</summary>
    public InboundStore(string? path, long firstId)
    {
        _firstId = firstId;
        _journal = new JournalFile(path);
        foreach (InboundMessage message in _journal.Load<InboundMessage>())
        {
            // A message is written again when it was read.
            if (Find(message.Id) is InboundMessage known)
            {
                known.IsRead = message.IsRead;
            }
            else
            {
                _messages.Add(message);
            }
        }
    }

    /// <summary>A copy of everything that arrived, oldest first.</summary>
    public IReadOnlyList<InboundMessage> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _messages];
            }
        }
    }

    /// <summary>Keeps a message.</summary>
    public InboundMessage Add(string line, string sender, string text, DateTime receivedOn)
    {
        lock (_lock)
        {
            var message = new InboundMessage(_firstId + _messages.Count + 1, line, sender, text, receivedOn);
            _journal.Append([message]);
            _messages.Add(message);
            return message;
        }
    }

    /// <summary>Those that fit, oldest first, optionally marked as read in the same step.</summary>
    public IReadOnlyList<InboundMessage> Read(Func<InboundMessage, bool> fits, Func<IReadOnlyList<InboundMessage>, IEnumerable<InboundMessage>> page, bool marks)
    {
        lock (_lock)
        {
            InboundMessage[] read = [.. page([.. _messages.Where(fits)])];
            InboundMessage[] fresh = [.. read.Where(message => marks && !message.IsRead)];
            foreach (InboundMessage message in fresh)
            {
                message.IsRead = true;
            }

            _journal.Append(fresh);
            return read;
        }
    }

    public void Dispose() => _journal.Dispose();

    private InboundMessage? Find(long id)
    {
        long index = id - _firstId - 1;
        return index >= 0 && index < _messages.Count ? _messages[(int)index] : null;
    }
}
