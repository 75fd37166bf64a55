namespace ProviderSimulators.Messages;

/// <summary>What a simulated provider has accepted. Safe for requests at the same time.</summary>
public sealed class MessageStore : IDisposable
{
    private readonly Lock _lock = new();
    private readonly JournalFile _journal;
    private readonly List<SimulatedMessage> _messages = [];
    private readonly Dictionary<string, List<SimulatedMessage>> _byReference = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<SimulatedMessage>> _byRecipient = new(StringComparer.Ordinal);
    private readonly long _firstId;
    private decimal _spent;

    /// <summary>A store whose ids begin after <paramref name="firstId"/>; a null path keeps nothing over a restart.</summary>
    public MessageStore(string? path, long firstId)
    {
        _firstId = firstId;
        _journal = new JournalFile(path);
        foreach (SimulatedMessage message in _journal.Load<SimulatedMessage>())
        {
            Index(message);
        }
    }

    /// <summary>How many were accepted.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _messages.Count;
            }
        }
    }

    /// <summary>Everything accepted, oldest first.</summary>
    public IReadOnlyList<SimulatedMessage> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _messages];
            }
        }
    }

    /// <summary>Everybody that something was accepted for, as ten digits.</summary>
    public IReadOnlyList<string> Recipients
    {
        get
        {
            lock (_lock)
            {
                return [.. _byRecipient.Keys];
            }
        }
    }

    /// <summary>What all of it cost.</summary>
    public decimal Spent
    {
        get
        {
            lock (_lock)
            {
                return _spent;
            }
        }
    }

    /// <summary>Numbers, journals and keeps a batch, in this order; only then may it be answered.</summary>
    public IReadOnlyList<SimulatedMessage> Accept(IEnumerable<SimulatedMessage> drafts)
    {
        lock (_lock)
        {
            long id = _firstId + _messages.Count;
            SimulatedMessage[] batch = [.. drafts.Select(draft => draft with { Id = ++id })];
            _journal.Append(batch);
            foreach (SimulatedMessage message in batch)
            {
                Index(message);
            }

            return batch;
        }
    }

    /// <summary>By the provider's id; null when there is none.</summary>
    public SimulatedMessage? Find(long id)
    {
        lock (_lock)
        {
            long index = id - _firstId - 1;
            return index >= 0 && index < _messages.Count ? _messages[(int)index] : null;
        }
    }

    /// <summary>All with a client's reference.</summary>
    public IReadOnlyList<SimulatedMessage> WithReference(string reference) => Copy(_byReference, reference);

    /// <summary>All to a recipient, given as ten digits.</summary>
    public IReadOnlyList<SimulatedMessage> To(string recipient) => Copy(_byRecipient, recipient);

    public void Dispose() => _journal.Dispose();

    private IReadOnlyList<SimulatedMessage> Copy(Dictionary<string, List<SimulatedMessage>> index, string key)
    {
        lock (_lock)
        {
            return index.TryGetValue(key, out List<SimulatedMessage>? found) ? [.. found] : [];
        }
    }

    private void Index(SimulatedMessage message)
    {
        _messages.Add(message);
        _spent += message.Cost;
        Add(_byRecipient, message.Recipient, message);
        if (message.Reference is not null)
        {
            Add(_byReference, message.Reference, message);
        }
    }

    private static void Add(Dictionary<string, List<SimulatedMessage>> index, string key, SimulatedMessage message)
    {
        if (!index.TryGetValue(key, out List<SimulatedMessage>? list))
        {
            index.Add(key, list = new List<SimulatedMessage>(1));
        }

        list.Add(message);
    }
}
