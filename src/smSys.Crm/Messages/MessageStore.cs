using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using smSys.Crm.Rows;
using smSys.Crm.Tables;
using smSys.Messaging.Messages;
using smSys.Messaging.Sending;

namespace smSys.Crm.Messages;

/// <summary>
/// The rows of single messages, each its own journal. A row is claimed and settled by row version and fence token; a state is
/// always written alone, because a state with other columns is two pipelines. Serves asynchronous steps, as SYSTEM.
/// </summary>
public sealed class MessageStore
{
    private readonly IOrganizationService _system;
    private readonly RowWriter _writer;

    /// <summary>Works as SYSTEM.</summary>
    public MessageStore(IOrganizationService system)
    {
        _system = system;
        _writer = new RowWriter(system);
    }

    /// <summary>One message with its row version, or null when it is gone.</summary>
    public SmsRow? Read(Guid id) => Read(new[] { id }) is { Count: > 0 } rows ? rows[0] : null;

    /// <summary>Messages with their row versions, in the order asked for; those that are gone are left out.</summary>
    public IReadOnlyList<SmsRow> Read(IReadOnlyList<Guid> ids)
    {
        var found = _system.FindAll(Sms.LogicalName, Sms.PrimaryId, ids, MessageColumns.Engine).ToDictionary(row => row.Id);
        return ids.Where(found.ContainsKey).Select(id => new SmsRow(found[id])).ToArray();
    }

    /// <summary>Messages that a query finds, with the columns that the engine works with.</summary>
    public IReadOnlyList<SmsRow> Find(QueryExpression query)
    {
        query.ColumnSet = new ColumnSet(MessageColumns.Engine);
        return _system.RetrieveMultiple(query).Entities.Select(row => new SmsRow(row)).ToArray();
    }

    /// <summary>Writes columns (no state) if nobody wrote the row since it was read.</summary>
    /// <returns>False when somebody was faster.</returns>
    public bool Write(SmsRow read, SmsRow change, FenceToken token) =>
        _writer.UpdateIfUnchanged(change.Record, read.Record.RowVersion, Proof(token));

    /// <summary>Moves a row if nobody wrote it since it was read.</summary>
    /// <returns>False when somebody was faster.</returns>
    public bool Move(SmsRow read, MessageState to, FenceToken token)
    {
        var change = new Entity(Sms.LogicalName, read.Id);
        StateCodes.Write(change, to);
        return _writer.UpdateIfUnchanged(change, read.Record.RowVersion, Proof(token));
    }

    /// <summary>
    /// Writes a receipt: columns and state in one call, for rows that one process alone looks after. The guard of the table
    /// refuses a move that is no longer legal.
    /// </summary>
    public void Receipt(SmsRow change, MessageState? to)
    {
        if (to is { } state)
        {
            StateCodes.Write(change.Record, state);
        }

        _writer.Update(change.Record);
    }

    /// <summary>Asks for a message's asynchronous step.</summary>
    public void Request(Guid id, DateTime now) => _writer.Update(new SmsRow(id) { RequestedOn = now }.Record);

    /// <summary>Creates a message once; a repeat with the same id changes nothing.</summary>
    /// <returns>False when it stood there before.</returns>
    public bool CreateOnce(SmsRow row) => _writer.CreateOnce(row.Record);

    private static WriteProof Proof(FenceToken token) => new(Sms.Columns.FenceToken, token.Text);
}
