using CrmEmulator.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Bulk;
using smSys.Crm.Processes;
using smSys.Crm.Tables;
using smSys.Messaging.Bulk;
using smSys.Plugins.Tests.Emulated;

namespace smSys.Plugins.Tests.Bulk;

/// <summary>A frozen bulk in an organisation: its audience dealt to partitions, ready to be set running.</summary>
internal sealed class BulkOrganization : IAsyncDisposable
{
    private BulkOrganization(EngineOrganization engine, Guid bulkId, IReadOnlyList<string> numbers, int partitions)
    {
        Engine = engine;
        BulkId = bulkId;
        Numbers = numbers;
        Partitions = [.. Enumerable.Range(1, partitions).Select(number => ProcessIds.OfBulk(ProcessKind.Send, bulkId, number))];
    }

    public EngineOrganization Engine { get; }

    public Guid BulkId { get; }

    public IReadOnlyList<string> Numbers { get; }

    public IReadOnlyList<Guid> Partitions { get; }

    public static async Task<BulkOrganization> StartAsync(
        IReadOnlyList<string> numbers,
        int partitions = 3,
        ProviderKind kind = ProviderKind.Ghasedak,
        ExecutionOptions? execution = null,
        string text = "سلام {{firstname}}",
        Action<SmsBulkRow>? change = null,
        Action<SmsSettingRow>? setting = null,
        int chunkSize = 60,
        ProviderKind[]? others = null)
    {
        var engine = await EngineOrganization.StartAsync(kind, execution, others ?? []);
        var settings = new SmsSettingRow(engine.SettingId);
        setting?.Invoke(settings);
        if (settings.Record.Attributes.Count > 0)
        {
            engine.Admin.Update(settings.Record);
        }

        var bulk = new SmsBulkRow
        {
            Name = "bulk",
            SettingId = new EntityReference(SmsSetting.LogicalName, engine.SettingId),
            MessageClass = MessageClass.Service,
            Text = text,
            Partitions = partitions,
        };
        change?.Invoke(bulk);
        var bulkId = engine.Admin.Create(bulk.Record);
        var organization = new BulkOrganization(engine, bulkId, numbers, partitions);
        organization.Freeze(text, chunkSize);
        return organization;
    }

    public SmsBulkRow Bulk() => new(Engine.System.Retrieve(SmsBulk.LogicalName, BulkId, new ColumnSet(true)));

    public IReadOnlyList<SmsProcessRow> Rows() => [.. Partitions.Select(Engine.Process)];

    public IReadOnlyList<SmsRow> Messages() =>
        [.. Engine.All(Sms.LogicalName, query => query.Criteria.AddCondition(Sms.Columns.BulkId, ConditionOperator.Equal, BulkId)).Select(row => new SmsRow(row))];

    /// <summary>How often the provider accepted a message to a number.</summary>
    public IReadOnlyDictionary<string, int> Accepted() =>
        Engine.Simulator.Messages.All.GroupBy(message => "98" + message.Recipient.TrimStart('0').Replace("+98", "", StringComparison.Ordinal))
            .ToDictionary(group => group.Key, group => group.Count());

    public void Set(BulkState state)
    {
        var change = new Entity(SmsBulk.LogicalName, BulkId);
        BulkStateCodes.Write(change, state);
        Engine.Admin.Update(change);
    }

    /// <summary>What the bulk expects, and what its counters make up.</summary>
    public (int Expected, int Sum) Balance()
    {
        var bulk = Bulk();
        return (bulk.Expected ?? -1, (bulk.Accepted + bulk.Rejected + bulk.Skipped + bulk.Unknown + bulk.Pending + bulk.CancelledCount) ?? -2);
    }

    public ValueTask DisposeAsync() => Engine.DisposeAsync();

    private void Freeze(string text, int chunkSize)
    {
        var bulk = new EntityReference(SmsBulk.LogicalName, BulkId);
        var dealt = Numbers.Select((number, index) => new ChunkLine("contact", Engine.Contact("+" + number, "نام" + index), number))
            .GroupBy(line => Dealing.PartitionOf(line.Number, Partitions.Count)).ToDictionary(group => group.Key, group => group.ToArray());
        for (var number = 1; number <= Partitions.Count; number++)
        {
            var lines = dealt.TryGetValue(number, out var own) ? own : [];
            Engine.System.Create(new SmsProcessRow(Partitions[number - 1])
            {
                Name = "partition " + number,
                ProcessKind = ProcessKind.Send,
                BulkId = bulk,
                SettingId = new EntityReference(SmsSetting.LogicalName, Engine.SettingId),
                Partition = number,
                Expected = lines.Length,
                Pending = lines.Length,
            }.Record);
            foreach (var chunk in lines.Chunk(chunkSize).Select((part, index) => (part, index)))
            {
                Engine.System.Create(new SmsChunkRow
                {
                    Name = "chunk",
                    BulkId = bulk,
                    ProcessId = new EntityReference(SmsProcess.LogicalName, Partitions[number - 1]),
                    ChunkNumber = chunk.index + 1,
                    LineCount = chunk.part.Length,
                    Lines = ChunkLines.Pack(chunk.part),
                }.Record);
            }
        }

        Engine.System.Update(new SmsBulkRow(BulkId)
        {
            FrozenText = text,
            FrozenOn = Engine.Clock.UtcNow,
            Expected = Numbers.Count,
            Pending = Numbers.Count,
            StartedById = new EntityReference("systemuser", Engine.Crm.AdministratorId),
        }.Record);
        foreach (var state in new[] { BulkState.Ready, BulkState.Freezing, BulkState.Running })
        {
            var change = new Entity(SmsBulk.LogicalName, BulkId);
            BulkStateCodes.Write(change, state);
            (state == BulkState.Ready ? Engine.Admin : Engine.System).Update(change);
        }

        // As who freezes lets them go.
        foreach (var partition in Partitions)
        {
            Engine.System.Update(new SmsProcessRow(partition) { NextRunOn = Engine.Clock.UtcNow }.Record);
        }
    }
}
