using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Rows;
using smSys.Crm.Tables;
using smSys.Messaging.Bulk;

namespace smSys.Crm.Bulk;

/// <summary>The rows of bulks. Serves asynchronous steps, as SYSTEM.</summary>
public sealed class BulkStore
{
    private const string TemplateAlias = "t";
    private readonly IOrganizationService _system;
    private readonly RowWriter _writer;

    /// <summary>Works as SYSTEM.</summary>
    public BulkStore(IOrganizationService system)
    {
        _system = system;
        _writer = new RowWriter(system);
    }

    /// <summary>A bulk with its row version and its template's language, without the memos that hold its audience; null when it is gone.</summary>
    public SmsBulkRow? Read(Guid id)
    {
        var query = new QueryExpression(SmsBulk.LogicalName) { ColumnSet = new ColumnSet(Columns) };
        query.Criteria.AddCondition(SmsBulk.PrimaryId, ConditionOperator.Equal, id);
        var template = query.AddLink(SmsTemplate.LogicalName, SmsBulk.Columns.TemplateId, SmsTemplate.PrimaryId, JoinOperator.LeftOuter);
        template.EntityAlias = TemplateAlias;
        template.Columns = new ColumnSet(SmsTemplate.Columns.Language);
        return _system.First(query) is { } row ? new SmsBulkRow(row) : null;
    }

    /// <summary>How bulks stand, for messages of theirs: state and end alone. Those that are gone are left out.</summary>
    public IReadOnlyList<SmsBulkRow> ReadStates(IReadOnlyList<Guid> ids) =>
        _system.FindAll(SmsBulk.LogicalName, SmsBulk.PrimaryId, ids, StandardColumns.Status, SmsBulk.Columns.FinishedOn)
            .Select(row => new SmsBulkRow(row)).ToArray();

    /// <summary>In which language the template of a bulk, read here, says labels: 1065, 1033; 0 when it says nothing of it.</summary>
    public static int TemplateLanguageOf(SmsBulkRow bulk) =>
        bulk.Record.GetAttributeValue<AliasedValue>(TemplateAlias + "." + SmsTemplate.Columns.Language)?.Value as int? ?? 0;

    /// <summary>Moves a bulk if nobody wrote it since it was read. The state is written alone.</summary>
    /// <returns>False when somebody was faster.</returns>
    public bool Move(SmsBulkRow read, BulkState to)
    {
        var change = new Entity(SmsBulk.LogicalName, read.Id);
        BulkStateCodes.Write(change, to);
        return _writer.UpdateIfUnchanged(change, read.Record.RowVersion, null);
    }

    /// <summary>Writes columns (no state) if nobody wrote the bulk since it was read.</summary>
    public bool Write(SmsBulkRow change, string rowVersion) => _writer.UpdateIfUnchanged(change.Record, rowVersion, null);

    private static string[] Columns =>
    [
        StandardColumns.State, StandardColumns.Status, StandardColumns.CreatedOn, StandardColumns.Owner, SmsBulk.Columns.OwningBusinessUnit,
        SmsBulk.Columns.Name, SmsBulk.Columns.FrozenText, SmsBulk.Columns.FrozenOn, SmsBulk.Columns.MissingValuePolicy, SmsBulk.Columns.MessageClass,
        SmsBulk.Columns.NumberId, SmsBulk.Columns.ReplyNumberId, SmsBulk.Columns.SettingId, SmsBulk.Columns.TemplateId,
        SmsBulk.Columns.CampaignId, SmsBulk.Columns.AudienceKind, SmsBulk.Columns.StartedById, SmsBulk.Columns.StartedOn, SmsBulk.Columns.FinishedOn,
        SmsBulk.Columns.NotBefore, SmsBulk.Columns.NotAfter, SmsBulk.Columns.PauseReason, SmsBulk.Columns.Warning,
        .. SumColumns.Names,
    ];
}
