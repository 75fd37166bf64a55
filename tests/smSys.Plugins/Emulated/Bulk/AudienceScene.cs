using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Processes;
using smSys.Crm.Tables;
using smSys.Messaging.Bulk;

namespace smSys.Plugins.Tests.Emulated.Bulk;

/// <summary>Lists, campaigns and bulks in an organisation, and the ticks that put an audience down.</summary>
internal sealed class AudienceScene(EngineOrganization organization)
{
    public EngineOrganization Organization => organization;

    /// <summary>A static list of contacts.</summary>
    public Guid List(params Guid[] members)
    {
        var list = organization.Admin.Create(new Entity("list")
        {
            ["listname"] = "مشتریان",
            ["type"] = false,
            ["membertype"] = 2,
            ["createdfromcode"] = new OptionSetValue(2),
        });
        organization.Admin.Execute(new AddListMembersListRequest { ListId = list, MemberIds = members });
        return list;
    }

    public Guid DynamicList(string fetchXml) => organization.Admin.Create(new Entity("list")
    {
        ["listname"] = "پویا",
        ["type"] = true,
        ["membertype"] = 2,
        ["createdfromcode"] = new OptionSetValue(2),
        ["query"] = fetchXml,
    });

    public Guid Campaign(params Guid[] lists)
    {
        var campaign = organization.Admin.Create(new Entity("campaign") { ["name"] = "نوروز" });
        foreach (var list in lists)
        {
            organization.Admin.Execute(new AddItemCampaignRequest { CampaignId = campaign, EntityId = list, EntityName = "list" });
        }

        return campaign;
    }

    /// <summary>A draft of the administrator, or of somebody else.</summary>
    public Guid Bulk(Action<SmsBulkRow> change, IOrganizationService? by = null)
    {
        var row = new SmsBulkRow { Name = "نوروز", Text = "سلام {{firstname | دوست}}", StartedById = new EntityReference("systemuser", organization.Crm.AdministratorId) };
        change(row);

        // People do not say who started a bulk: setting it ready does.
        var starter = row.StartedById;
        row.Record.Attributes.Remove(SmsBulk.Columns.StartedById);
        var bulk = (by ?? organization.Admin).Create(row.Record);
        organization.System.Update(new SmsBulkRow(bulk) { StartedById = starter }.Record);
        return bulk;
    }

    public Guid BulkOf(params Guid[] lists)
    {
        var bulk = Bulk(row => row.AudienceKind = AudienceKind.MarketingLists);
        Add(bulk, lists);
        return bulk;
    }

    public void Add(Guid bulk, params Guid[] lists) => organization.Admin.Associate(
        SmsBulk.LogicalName, bulk, new Relationship(SmsBulk.Relationships.SmsbulkList), [.. lists.Select(list => new EntityReference("list", list))]);

    /// <summary>Starts a bulk and lets its freezing go on until it has an end, at most so many ticks.</summary>
    public SmsBulkRow Freeze(Guid bulk, int ticks = 20)
    {
        StandStill();
        var starter = Read(bulk).StartedById;
        organization.Admin.Update(new SmsBulkRow(bulk) { Statecode = SmsBulk.State.Active, Statuscode = SmsBulk.Status.Ready }.Record);
        organization.System.Update(new SmsBulkRow(bulk) { StartedById = starter }.Record);
        return GoOn(bulk, ticks);
    }

    /// <summary>Pauses the account: this is about what is frozen, not about what is sent of it.</summary>
    public void StandStill() => organization.Admin.Update(
        new SmsSettingRow(organization.SettingId) { Statecode = SmsSetting.State.Active, Statuscode = SmsSetting.Status.Paused }.Record);

    public SmsBulkRow GoOn(Guid bulk, int ticks = 20)
    {
        organization.Work();
        for (var tick = 0; tick < ticks && IsFreezing(Read(bulk)); tick++)
        {
            Tick(ProcessKind.Freeze, bulk);
        }

        return Read(bulk).Statuscode == SmsBulk.Status.Freezing ? throw new InvalidOperationException(Trouble()) : Read(bulk);
    }

    public void Tick(ProcessKind kind, Guid bulk)
    {
        var id = ProcessIds.OfBulk(kind, bulk);
        if (organization.All(SmsProcess.LogicalName, query => query.Criteria.AddCondition(SmsProcess.PrimaryId, ConditionOperator.Equal, id)).Count == 0)
        {
            organization.System.Create(new SmsProcessRow(id) { Name = kind.ToString(), ProcessKind = kind, BulkId = new EntityReference(SmsBulk.LogicalName, bulk) }.Record);
        }

        organization.System.Update(new SmsProcessRow(id) { RequestedOn = organization.Clock.UtcNow }.Record);
        organization.Work();
    }

    /// <summary>Asks for a dry run and lets it go on until it has an end; time passes between its ticks when told.</summary>
    public SmsBulkRow DryRun(Guid bulk, TimeSpan? pause = null)
    {
        organization.Admin.Update(new SmsBulkRow(bulk) { Statecode = SmsBulk.State.Active, Statuscode = SmsBulk.Status.DryRunning }.Record);
        organization.Work();
        for (var tick = 0; tick < 20 && Read(bulk).Statuscode == SmsBulk.Status.DryRunning; tick++)
        {
            Tick(ProcessKind.DryRun, bulk);
            organization.Clock.Advance(pause ?? TimeSpan.Zero);
        }

        return Read(bulk).Statuscode == SmsBulk.Status.DryRunning ? throw new InvalidOperationException(Trouble()) : Read(bulk);
    }

    private static bool IsFreezing(SmsBulkRow bulk) =>
        bulk.Statuscode is SmsBulk.Status.Ready or SmsBulk.Status.Freezing || (bulk.Statuscode == SmsBulk.Status.Running && bulk.FrozenOn is null);

    /// <summary>What failed jobs left behind.</summary>
    private string Trouble() => string.Join("\n", organization.All("plugintracelog").Select(row =>
        row.GetAttributeValue<string>("messageblock") + "\n" + row.GetAttributeValue<string>("exceptiondetails")));

    public SmsBulkRow Read(Guid bulk) => new(organization.System.Retrieve(SmsBulk.LogicalName, bulk, new ColumnSet(true)));

    public IReadOnlyList<SmsProcessRow> Partitions(Guid bulk) =>
        [.. organization.All(SmsProcess.LogicalName, query =>
        {
            query.Criteria.AddCondition(SmsProcess.Columns.BulkId, ConditionOperator.Equal, bulk);
            query.Criteria.AddCondition(SmsProcess.Columns.ProcessKind, ConditionOperator.Equal, (int)ProcessKind.Send);
            query.AddOrder(SmsProcess.Columns.Partition, OrderType.Ascending);
        }).Select(row => new SmsProcessRow(row))];

    public IReadOnlyList<SmsChunkRow> Chunks(Guid bulk) =>
        [.. organization.All(SmsChunk.LogicalName, query =>
        {
            query.Criteria.AddCondition(SmsChunk.Columns.BulkId, ConditionOperator.Equal, bulk);
            query.AddOrder(SmsChunk.Columns.ProcessId, OrderType.Ascending);
            query.AddOrder(SmsChunk.Columns.ChunkNumber, OrderType.Ascending);
        }).Select(row => new SmsChunkRow(row))];

    public IReadOnlyList<ChunkLine> Lines(Guid bulk) => [.. Chunks(bulk).SelectMany(chunk => ChunkLines.Unpack(chunk.Lines))];

    public IReadOnlyList<SkippedLine> Skipped(Guid bulk) => [.. Chunks(bulk).SelectMany(chunk => ChunkLines.UnpackSkipped(chunk.SkippedLines))];
}
